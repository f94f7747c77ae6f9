/** Which photos of the grid a rubber band touches. */
import { type GridItem, itemAt, shownAspect } from './justified-layout.ts';

/** In the grid's own measure, px from its top left. */
export interface Band {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** @returns places, ascending */
export function placesWithin(
  items: readonly GridItem[],
  aspects: ArrayLike<number>,
  gap: number,
  { left, top, right, bottom }: Band,
): number[] {
  const places: number[] = [];
  for (let at = itemAt(items, top); at < items.length; at++) {
    const item = items[at];
    if (!item || item.top > bottom) break;
    if (item.kind !== 'row' || item.top + item.photoHeight < top) continue;
    let start = 0;
    for (let place = item.first; place < item.first + item.count; place++) {
      const end = start + shownAspect(aspects[place] ?? 100) * item.photoHeight;
      if (start <= right && end >= left) places.push(place);
      start = end + gap;
    }
  }
  return places;
}
