/** A place with nothing in it says what belongs there and how it gets there. */
import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

interface EmptyStateProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly hint: string;
  /** What to do about it. */
  readonly children?: ReactNode;
  /** Something went wrong: told at once by a screen reader. */
  readonly isFailure?: boolean;
}

export function EmptyState({ icon, title, hint, children, isFailure = false }: EmptyStateProps) {
  return (
    <section className={styles.state} role={isFailure ? 'alert' : undefined}>
      <div className={styles.icon}>{icon}</div>
      <h2>{title}</h2>
      <p>{hint}</p>
      {children && <div className={styles.actions}>{children}</div>}
    </section>
  );
}
