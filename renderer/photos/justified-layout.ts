/**
 * The grid of all photos, by arithmetic alone: photos in rows of nearly one height that fill the width, day after day.
 * Knowing the shape of every photo, the whole timeline has its true height from the start, and nothing ever moves.
 */

/** Photos of one day, in the order of the timeline. */
export interface Day {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly count: number;
}

export interface GridMeasures {
  /** Of the grid, px. */
  readonly width: number;
  /** Height that rows are near, px. */
  readonly rowHeight: number;
  /** Between photos, px. */
  readonly gap: number;
  /** Height of a day's heading, px. */
  readonly headingHeight: number;
}

export interface Heading {
  readonly kind: 'heading';
  readonly day: string;
  /** Place of the day's first photo in the timeline, and how many photos it has. */
  readonly first: number;
  readonly count: number;
  readonly top: number;
  readonly height: number;
}

export interface Row {
  readonly kind: 'row';
  /** Place of its first photo in the timeline, and how many photos it holds. */
  readonly first: number;
  readonly count: number;
  readonly top: number;
  /** With the gap below it. */
  readonly height: number;
  /** Of its photos, px. */
  readonly photoHeight: number;
}

export type GridItem = Heading | Row;

/** A row is never so much higher than wanted: the last one of a day is left ragged instead. */
const HIGHEST = 1.4;

/** Width / height. Panoramas and strips are shown cut to these, so that a row of one is no stripe and no tower. */
const WIDEST = 4;
const NARROWEST = 0.4;

/** @param aspect 100 times width / height */
export const shownAspect = (aspect: number): number => Math.min(WIDEST, Math.max(NARROWEST, aspect / 100));

/**
 * @param aspects 100 times width / height of every photo, in the order of the timeline
 * @param days    in the same order; their counts add up to the number of photos
 */
export function layOut(days: readonly Day[], aspects: ArrayLike<number>, measures: GridMeasures): GridItem[] {
  const { width, rowHeight, gap, headingHeight } = measures;
  const items: GridItem[] = [];
  let top = 0;
  let at = 0;
  const push = (first: number, count: number, photoHeight: number): void => {
    items.push({ kind: 'row', first, count, top, height: photoHeight + gap, photoHeight });
    top += photoHeight + gap;
  };
  for (const { day, count } of days) {
    items.push({ kind: 'heading', day, first: at, count, top, height: headingHeight });
    top += headingHeight;
    const end = at + count;
    let first = at;
    let sum = 0;
    for (; at < end; at++) {
      sum += shownAspect(aspects[at] ?? 100);
      const photos = at - first + 1;
      const fitting = (width - gap * (photos - 1)) / sum;
      if (fitting > rowHeight) continue;
      push(first, photos, fitting);
      first = at + 1;
      sum = 0;
    }
    if (first < end)
      push(first, end - first, Math.min(rowHeight * HIGHEST, lastRow(width, gap, end - first, sum, rowHeight)));
  }
  return items;
}

/** The last row of a day is as high as the others, or fills the width where it nearly does so anyway. */
function lastRow(width: number, gap: number, photos: number, sum: number, rowHeight: number): number {
  const fitting = (width - gap * (photos - 1)) / sum;
  return fitting < rowHeight * HIGHEST ? fitting : rowHeight;
}

/** Height of everything, px. */
export function totalHeight(items: readonly GridItem[]): number {
  const last = items.at(-1);
  return last ? last.top + last.height : 0;
}

/** The row at this height, or below the heading there. */
export function rowAt(items: readonly GridItem[], y: number): Row | undefined {
  const at = itemAt(items, y);
  return [items[at], items[at + 1]].find((item): item is Row => item?.kind === 'row');
}

/** Place among the items of the row that holds a photo; -1 for none. */
export const rowOf = (items: readonly GridItem[], photo: number): number =>
  items.findIndex((item) => item.kind === 'row' && photo >= item.first && photo < item.first + item.count);

/** Place of the item at this height; the last one below the end. */
export function itemAt(items: readonly GridItem[], y: number): number {
  let [low, high] = [0, items.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((items[middle]?.top ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
