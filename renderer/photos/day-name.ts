/** A day, a month or a year as people say it: today, yesterday, a weekday of this year, a date. */
import type { Strings } from '../strings/english.ts';

/** @param day `YYYY-MM-DD`, `YYYY-MM` or `YYYY` */
export function dayName(day: string, { locale, photos }: Strings, now = new Date()): string {
  const isMonth = /^\d{4}-\d\d$/.test(day);
  const isYear = /^\d{4}$/.test(day);
  const date = new Date(`${isYear ? `${day}-07-01` : isMonth ? `${day}-15` : day}T12:00:00`);
  if (Number.isNaN(date.getTime())) return photos.noDate;
  if (isYear) return new Intl.DateTimeFormat(locale, { year: 'numeric' }).format(date);
  if (isMonth) return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' }).format(date);
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
