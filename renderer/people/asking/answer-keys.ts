/** Yes, no and back by single keys, wherever the focus is but in a text, a menu or a dialog. */
import { useEffect, useRef } from 'react';
import { isTyping } from '../../changes/is-typing.ts';

/** @returns whether a key means something here */
export function useKeys(onKey: (event: KeyboardEvent) => boolean): void {
  const latest = useRef(onKey);
  latest.current = onKey;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      if (document.querySelector('dialog[open], [role="menu"]')) return;
      if (latest.current(event)) {
        event.preventDefault();
        // Undo by its usual keys is ours here, since what it takes back is asked again.
        event.stopImmediatePropagation();
      }
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}

const YES = ['y', 'Enter', 'ArrowRight'];
const NO = ['n', 'Delete', 'Backspace', 'ArrowLeft'];

/** What a key answers to "Is it them?"; null for no answer. Enter and the arrows keep their meaning on buttons and tabs. */
export function answerOf({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean | null {
  if (ctrlKey || metaKey || altKey) return null;
  const isOnControl = target instanceof Element && target.closest('button, a, [role="tab"]') !== null;
  if (isOnControl && (key === 'Enter' || key.startsWith('Arrow'))) return null;
  if (YES.includes(key)) return true;
  return NO.includes(key) ? false : null;
}

export const isUndo = ({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean =>
  !shiftKey && !altKey && (ctrlKey || metaKey ? key.toLowerCase() === 'z' : key === 'u');
