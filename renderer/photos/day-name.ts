/** A day, a month or a year as people say it: today, yesterday, a weekday of this year, a date. */
import type { Strings } from '../strings/english.ts';

/** @param day `YYYY-MM-DD`, `YYYY-MM` or `YYYY` */
export function dayName(day: string, { locale, photos }: Strings, now = new Date()): string {
  const isMonth = /^\d{4}-\d\d$/.test(day);
  const isYear = /^\d{4}$/.test(day);
  const date = new Date(`${isYear ? `${day}-07-01` : isMonth ? `${day}-15` : day}T12:00:00`);
  if (Number.isNaN(date.getTime())) return photos.noDate;
  if (isYear) return format(date, locale, 'year');
  if (isMonth) return format(date, locale, 'month');
  const daysAgo = Math.round((startOf(now) - startOf(date)) / 86_400_000);
  if (daysAgo === 0) return photos.today;
  if (daysAgo === 1) return photos.yesterday;
  const isThisYear = date.getFullYear() === now.getFullYear();
  return format(date, locale, isThisYear ? 'dayOfThisYear' : 'day');
}

const DAY = { weekday: 'long', day: 'numeric', month: 'long' } as const;
const FORMATS = {
  year: { year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  dayOfThisYear: DAY,
  day: { ...DAY, year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Making one takes longer than drawing a row; while the grid scrolls names are wanted in every frame. */
const made = new Map<string, Intl.DateTimeFormat>();

function format(date: Date, locale: string, kind: keyof typeof FORMATS): string {
  const key = `${locale} ${kind}`;
  const formatter = made.get(key) ?? new Intl.DateTimeFormat(locale, FORMATS[kind]);
  made.set(key, formatter);
  return formatter.format(date);
}

const startOf = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
