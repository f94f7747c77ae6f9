/** Numbers as Chinese writes them. */
const format = new Intl.NumberFormat('zh');

export const n = (value: number): string => format.format(value);
