/**
 * What a photo file says about itself before anyone looks at its pixels: content hash, true format, size, metadata.
 * Named regions come from other programs (Picasa, digiKam, Lightroom, Windows) and carry names worth keeping.
 */
import type { Orientation } from '../face.ts';

export type PhotoFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | 'tiff' | 'bmp' | 'heif';

/** A face rectangle found in the metadata, in fractions (0..1) of the upright frame. */
export interface FaceRegion {
  readonly name: string | null;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly source: 'mwg-rs' | 'microsoft';
}

export interface PhotoMetadata {
  /** Local wall-clock time, `YYYY-MM-DDTHH:mm:ss`, as cameras write it; null when unknown. */
  readonly takenAt: string | null;
  /** Minutes east of UTC, when the file says so. */
  readonly utcOffset: number | null;
  readonly camera: string | null;
  readonly lens: string | null;
  /** Degrees, WGS 84. */
  readonly gps: { readonly latitude: number; readonly longitude: number } | null;
  readonly orientation: Orientation | null;
  /** 0..5, null when unrated. */
  readonly rating: number | null;
  readonly keywords: readonly string[];
  readonly regions: readonly FaceRegion[];
}

export interface PhotoFile {
  /** SHA-256 of the bytes, lower-case hex. */
  readonly sha256: string;
  readonly bytes: number;
  readonly format: PhotoFormat;
  /** Size of the upright frame, px. */
  readonly width: number;
  readonly height: number;
  readonly metadata: PhotoMetadata;
}
