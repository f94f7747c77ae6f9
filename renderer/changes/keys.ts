/** Undo and redo by the keys of the platform, wherever the focus is but in a text. */
import { redo, undo } from './change.ts';
import { isTyping } from './is-typing.ts';

/** Call once, when the window starts. */
export function followUndoKeys(): void {
  window.addEventListener('keydown', (event) => {
    if (isTyping(event.target) || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const reverse = key === 'z' ? (event.shiftKey ? redo : undo) : key === 'y' ? redo : null;
    if (!reverse) return;
    event.preventDefault();
    void reverse();
  });
}
