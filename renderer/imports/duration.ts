/** Times as people say them. */

const unit = (locale: string, value: number, name: 'second' | 'minute' | 'hour'): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long', maximumFractionDigits: 0 }).format(
    value,
  );

/** Roughly: nobody plans by the seconds of an hour. */
export function duration(locale: string, seconds: number): string {
  if (seconds < 55) return unit(locale, Math.max(5, Math.ceil(seconds / 5) * 5), 'second');
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return unit(locale, minutes, 'minute');
  const hours = unit(locale, Math.floor(minutes / 60), 'hour');
  return minutes % 60 === 0 ? hours : `${hours} ${unit(locale, minutes % 60, 'minute')}`;
}

/** @param time ms since 1970 */
export const moment = (locale: string, time: number): string =>
  new Date(time).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' });
