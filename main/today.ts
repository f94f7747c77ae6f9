/** The day here, as names of files and folders say it. */

/** @returns `YYYY-MM-DD` by this machine's clock and time zone */
export function today(now = new Date()): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
