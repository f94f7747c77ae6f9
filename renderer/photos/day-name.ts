/** A day as people say it: today, yesterday, a weekday of this year, a date. */
import type { Strings } from '../strings/english.ts';

/** @param day `YYYY-MM-DD` */
export function dayName(day: string, { locale, photos }: Strings, now = new Date()): string {
  const date = new Date(`${day}T12:00:00`);
  if (Number.isNaN(date.getTime())) return photos.noDate;
  const daysAgo = Math.round((startOf(now) - startOf(date)) / 86_400_000);
  if (daysAgo === 0) return photos.today;
  if (daysAgo === 1) return photos.yesterday;
  const isThisYear = date.getFullYear() === now.getFullYear();
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(!isThisYear && { year: 'numeric' }),
  }).format(date);
}

const startOf = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
