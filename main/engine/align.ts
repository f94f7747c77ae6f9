/**
 * Alignment: every face is turned, scaled and shifted so that its features fall on the same places of a 112 x 112 crop,
 * the frame face embeddings are trained in.
 */
import type { FivePoints } from './detect/detection.ts';
import type { Point } from './face.ts';
import { type MeshPoints, meshPoint } from './landmarks/mesh.ts';
import type { RgbImage } from './pixels/image.ts';
import { mean, similarity, type Transform } from './pixels/transform.ts';
import { halve, warp } from './pixels/warp.ts';

/** Side of an aligned crop, px. */
const CROP = 112;

/** Eyes, nose tip and mouth corners of a mesh; an eye is the mean of its corners and of its lids. */
export function meshFivePoints(points: MeshPoints): FivePoints {
  const at = (index: number): Point => meshPoint(points, index);
  return [mean([33, 133, 159, 145].map(at)), mean([362, 263, 386, 374].map(at)), at(1), at(61), at(291)];
}

export interface AlignedFace {
  /** 112 x 112, for embeddings. */
  readonly crop: RgbImage;
  /** The same frame twice as fine, 224 x 224, for attributes. */
  readonly fine: RgbImage;
}

/**
 * Both crops of a face.
 *
 * @param points   five points of the face, px of the photo
 * @param template where they belong in the 112 x 112 crop. A mesh's own five points sit lower than ArcFace's usual
 *   template, so a pack states a template for them
 */
export function align(photo: RgbImage, points: FivePoints, template: FivePoints): AlignedFace {
  const [a, b, tx, c, d, ty] = similarity(points, template);
  const toFine: Transform = [2 * a, 2 * b, 2 * tx, 2 * c, 2 * d, 2 * ty];
  const fine = warp(photo, toFine, 2 * CROP, 2 * CROP);
  return { crop: halve(fine), fine };
}
