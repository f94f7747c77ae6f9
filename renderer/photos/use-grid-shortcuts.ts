/** The keys of the grid, for the list that `?` opens. */
import { useShortcutTable } from '../shortcuts/shortcut-tables.ts';
import { useStrings } from '../strings/strings.ts';

/** As they are written on keys, in the order in which they are learned. */
const KEYS = {
  move: '← → ↑ ↓',
  open: 'Enter',
  select: 'Space',
  extend: '⇧ ← → ↑ ↓',
  all: 'Ctrl/⌘ A',
  clear: 'Esc',
  rate: '0–5',
  delete: 'Delete',
  zoom: '+ −',
} as const;

export function useGridShortcuts(): void {
  const { photos, views } = useStrings();
  const rows = Object.entries(KEYS).map(([does, keys]) => ({ keys, does: photos.keys[does as keyof typeof KEYS] }));
  useShortcutTable({ title: views.photos, rows });
}
