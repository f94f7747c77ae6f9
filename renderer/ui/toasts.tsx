/** Short words at the edge of the window: what was done, with the way back, or what did not work. */
import { X } from 'lucide-react';
import { useEffect } from 'react';
import { create } from 'zustand';
import { useStrings } from '../strings/strings.ts';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import styles from './toasts.module.css';

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly isFailure: boolean;
  /** Of what is said of one topic, only the last holds. */
  readonly topic: string | null;
  /** One thing to do about it. */
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

/** How long one stays, ms; failures stay until they are closed. */
const SHOWN = 7000;
/** More would cover what they are about. */
const MOST = 3;

const useToasts = create<{ readonly toasts: readonly Toast[] }>(() => ({ toasts: [] }));
let made = 0;

export function toast(
  text: string,
  options: { readonly isFailure?: boolean; readonly topic?: string; readonly action?: Toast['action'] } = {},
): void {
  const { isFailure = false, topic = null, action = null } = options;
  made++;
  const next = { id: made, text, isFailure, topic, action };
  useToasts.setState(({ toasts }) => {
    const others = toasts.filter((shown) => topic === null || shown.topic !== topic);
    return { toasts: [...others, next].slice(-MOST) };
  });
}

const dismiss = (id: number): void =>
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((shown) => shown.id !== id) }));

/** @param isAbove at the top, where the bottom is needed for something else */
export function Toasts({ isAbove = false }: { readonly isAbove?: boolean }) {
  const toasts = useToasts((state) => state.toasts);
  return (
    <div className={styles.toasts} data-above={isAbove || undefined} role="status" aria-live="polite">
      {toasts.map((shown) => (
        <OneToast key={shown.id} {...shown} />
      ))}
    </div>
  );
}

function OneToast({ id, text, isFailure, action }: Toast) {
  const { common } = useStrings();
  useEffect(() => {
    if (isFailure) return;
    const timer = setTimeout(() => dismiss(id), SHOWN);
    return () => clearTimeout(timer);
  }, [id, isFailure]);
  return (
    <div className={styles.toast} data-failure={isFailure || undefined}>
      <p>{text}</p>
      {action && (
        <Button
          tone="quiet"
          onClick={() => {
            dismiss(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label={common.close} icon={<X />} onClick={() => dismiss(id)} />
    </div>
  );
}
