/** Where the pictures of a photo are; a turned photo has other addresses, so that it is fetched anew. */

interface Turned {
  readonly id: string;
  readonly turn: string | null;
}

const suffix = ({ turn }: Turned): string => (turn === null ? '' : `?${turn}`);

export const photoAddress = (photo: Turned): string => `/photo/${photo.id}${suffix(photo)}`;
/** All pixels of a photo of which `photoAddress` shows fewer. */
export const wholeAddress = (photo: Turned): string => `/whole/${photo.id}${suffix(photo)}`;
export const thumbAddress = (photo: Turned): string => `/thumb/${photo.id}${suffix(photo)}`;
