/** What the application's menu asks of the window. `palette` and `shortcuts` are followed where those are drawn. */
import { VIEWS } from '../../preload/contract/views.ts';
import { on } from '../bridge.ts';
import { redo, undo } from '../changes/change.ts';
import { isTyping } from '../changes/is-typing.ts';
import { go } from './route.ts';

const REVERSALS = { undo, redo } as const;

/** Call once, when the window starts. */
export function followMenu(): void {
  on('menu.command', ({ command }) => {
    const view = VIEWS.find((candidate) => candidate === command);
    if (view) go(view);
    if (command === 'undo' || command === 'redo') reverse(command);
    if (command === 'select-all') selectAll();
  });
}

/** In a text the menu takes back typing, as everywhere; elsewhere, what was done to the library. */
function reverse(command: 'undo' | 'redo'): void {
  // The only way to a text's own history of changes.
  if (isTyping(document.activeElement)) document.execCommand(command);
  else void REVERSALS[command]();
}

/** As if its keys were pressed, which a Mac gives to the menu alone: a view selects all it shows, a text all its words. */
function selectAll(): void {
  const place = document.activeElement ?? document.body;
  const pressed = new KeyboardEvent('keydown', { key: 'a', ctrlKey: true, bubbles: true, cancelable: true });
  if (isTyping(place) || place.dispatchEvent(pressed)) document.execCommand('selectAll');
}
