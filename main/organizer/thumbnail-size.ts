/** How large the pictures are that Kindred keeps of each photo: sharper grids or less room on the disk, as the user likes. */
import { z } from 'zod';
import type { Library } from '../library/library.ts';

/** For a tile of the grid, and for a photo that fills a window until the original is there. */
export type ThumbnailUse = 'tile' | 'view';

/** Longer sides, px. A photo takes about 50, 120 and 280 kB. */
const SIZES = {
  small: { tile: 240, view: 960 },
  standard: { tile: 320, view: 1280 },
  large: { tile: 512, view: 2048 },
} as const satisfies Record<string, Readonly<Record<ThumbnailUse, number>>>;

export type ThumbnailSize = keyof typeof SIZES;

const SETTING = 'thumbnails.size';
const size = z.enum(['small', 'standard', 'large']);

export const thumbnailSize = (library: Library): ThumbnailSize =>
  size.safeParse(library.settings.get(SETTING)).data ?? 'standard';

/** Pictures of the other size are made again when they are next seen. */
export function setThumbnailSize(library: Library, wanted: ThumbnailSize): void {
  library.transaction(() => library.settings.set(SETTING, wanted));
}

/** What is wanted now, px. */
export const thumbnailSides = (library: Library): Readonly<Record<ThumbnailUse, number>> =>
  SIZES[thumbnailSize(library)];

/** All sides that a picture for this use may have been made with, px; the largest first. */
export const sidesEver = (use: ThumbnailUse): number[] =>
  Object.values(SIZES)
    .map((sides) => sides[use])
    .sort((a, b) => b - a);
