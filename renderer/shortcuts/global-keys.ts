/** The keys that hold everywhere but in a text: the palette, the list of keys, and G with a letter or number for each view. */
import { on } from '../bridge.ts';
import { isTyping } from '../changes/is-typing.ts';
import { go } from '../navigation/route.ts';
import { togglePalette } from '../palette/palette-store.ts';
import { showShortcuts } from './shortcuts-store.ts';
import { viewOf } from './view-keys.ts';

/** So long G waits for what comes after it, ms. */
const PATIENCE = 1500;

/** Call once, when the window starts. */
export function followGlobalKeys(): void {
  let begun = Number.NEGATIVE_INFINITY;
  const act = (event: KeyboardEvent): boolean => {
    const { key } = event;
    if (event.altKey) return false;
    if (event.ctrlKey || event.metaKey) {
      if (key.toLowerCase() !== 'k' || event.shiftKey) return false;
      togglePalette();
      return true;
    }
    if (isTyping(event.target) || isInMenu(event.target)) return false;
    if (key === '?') {
      showShortcuts();
      return true;
    }
    // In a dialog, the open photo too, letters are its own.
    if (document.querySelector('dialog:modal')) return false;
    const isSecond = event.timeStamp - begun < PATIENCE;
    begun = Number.NEGATIVE_INFINITY;
    const view = isSecond ? viewOf(key) : null;
    if (view) go(view);
    else if (key === 'g') begun = event.timeStamp;
    else return false;
    return true;
  };
  // Before everybody else: what comes after G is for nobody else.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!act(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('keydown', onKeyDown, { capture: true });
  on('menu.command', ({ command }) => {
    if (command === 'palette') togglePalette();
    if (command === 'shortcuts') showShortcuts();
  });
}

const isInMenu = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="menu"], select') !== null;
