/** The keys of this view: one table for what they do and for the dialog that lists them. */

export const SHORTCUTS = [
  { keys: ['ArrowRight'], shown: '→', does: 'next' },
  { keys: ['ArrowLeft'], shown: '←', does: 'previous' },
  { keys: ['Home'], shown: 'Home', does: 'first' },
  { keys: ['End'], shown: 'End', does: 'last' },
  { keys: [' '], shown: 'Space', does: 'slideshow' },
  { keys: ['+', '='], shown: '+', does: 'zoomIn' },
  { keys: ['-'], shown: '−', does: 'zoomOut' },
  { keys: ['z'], shown: 'Z', does: 'fit' },
  { keys: ['f'], shown: 'F', does: 'showFaces' },
  { keys: ['p'], shown: 'P', does: 'showPoints21' },
  { keys: ['m'], shown: 'M', does: 'showPoints106' },
  { keys: ['a'], shown: 'A', does: 'showAttributes' },
  { keys: ['i'], shown: 'I', does: 'showInfo' },
  { keys: ['d'], shown: 'D', does: 'drawFace' },
  { keys: ['l'], shown: 'L', does: 'turnLeft' },
  { keys: ['r'], shown: 'R', does: 'turnRight' },
  { keys: ['s'], shown: 'S', does: 'saveCopy' },
  { keys: ['o'], shown: 'O', does: 'showFile' },
  { keys: ['0', '1', '2', '3', '4', '5'], shown: '0–5', does: 'rate' },
  { keys: ['Delete', 'Backspace'], shown: 'Delete', does: 'deletePhoto' },
] as const;

export type Shortcut = (typeof SHORTCUTS)[number]['does'];

/** @param key as a keyboard event names it */
export const shortcutOf = (key: string): Shortcut | null =>
  SHORTCUTS.find(({ keys }) => (keys as readonly string[]).includes(key.length === 1 ? key.toLowerCase() : key))
    ?.does ?? null;
