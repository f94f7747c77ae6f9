/**
 * What a detector says: boxes with scores, in the frame of the photo, and the geometry every detector shares.
 */
import type { Point, Rect } from '../face.ts';
import type { RgbImage } from '../pixels/image.ts';
import { overlap } from '../rect.ts';

/** Eye, eye, nose tip, mouth corner, mouth corner; the image's left before its right. */
export type FivePoints = readonly [Point, Point, Point, Point, Point];

export interface Detection {
  readonly rect: Rect;
  /** 0..1 */
  readonly score: number;
  /** Only from detectors that also say where the features are. */
  readonly points?: FivePoints;
}

export interface Detector {
  /** Longer side of the largest face it reliably sees, px of the view. */
  readonly largest: number;
  /**
   * One look at a photo, overlapping boxes suppressed.
   *
   * @param longSide the photo's longer side is brought to this many px before the model sees it
   */
  detect(photo: RgbImage, longSide: number): Promise<Detection[]>;
}

/**
 * Non-maximum suppression: of boxes that overlap by `limit` or more only the one with the highest score stays.
 *
 * @returns highest score first
 */
export function suppress(detections: readonly Detection[], limit: number): Detection[] {
  const kept: Detection[] = [];
  for (const candidate of detections.toSorted((a, b) => b.score - a.score)) {
    if (kept.every((better) => overlap(better.rect, candidate.rect) < limit)) kept.push(candidate);
  }
  return kept;
}

/** A detection in a frame that is `sx` times as wide and `sy` times as high. */
export function scale({ rect, score, points }: Detection, sx: number, sy: number): Detection {
  const at = ([x, y]: readonly [number, number]) => [x * sx, y * sy] as const;
  return {
    rect: { left: rect.left * sx, top: rect.top * sy, right: rect.right * sx, bottom: rect.bottom * sy },
    score,
    ...(points && { points: [at(points[0]), at(points[1]), at(points[2]), at(points[3]), at(points[4])] }),
  };
}
