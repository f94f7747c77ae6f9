/** Times as people say them. */

const unit = (locale: string, value: number, name: 'second' | 'minute' | 'hour'): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long', maximumFractionDigits: 0 }).format(
    value,
  );

/**
 * Roughly: nobody plans by the seconds of an hour. Seconds up to a minute and a half, where a whole
 * minute more would double the time.
 */
export function duration(locale: string, seconds: number): string {
  if (seconds <= 60) return unit(locale, Math.max(5, Math.ceil(seconds / 5) * 5), 'second');
  if (seconds <= 90) return unit(locale, Math.ceil(seconds / 10) * 10, 'second');
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return unit(locale, minutes, 'minute');
  const inSteps = Math.round(minutes / 5) * 5;
  const hours = unit(locale, Math.floor(inSteps / 60), 'hour');
  return inSteps % 60 === 0 ? hours : `${hours} ${unit(locale, inSteps % 60, 'minute')}`;
}

/** @param time ms since 1970 */
export const moment = (locale: string, time: number): string =>
  new Date(time).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' });
