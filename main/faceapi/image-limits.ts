/** What an image sent to the API may be (reference, 2.10). */
import type { PhotoFormat } from '../engine/decode/photo-file.ts';

/** "5 MB", read generously (D31). */
export const MAX_IMAGE_BYTES = 5 * 1024 * 1024;

/** Sides of the image, px, both included: more than 8 and at most 4000. */
export const IMAGE_SIDES = { from: 9, to: 4000 } as const;

export const IMAGE_FORMATS: readonly PhotoFormat[] = ['jpeg', 'png', 'bmp', 'gif', 'tiff'];
