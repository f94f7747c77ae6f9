/** `2015-11-05T05:43:01+00:00`: a moment as the reference writes it, in seconds and with its offset (D42). */
export const dateTime = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, '+00:00');
