/** Short words at the edge of the window: what was done, with the way back, or what did not work. */
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { create } from 'zustand';
import { useStrings } from '../strings/strings.ts';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import { ProgressBar } from './progress-bar.tsx';
import styles from './toasts.module.css';
import { useTopmost } from './topmost.ts';

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly isFailure: boolean;
  /** Of what is said of one topic, only the last holds. */
  readonly topic: string | null;
  /** Of something that goes on: it stays until it is closed. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** One thing to do about it. */
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

/** How long one stays, ms; failures stay until they are closed. */
const SHOWN = 7000;
/** More would cover what they are about. */
const MOST = 3;

const useToasts = create<{ readonly toasts: readonly Toast[] }>(() => ({ toasts: [] }));
let made = 0;

/** @returns what it can be amended and closed by */
export function toast(
  text: string,
  options: Partial<Pick<Toast, 'isFailure' | 'topic' | 'progress' | 'action'>> = {},
): number {
  const { isFailure = false, topic = null, progress = null, action = null } = options;
  made++;
  const next = { id: made, text, isFailure, topic, progress, action };
  useToasts.setState(({ toasts }) => {
    const isOther = (shown: Toast): boolean => topic === null || shown.topic !== topic;
    // What fails time and again is told once.
    const others = toasts.filter((shown) => isOther(shown) && !(isFailure && shown.isFailure && shown.text === text));
    return { toasts: [...others, next].slice(-MOST) };
  });
  return next.id;
}

/** How far it is now, if it is still shown. */
export const amendToast = (id: number, progress: NonNullable<Toast['progress']>): void =>
  useToasts.setState(({ toasts }) => ({
    toasts: toasts.map((shown) => (shown.id === id ? { ...shown, progress } : shown)),
  }));

export const closeToast = (id: number): void =>
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((shown) => shown.id !== id) }));

/** @param isAbove at the top, where the bottom is needed for something else */
export function Toasts({ isAbove = false }: { readonly isAbove?: boolean }) {
  const toasts = useToasts((state) => state.toasts);
  const dialog = useTopmost();
  const shown = (
    <div className={styles.toasts} data-above={(isAbove && !dialog) || undefined} role="status" aria-live="polite">
      {toasts.map((one) => (
        <OneToast key={one.id} {...one} />
      ))}
    </div>
  );
  return dialog ? createPortal(shown, dialog) : shown;
}

function OneToast({ id, text, isFailure, progress, action }: Toast) {
  const { common } = useStrings();
  /** It is being read, or is about to be pressed. */
  const [isHeld, setIsHeld] = useState(false);
  const stays = isFailure || progress !== null || isHeld;
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(() => closeToast(id), SHOWN);
    return () => clearTimeout(timer);
  }, [id, stays]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it stays as long as the pointer or the focus is in it, no more.
    <div
      className={styles.toast}
      data-failure={isFailure || undefined}
      onMouseEnter={() => setIsHeld(true)}
      onMouseLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <p>
        {text}
        {progress && <ProgressBar label={text} {...progress} />}
      </p>
      {action && (
        <Button
          tone="quiet"
          onClick={() => {
            closeToast(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label={common.close} icon={<X />} onClick={() => closeToast(id)} />
    </div>
  );
}
