/** Which photos a window can show as their files are; of all others /photo/<id> is a smaller picture, and /whole/<id> all of it. */

/** Formats that every browser shows upright by itself, with their media types. */
const SHOWN_BY_BROWSERS: Readonly<Record<string, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  avif: 'image/avif',
};

/**
 * The media type of a photo's own file; null when a browser cannot show it as it is. A turn that Kindred made is not in
 * the file, which would be shown lying on its side.
 */
export const shownAs = (format: string, turn: string | null): string | null =>
  turn === null ? (SHOWN_BY_BROWSERS[format] ?? null) : null;
