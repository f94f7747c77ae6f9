/** Where an arrow key leads in the grid: to the neighbour in the row, or to the photo above or below that is nearest. */
import { type GridItem, type Row, shownAspect } from './justified-layout.ts';

/** @returns the place of the next photo; null when the key leads nowhere */
export function nextPhoto(
  items: readonly GridItem[],
  aspects: ArrayLike<number>,
  place: number,
  key: string,
): number | null {
  switch (key) {
    case 'ArrowLeft':
      return place > 0 ? place - 1 : null;
    case 'ArrowRight':
      return place < aspects.length - 1 ? place + 1 : null;
    case 'Home':
      return place === 0 ? null : 0;
    case 'End':
      return place === aspects.length - 1 ? null : aspects.length - 1;
    case 'ArrowUp':
      return inRow(items, aspects, place, -1);
    case 'ArrowDown':
      return inRow(items, aspects, place, 1);
    default:
      return null;
  }
}

function inRow(items: readonly GridItem[], aspects: ArrayLike<number>, place: number, step: -1 | 1): number | null {
  const rows = items.filter((item): item is Row => item.kind === 'row');
  const at = rows.findIndex((row) => place >= row.first && place < row.first + row.count);
  const [here, there] = [rows[at], rows[at + step]];
  if (!here || !there) return null;
  const middle = middleOf(here, aspects, place);
  let nearest = there.first;
  for (let candidate = there.first; candidate < there.first + there.count; candidate++) {
    const isNearer =
      Math.abs(middleOf(there, aspects, candidate) - middle) < Math.abs(middleOf(there, aspects, nearest) - middle);
    if (isNearer) nearest = candidate;
  }
  return nearest;
}

/** Distance of a photo's middle from the left, px. */
function middleOf(row: Row, aspects: ArrayLike<number>, place: number): number {
  const width = (of: number): number => shownAspect(aspects[of] ?? 100) * row.photoHeight;
  let left = 0;
  for (let before = row.first; before < place; before++) left += width(before);
  return left + width(place) / 2;
}
