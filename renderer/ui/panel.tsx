/** A part of a view that is about one thing, under its heading. */
import { type ReactNode, useId } from 'react';
import styles from './panel.module.css';

interface PanelProps {
  readonly title: string;
  readonly hint?: ReactNode;
  /** What can be done with the whole. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

export function Panel({ title, hint, actions, children }: PanelProps) {
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {actions}
      </header>
      {hint && <p className={styles.hint}>{hint}</p>}
      {children}
    </section>
  );
}

/** The column in which panels stand. */
export function Panels({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.scroller}>
      <div className={styles.panels}>{children}</div>
    </div>
  );
}
