/**
 * One detected face seen close: its mesh, its landmarks and its aligned crops. What recognition, attributes and the
 * trainers under native-models/ start from.
 */
import { type AlignedFace, align, meshFivePoints } from './align.ts';
import type { Detection } from './detect/detection.ts';
import type { Point } from './face.ts';
import { correctLandmarks } from './landmarks/correction.ts';
import type { FaceMesh } from './landmarks/mesh.ts';
import { points106 } from './landmarks/points106.ts';
import type { Models } from './load-models.ts';
import type { RgbImage } from './pixels/image.ts';

export interface CloseUp extends AlignedFace {
  readonly mesh: FaceMesh;
  /** px of the photo, corrected when the pack has a correction. */
  readonly landmarks106: readonly Point[];
}

/** @param photo the pixels that `detection` was found in */
export async function closeUp(
  { mesh: reader, correction, template }: Pick<Models, 'mesh' | 'correction' | 'template'>,
  photo: RgbImage,
  { rect, points }: Pick<Detection, 'rect' | 'points'>,
): Promise<CloseUp> {
  const mesh = await reader.read(photo, rect, points && eyeAngle(points[0], points[1]));
  const landmarks = points106(mesh.points);
  return {
    ...align(photo, meshFivePoints(mesh.points), template),
    mesh,
    landmarks106: correction ? correctLandmarks(landmarks, correction) : landmarks,
  };
}

const eyeAngle = ([lx, ly]: Point, [rx, ry]: Point): number => Math.atan2(ry - ly, rx - lx);
