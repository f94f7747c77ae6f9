/** Where a key leads in a grid of cards of one size. */

interface Grid {
  readonly count: number;
  readonly columns: number;
  /** Whole rows in sight. */
  readonly rows: number;
}

/** @returns the place of the next card; null when the key leads nowhere */
export function gridStep(key: string, from: number, { count, columns, rows }: Grid): number | null {
  const to = aim(key, from, { count, columns, rows });
  if (to === null) return null;
  const held = Math.max(0, Math.min(count - 1, to));
  return held === from ? null : held;
}

function aim(key: string, from: number, { count, columns, rows }: Grid): number | null {
  switch (key) {
    case 'ArrowLeft':
      return from - 1;
    case 'ArrowRight':
      return from + 1;
    case 'ArrowUp':
      return from < columns ? null : from - columns;
    case 'ArrowDown':
      // From the row above a short last one, to its end.
      return Math.floor(from / columns) === Math.floor((count - 1) / columns) ? null : from + columns;
    case 'PageUp':
      return from - columns * rows;
    case 'PageDown':
      return from + columns * rows;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
