/** Yes or no, as part of something that is said later. */
import { type ReactNode, useId } from 'react';
import styles from './check-box.module.css';

interface CheckBoxProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly isChecked: boolean;
  readonly onCheck: (checked: boolean) => void;
}

export function CheckBox({ label, hint, isChecked, onCheck }: CheckBoxProps) {
  const id = useId();
  return (
    <div className={styles.row}>
      <input
        id={id}
        type="checkbox"
        checked={isChecked}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onCheck(event.target.checked)}
      />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint && <p id={`${id}-hint`}>{hint}</p>}
      </div>
    </div>
  );
}
