/** A line to type into, with its label. */
import { type InputHTMLAttributes, type Ref, useId } from 'react';
import styles from './field.module.css';

interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  /** Said by the label alone where the place makes it plain. */
  readonly hideLabel?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

export function TextField({ label, hideLabel = false, className, ...rest }: TextFieldProps) {
  const id = useId();
  return (
    <div className={[styles.field, className].filter(Boolean).join(' ')}>
      {!hideLabel && <label htmlFor={id}>{label}</label>}
      <input
        id={id}
        type="text"
        autoComplete="off"
        spellCheck={false}
        aria-label={hideLabel ? label : undefined}
        {...rest}
      />
    </div>
  );
}
