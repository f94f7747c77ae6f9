/** Numbers as Chinese writes them. */
export const n = (value: number): string => value.toLocaleString('zh');
