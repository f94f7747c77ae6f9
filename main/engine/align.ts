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
export const CROP = 112;

/** ArcFace's template (Deng et al., CVPR 2019), for detectors that give eyes, nose tip and mouth corners themselves. */
export const ARCFACE_TEMPLATE: FivePoints = [
  [38.2946, 51.6963],
  [73.5318, 51.5014],
  [56.0252, 71.7366],
  [41.5493, 92.3655],
  [70.7299, 92.2041],
];

/**
 * Where the mesh's own five points fall, on average, when a face lies right in ArcFace's template. They sit lower:
 * aligned to that template directly they would cost accuracy.
 */
export const MESH_TEMPLATE: FivePoints = [
  [38.02, 53.24],
  [73.16, 53.01],
  [55.8, 75.73],
  [40.38, 90.96],
  [71.2, 90.66],
];

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

/** Both crops of a face whose five points should fall on `template`. */
export function align(photo: RgbImage, points: FivePoints, template: FivePoints): AlignedFace {
  const [a, b, tx, c, d, ty] = similarity(points, template);
  const toFine: Transform = [2 * a, 2 * b, 2 * tx, 2 * c, 2 * d, 2 * ty];
  const fine = warp(photo, toFine, 2 * CROP, 2 * CROP);
  return { crop: halve(fine), fine };
}
