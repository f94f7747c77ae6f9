/** What a user may set about people. */
import { z } from 'zod';
import type { Library } from '../../library/library.ts';

const AUTOMATIC_FROM = 'people.automatic-from';

/**
 * Surer than this, a face is added to a person without asking. On LFW with 172 known people 87 to 93 of 100 faces were
 * added so, and none to a wrong person (test/bench/README.md); what is less sure is suggested.
 */
const DEFAULT_AUTOMATIC_FROM = 0.9;

const confidence = z.number().min(0).max(1);

const SMALLEST_FACE = 'people.smallest-face';

/** Longer side of a face's box, px of the photo; 0 for faces of any size, which is how Kindred starts. */
const pixels = z.int().min(0).max(1000);

/** Confidence from which a face is added to a person without asking; Infinity when the user wants to be asked always. */
export function automaticFrom(library: Library): number {
  const setting = library.settings.get(AUTOMATIC_FROM);
  if (setting === 'never') return Number.POSITIVE_INFINITY;
  const checked = confidence.safeParse(setting);
  return checked.success ? checked.data : DEFAULT_AUTOMATIC_FROM;
}

/** @param from 0..1, or `never` */
export function setAutomaticFrom(library: Library, from: number | 'never'): void {
  const value = from === 'never' ? from : confidence.parse(from);
  library.transaction(() => library.settings.set(AUTOMATIC_FROM, value));
}

/** Faces smaller than this, px, are neither grouped nor suggested; 0 when the user minds no size. */
export const smallestFace = (library: Library): number =>
  pixels.safeParse(library.settings.get(SMALLEST_FACE)).data ?? 0;

export function setSmallestFace(library: Library, size: number): void {
  library.transaction(() => library.settings.set(SMALLEST_FACE, pixels.parse(size)));
}
