/** When a photo was taken: the first of its dates that is a date. */

export interface TakenAt {
  /** Local wall-clock time, `YYYY-MM-DDTHH:mm:ss`. */
  readonly time: string;
  /** Minutes east of UTC, when the date says so itself. */
  readonly offset: number | null;
}

/** EXIF has `2019:01:02 03:04:05`, XMP `2019-01-02T03:04:05.67+01:00` or the day alone, IPTC `20190102 030405+0100`. */
const DATE =
  /^(\d{4})[:\-/]?(\d{2})[:\-/]?(\d{2})(?:[ T]+(\d{2}):?(\d{2})(?::?(\d{2}))?(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/;

/** The oldest photograph that still exists was taken in 1826; cameras without a clock write zeros. */
const FIRST_YEAR = 1826;

/** @returns null for what is no valid date, such as `0000:00:00 00:00:00` or the 31st of February */
export function parseDate(text: string): TakenAt | null {
  const match = DATE.exec(text.trim());
  if (!match) return null;
  const [, year, month, day, hour = '00', minute = '00', second = '00', zone] = match;
  const time = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const instant = new Date(`${time}Z`);
  // Date rolls the 31st of February over into March, so the way back must give the same text.
  const exists = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(time);
  if (!exists || Number(year) < FIRST_YEAR) return null;
  return { time, offset: zone === undefined ? null : parseOffset(zone) };
}

/**
 * @param text `+02:00`, `-0330` or `Z`
 * @returns minutes east of UTC; null for what is none, or beyond the zones that exist
 */
export function parseOffset(text: string): number | null {
  if (text.trim() === 'Z') return 0;
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(text.trim());
  if (!match) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return minutes > 14 * 60 ? null : match[1] === '-' ? 0 - minutes : minutes;
}
