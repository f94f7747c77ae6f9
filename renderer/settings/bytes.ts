/** Sizes as people say them. */

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** In thousands, as disks are sold and file managers count. */
export function bytes(locale: string, size: number): string {
  const power = Math.min(UNITS.length - 1, size < 1 ? 0 : Math.floor(Math.log10(size) / 3));
  const value = size / 1000 ** power;
  return new Intl.NumberFormat(locale, {
    ...{ style: 'unit', unit: UNITS[power] ?? 'byte', unitDisplay: power === 0 ? 'long' : 'short' },
    maximumFractionDigits: value < 10 && power > 0 ? 1 : 0,
  } as Intl.NumberFormatOptions).format(value);
}
