/** Where years and months begin in the grid, for the scrubber beside it. */
import type { GridItem } from './justified-layout.ts';

export interface DateMark {
  /** `YYYY-MM`, or `YYYY` in a grid of years. */
  readonly month: string;
  /** Height at which its first day begins, px. */
  readonly top: number;
  /** Its year has not been there before. */
  readonly beginsYear: boolean;
}

/** One mark for each month that has photos, in the order of the grid. */
export function dateMarks(items: readonly GridItem[]): DateMark[] {
  const marks: DateMark[] = [];
  for (const item of items) {
    if (item.kind !== 'heading') continue;
    const month = item.day.slice(0, 'YYYY-MM'.length);
    const last = marks.at(-1);
    if (last?.month === month) continue;
    marks.push({ month, top: item.top, beginsYear: last?.month.slice(0, 4) !== month.slice(0, 4) });
  }
  return marks;
}

/** The month that is shown at this height. */
export function markAt(marks: readonly DateMark[], top: number): DateMark | undefined {
  return marks.findLast((mark) => mark.top <= top) ?? marks[0];
}

/** Those of the years whose labels have room, px apart. */
export function yearsWithRoom(marks: readonly DateMark[], scale: number, apart: number): DateMark[] {
  const shown: DateMark[] = [];
  for (const mark of marks) {
    if (!mark.beginsYear) continue;
    const last = shown.at(-1);
    if (!last || (mark.top - last.top) * scale >= apart) shown.push(mark);
  }
  return shown;
}
