/** Metadata as Kindred keeps it. So far the orientation. */

import type { PhotoHeader } from './header.ts';
import type { PhotoMetadata } from './photo-file.ts';
export function readMetadata(_: Buffer, header: Omit<PhotoHeader, 'icc'>): PhotoMetadata {
  return {
    takenAt: null,
    utcOffset: null,
    camera: null,
    lens: null,
    gps: null,
    orientation: header.orientation,
    rating: null,
    keywords: [],
    regions: [],
  };
}
