/**
 * A question over the window. The browser's own dialog: it holds the focus, closes by Escape, and keeps everything behind
 * it out of reach, without a style of its own that the page's policy would refuse.
 */
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the one to be pressed last. */
  readonly actions?: ReactNode;
  readonly size?: 'small' | 'large';
}

export function Dialog({ title, onClose, children, actions, size = 'small' }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={[styles.dialog, styles[size]].join(' ')} aria-label={title} onClose={onClose}>
      <h2>{title}</h2>
      <div className={styles.body}>{children}</div>
      {actions && <footer>{actions}</footer>}
    </dialog>
  );
}
