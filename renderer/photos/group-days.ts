/**
 * Days with few photos would leave the grid half empty. Where there are few a day, photos are shown by the month, and where
 * there are few a month, by the year: one measure for the whole timeline, so that it reads evenly.
 */
import type { Day } from './justified-layout.ts';

/** Fewer photos under a heading, on average, are too few. */
const ENOUGH = 4;

/** Lengths of `YYYY-MM-DD`, `YYYY-MM` and `YYYY`, the finest first. */
const LENGTHS = [10, 7, 4] as const;

/** The same photos in the same order under fewer headings, if days are too short. */
export function groupDays(days: readonly Day[]): readonly Day[] {
  let grouped = days;
  for (const length of LENGTHS) {
    grouped = merge(days, length);
    const photos = grouped.reduce((sum, { count }) => sum + count, 0);
    if (photos >= ENOUGH * grouped.length) return grouped;
  }
  return grouped;
}

function merge(days: readonly Day[], length: number): Day[] {
  const merged: { day: string; count: number }[] = [];
  for (const { day, count } of days) {
    const key = day.slice(0, length);
    const last = merged.at(-1);
    if (last?.day === key) last.count += count;
    else merged.push({ day: key, count });
  }
  return merged;
}
