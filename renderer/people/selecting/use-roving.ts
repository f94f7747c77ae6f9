/** The keys of a grid of cards: one card that Tab comes to, from which the arrow keys go on; Space and Shift select. */
import { type KeyboardEvent, type RefObject, useState } from 'react';

interface RovingOptions {
  /** Keys of the cards, row by row. */
  readonly rows: readonly (readonly string[])[];
  readonly content: RefObject<HTMLElement | null>;
  /** Scrolls a row into sight. */
  readonly reveal: (row: number) => void;
  readonly onSelect: (key: string, by: 'toggle' | 'extend') => void;
  /** The card that Tab comes to at first, if it is there. */
  readonly start?: string | undefined;
}

interface Roving {
  readonly current: string | undefined;
  readonly setCurrent: (key: string) => void;
  readonly moveTo: (key: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function useRoving({ rows, content, reveal, onSelect, start }: RovingOptions): Roving {
  const [wanted, setCurrent] = useState(start);
  const isThere = wanted !== undefined && rows.some((row) => row.includes(wanted));
  const current = isThere ? wanted : rows.find((row) => row.length > 0)?.[0];
  const moveTo = (key: string): void => {
    setCurrent(key);
    reveal(rows.findIndex((row) => row.includes(key)));
    const focus = (): void => content.current?.querySelector<HTMLElement>(`[data-card="${key}"]`)?.focus();
    // A row that was out of sight is drawn in the frame after.
    requestAnimationFrame(() => requestAnimationFrame(focus));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const key = event.target instanceof HTMLElement ? event.target.dataset.card : undefined;
    if (key === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === ' ') {
      event.preventDefault();
      onSelect(key, event.shiftKey ? 'extend' : 'toggle');
      return;
    }
    const next = neighbour(rows, key, event.key);
    if (next === undefined) return;
    event.preventDefault();
    if (event.shiftKey) onSelect(next, 'extend');
    moveTo(next);
  };
  return { current, setCurrent, moveTo, onKeyDown };
}

function neighbour(rows: readonly (readonly string[])[], key: string, pressed: string): string | undefined {
  const filled = rows.filter((row) => row.length > 0);
  const row = filled.findIndex((keys) => keys.includes(key));
  const column = filled[row]?.indexOf(key) ?? 0;
  const flat = filled.flat();
  const place = flat.indexOf(key);
  const inRow = (at: number): string | undefined => filled[at]?.[Math.min(column, (filled[at]?.length ?? 1) - 1)];
  if (pressed === 'ArrowRight') return flat[place + 1];
  if (pressed === 'ArrowLeft') return flat[place - 1];
  if (pressed === 'ArrowDown') return inRow(row + 1);
  if (pressed === 'ArrowUp') return inRow(row - 1);
  if (pressed === 'Home') return flat[0];
  return pressed === 'End' ? flat.at(-1) : undefined;
}
