/**
 * The vocabulary of the engine: what a face is once it has been found. Plain data, no methods, safe to send between
 * processes. All coordinates are pixels of the upright photo (after EXIF orientation and auto-rotate), x to the right,
 * y down, (0, 0) the outer corner of the top left pixel.
 */
import type { PhotoFormat } from './decode/photo-file.ts';

export type Point = readonly [x: number, y: number];

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How usable a face is for recognition and for a cover picture. */
export interface Quality {
  /** 0..1, the product of the parts below; thresholds are in organizer/, not here. */
  readonly overall: number;
  /** Longer side of the box, px. */
  readonly size: number;
  /** 0..1, 1 is crisp. */
  readonly sharpness: number;
  /** Degrees; positive yaw: turned to the image's right; positive pitch: looking up; roll: clockwise in the image. */
  readonly yaw: number;
  readonly pitch: number;
  readonly roll: number;
}

/** Integers as the v1 API gives them: years for age, 0..100 otherwise (smile 1..100); 50 is the decision point. */
export interface Attributes {
  readonly age: number;
  /** Below 50 female, otherwise male. */
  readonly gender: number;
  readonly attractive: number;
  readonly eyeglass: number;
  readonly sunglass: number;
  readonly smile: number;
}

/** A face found in a photo, with everything the engine can say about it. */
export interface Face {
  /** The detector's box made square (side = longer side), cut off at the photo's border. */
  readonly rect: Rect;
  /** Detection score, 0..1. */
  readonly score: number;
  readonly landmarks21: readonly Point[];
  readonly landmarks106: readonly Point[];
  /** Distance of the pupils, px. */
  readonly eyeDist: number;
  readonly quality: Quality;
  /** The aligned 112 x 112 face as JPEG, so that a later model can embed it without the original. */
  readonly crop: Uint8Array;
  /** L2-normalised; null when not asked for. */
  readonly embedding: Float32Array | null;
  readonly attributes: Attributes | null;
}

/** EXIF orientation tag, 1..8. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** Clockwise turn that auto-rotate applied after the EXIF turn. */
export type Turn = 'cw90' | 'cw180' | 'cw270';

export interface Thumbnail {
  /** Nominal longer side, px; a smaller photo is not enlarged. */
  readonly size: number;
  readonly width: number;
  readonly height: number;
  readonly webp: Uint8Array;
}

/** What the engine says of one photo. Faces are ordered by area, largest first. */
export interface PhotoAnalysis {
  readonly format: PhotoFormat;
  readonly width: number;
  readonly height: number;
  readonly exifOrientation: Orientation | null;
  readonly rotate: Turn | null;
  readonly faces: readonly Face[];
  readonly thumbnails: readonly Thumbnail[];
}
