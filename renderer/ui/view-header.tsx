/** The line above a view: what it is, how much of it there is, and what can be done with it. */
import type { ReactNode } from 'react';
import styles from './view-header.module.css';

interface ViewHeaderProps {
  readonly title: string;
  readonly detail?: string;
  readonly children?: ReactNode;
}

export function ViewHeader({ title, detail, children }: ViewHeaderProps) {
  return (
    <header className={styles.header}>
      <h1>{title}</h1>
      {detail && <p>{detail}</p>}
      <div className={styles.actions}>{children}</div>
    </header>
  );
}
