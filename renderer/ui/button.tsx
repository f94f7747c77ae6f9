/** Everything that is pressed and says so in words. */
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import styles from './button.module.css';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary` is the one thing to do here, `danger` what cannot be wanted by mistake. */
  readonly tone?: 'plain' | 'primary' | 'danger' | 'quiet';
  readonly icon?: ReactNode;
}

export function Button({ tone = 'plain', icon, children, className, ...rest }: ButtonProps) {
  return (
    <button type="button" className={[styles.button, styles[tone], className].filter(Boolean).join(' ')} {...rest}>
      {icon}
      {children}
    </button>
  );
}
