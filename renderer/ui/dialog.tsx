/**
 * A question over the window. The browser's own dialog: it holds the focus, closes by Escape, and keeps everything behind
 * it out of reach, without a style of its own that the page's policy would refuse.
 */
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { isSpelling } from '../changes/is-typing.ts';
import styles from './dialog.module.css';
import { OverlayContainer } from './overlay-container.ts';
import { useAsTopmost } from './topmost.ts';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the one to be pressed last. */
  readonly actions?: ReactNode;
  readonly size?: 'small' | 'large' | 'wide';
  /** What it says would be lost: Escape closes it not, its buttons alone do. */
  readonly staysOpen?: boolean;
}

export function Dialog({ title, onClose, children, actions, size = 'small', staysOpen = false }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [container, setContainer] = useState<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    setContainer(element);
    // Before it is gone, whoever takes it away: the focus goes back to where it was.
    return () => element?.close();
  }, []);
  useAsTopmost(container);
  return (
    <dialog
      ref={dialog}
      className={[styles.dialog, styles[size]].join(' ')}
      aria-label={title}
      closedby={staysOpen ? 'none' : 'closerequest'}
      onClose={onClose}
      onKeyDown={(event) => {
        // While a word is put together from letters, Escape takes back the letters.
        if (event.key !== 'Escape' || event.defaultPrevented || isSpelling(event.nativeEvent)) return;
        // Left to the browser, a dialog below might go at once.
        event.preventDefault();
        event.stopPropagation();
        // At once, and not when the dialog tells that it has closed.
        if (!staysOpen) onClose();
      }}
    >
      <OverlayContainer value={container}>
        <h2>{title}</h2>
        <div className={styles.body}>{children}</div>
        {actions && <footer>{actions}</footer>}
      </OverlayContainer>
    </dialog>
  );
}
