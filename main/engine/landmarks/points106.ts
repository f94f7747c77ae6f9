/**
 * The 106 landmarks of the API, picked from the 478 points of the mesh: contour 0-32, brows 33-42 and 64-71, nose 43-51
 * and 78-83, eyes 52-63 and 72-77, lips 84-103, pupils 104 and 105. Indices of the mesh are MediaPipe's.
 */
import type { Point } from '../face.ts';
import { type MeshPoints, meshPoint } from './mesh.ts';
import { LEFT_PUPIL, RIGHT_PUPIL } from './refinement.ts';

/** A contour point lies on the jaw line between mesh points a and b, the share t of the way. */
type Between = readonly [a: number, b: number, t: number];

/** Equal steps along the contour's arc on a mean frontal face, from the image's left temple to the chin. */
const LEFT_CONTOUR: readonly Between[] = [
  [127, 234, 0],
  [127, 234, 0.622],
  [234, 93, 0.238],
  [234, 93, 0.846],
  [93, 132, 0.42],
  [93, 132, 0.983],
  [132, 58, 0.515],
  [58, 172, 0.055],
  [58, 172, 0.68],
  [172, 136, 0.365],
  [136, 150, 0.109],
  [136, 150, 0.825],
  [150, 149, 0.683],
  [149, 176, 0.595],
  [176, 148, 0.483],
  [148, 152, 0.288],
];
const CHIN = 152;
/** The mesh point on the other half of the face, for every one the contour uses. */
const OPPOSITE: ReadonlyMap<number, number> = new Map([
  [127, 356],
  [234, 454],
  [93, 323],
  [132, 361],
  [58, 288],
  [172, 397],
  [136, 365],
  [150, 379],
  [149, 378],
  [176, 400],
  [148, 377],
  [CHIN, CHIN],
]);

/** Landmarks 33 to 105, each one point of the mesh. */
const FEATURES: readonly number[] = [
  ...[70, 63, 105, 66, 107], // 33-37 brow, image's left
  ...[336, 296, 334, 293, 300], // 38-42 brow, right
  ...[168, 197, 5, 4], // 43-46 bridge to tip of the nose
  ...[98, 97, 2, 326, 327], // 47-51 below the nose
  ...[33, 160, 158, 133, 153, 144], // 52-57 eye, left
  ...[362, 385, 387, 263, 373, 380], // 58-63 eye, right
  ...[53, 52, 65, 55], // 64-67 lower edge of the brow, left
  ...[285, 295, 282, 283], // 68-71 lower edge of the brow, right
  ...[159, 145, LEFT_PUPIL], // 72-74 lids and pupil, left
  ...[386, 374, RIGHT_PUPIL], // 75-77 lids and pupil, right
  ...[193, 417, 131, 360, 64, 294], // 78-83 sides of the nose, left and right by turns
  ...[61, 39, 37, 0, 267, 269, 291], // 84-90 upper edge of the lips
  ...[321, 405, 17, 181, 91], // 91-95 lower edge of the lips
  ...[78, 81, 13, 311, 308, 402, 14, 178], // 96-103 between the lips
  ...[LEFT_PUPIL, RIGHT_PUPIL], // 104, 105
];

const CONTOUR: readonly Between[] = [...LEFT_CONTOUR, [CHIN, CHIN, 0], ...LEFT_CONTOUR.toReversed().map(opposite)];

function opposite([a, b, t]: Between): Between {
  return [OPPOSITE.get(a) ?? a, OPPOSITE.get(b) ?? b, t];
}

/** @param mesh 478 points; @returns 106 points in the frame of the mesh */
export function points106(mesh: MeshPoints): Point[] {
  const contour = CONTOUR.map(([a, b, t]): Point => {
    const [ax, ay] = meshPoint(mesh, a);
    const [bx, by] = meshPoint(mesh, b);
    return [ax * (1 - t) + bx * t, ay * (1 - t) + by * t];
  });
  return [...contour, ...FEATURES.map((index) => meshPoint(mesh, index))];
}
