/** A button that is a picture: its words are its label, and its tooltip. */
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import styles from './icon-button.module.css';

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly label: string;
  readonly icon: ReactNode;
  /** For something that is on or off. */
  readonly pressed?: boolean;
  /** Over a photo, where the page's colours do not hold. */
  readonly onStage?: boolean;
}

export function IconButton({ label, icon, pressed, onStage, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      className={[styles.button, onStage && styles.stage, className].filter(Boolean).join(' ')}
      {...rest}
    >
      {icon}
    </button>
  );
}
