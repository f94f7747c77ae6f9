/** A path that is typed, and what is done with it; beside it what else there is to choose one by. */
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './path-form.module.css';

interface PathFormProps {
  readonly label: string;
  readonly placeholder: string;
  readonly path: string;
  readonly onType: (path: string) => void;
  /** What is done, in a word. */
  readonly action: string;
  readonly icon: ReactNode;
  readonly isDisabled: boolean;
  readonly onSubmit: () => void;
  readonly children?: ReactNode;
}

export function PathForm(props: PathFormProps) {
  const { label, placeholder, path, onType, action, icon, isDisabled, onSubmit, children } = props;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <TextField
        label={label}
        placeholder={placeholder}
        value={path}
        onChange={(event) => onType(event.target.value)}
        className={styles.path}
      />
      <Button type="submit" icon={icon} disabled={isDisabled}>
        {action}
      </Button>
      {children}
    </form>
  );
}
