/** The line above a view: what it is, how much of it there is, and what can be done with it. */
import type { ReactNode } from 'react';
import { useIsCovered } from './covering.ts';
import styles from './view-header.module.css';

interface ViewHeaderProps {
  readonly title: string;
  readonly detail?: string;
  readonly children?: ReactNode;
}

export function ViewHeader({ title, detail, children }: ViewHeaderProps) {
  const isCovered = useIsCovered();
  return (
    <header className={styles.header} inert={isCovered}>
      <h1>{title}</h1>
      {detail && <p>{detail}</p>}
      <div className={styles.actions}>{children}</div>
    </header>
  );
}
