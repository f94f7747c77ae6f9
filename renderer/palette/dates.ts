/** A date as it is typed: a year, a month of a year, a day. */

/** Shorter ones begin too many names. */
const SHORTEST_MONTH = 3;

/** @returns `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null for what is no date */
export function dateAsked(text: string, locale: string): string | null {
  const asked = text.trim().toLocaleLowerCase();
  if (/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(asked)) return asked;
  const chinese = /^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?$/.exec(asked);
  if (chinese) return [chinese[1], ...chinese.slice(2).filter(Boolean)].map((part) => part?.padStart(2, '0')).join('-');
  const words = asked.split(/[\s.,]+/).filter(Boolean);
  const year = words.find((word) => /^\d{4}$/.test(word));
  const month = words.find((word) => word !== year);
  if (words.length !== 2 || year === undefined || month === undefined || month.length < SHORTEST_MONTH) return null;
  const place = monthNames(locale).findIndex((name) => name.startsWith(month));
  return place < 0 ? null : `${year}-${String(place + 1).padStart(2, '0')}`;
}

function monthNames(locale: string): string[] {
  const format = new Intl.DateTimeFormat(locale, { month: 'long' });
  return Array.from({ length: 12 }, (_, month) => format.format(new Date(2000, month, 1)).toLocaleLowerCase());
}

/** A date of any of these lengths in words. */
export function dateInWords(date: string, locale: string): string {
  const [year = 0, month, day] = date.split('-').map(Number);
  const parts: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    ...(month !== undefined && { month: 'long' }),
    ...(day !== undefined && { day: 'numeric' }),
  };
  return new Intl.DateTimeFormat(locale, parts).format(new Date(year, (month ?? 1) - 1, day ?? 1));
}
