/** Numbers as English writes them. */

/** Made once: labels of photos ask for it hundreds of times a second while the grid scrolls. */
const format = new Intl.NumberFormat('en');

export const number = (n: number): string => format.format(n);

export const plural = (n: number, one: string, many: string): string => `${number(n)} ${n === 1 ? one : many}`;
