/** Something that is on or off, at once. */
import { type ReactNode, useId } from 'react';
import styles from './switch.module.css';

interface SwitchProps {
  readonly label: string;
  /** What it means, in a sentence. */
  readonly hint?: ReactNode;
  readonly isOn: boolean;
  readonly onTurn: (on: boolean) => void;
  readonly isDisabled?: boolean;
}

export function Switch({ label, hint, isOn, onTurn, isDisabled = false }: SwitchProps) {
  const id = useId();
  return (
    <div className={styles.row}>
      <div>
        <label htmlFor={id}>{label}</label>
        {hint && <p id={`${id}-hint`}>{hint}</p>}
      </div>
      <input
        id={id}
        type="checkbox"
        role="switch"
        aria-describedby={hint ? `${id}-hint` : undefined}
        className={styles.switch}
        aria-checked={isOn}
        checked={isOn}
        disabled={isDisabled}
        onChange={(event) => onTurn(event.target.checked)}
      />
    </div>
  );
}
