/**
 * A face as the v1 API and the command line say it (reference, section 3.3): the same field names, units and rounding
 * wherever a face leaves Kindred.
 */
import type { Attributes, Face, Point, Rect } from '../engine/face.ts';

/** Decimals kept of a landmark: 1/1000 px is far below what the models resolve, and the reference allows six. */
const LANDMARK_DECIMALS = 3;

export interface FaceAnswer {
  readonly rect: Rect;
  readonly eye_dist: number;
  readonly landmarks21: readonly Point[];
  readonly landmarks106?: readonly Point[];
  readonly attributes?: Attributes;
}

const round = (value: number, decimals: number): number => Math.round(value * 10 ** decimals) / 10 ** decimals;

// The library keeps landmarks as float32, and what is told at once must be what is told again.
const roundPoint = ([x, y]: Point): Point => [
  round(Math.fround(x), LANDMARK_DECIMALS),
  round(Math.fround(y), LANDMARK_DECIMALS),
];

/** The rect in whole pixels, inside the photo; a square stays a square. */
export function wholeRect({ left, top, right, bottom }: Rect): Rect {
  const [x, y] = [Math.floor(left), Math.floor(top)];
  return { left: x, top: y, right: x + Math.round(right - left), bottom: y + Math.round(bottom - top) };
}

/**
 * @param face what the engine found, or what the library kept of it
 * @param wanted landmarks106 and attributes are told only when asked for, and only if they were computed
 */
export function faceAnswer(
  face: Pick<Face, 'rect' | 'eyeDist' | 'landmarks21' | 'landmarks106' | 'attributes'>,
  wanted: { readonly landmarks106: boolean; readonly attributes: boolean },
): FaceAnswer {
  return {
    rect: wholeRect(face.rect),
    eye_dist: Math.floor(face.eyeDist),
    landmarks21: face.landmarks21.map(roundPoint),
    ...(wanted.landmarks106 && { landmarks106: face.landmarks106.map(roundPoint) }),
    ...(wanted.attributes && face.attributes && { attributes: face.attributes }),
  };
}
