/** The 68 points of iBUG's marking scheme among our 106, and the usual measure of error. */
import type { Point } from '../../main/engine/face.ts';

const range = (from: number, to: number, step = 1): number[] =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);

/** Index among the 106 of each of the 68: every second contour point, brows, nose, eyes, lips. */
export const MARKED: readonly number[] = [...range(0, 32, 2), ...range(33, 51), ...range(52, 63), ...range(84, 103)];

/** Points of the 106 that the 68 lack, with the neighbours among the 68 whose correction they share. */
export const FOLLOWERS: readonly (readonly [number, readonly number[]])[] = [
  ...range(1, 31, 2).map((i) => [i, [i - 1, i + 1]] as const), // contour, half way
  ...range(64, 67).map((i) => [i, [i - 30]] as const), // lower edge of the brow below its upper edge, image's left
  ...range(68, 71).map((i) => [i, [i - 30]] as const), // the same, right
  [72, [53, 54]], // middle of the lids
  [73, [56, 57]],
  [75, [59, 60]],
  [76, [62, 63]],
];

interface Comparison {
  /** 106 points as found. */
  readonly points: readonly Point[];
  /** 68 points as marked. */
  readonly marked: readonly Point[];
}

/** Mean distance between found and marked points in % of the distance of the outer eye corners, over all faces. */
export function meanErrors(faces: readonly Comparison[]): { inner51: number; all68: number } {
  const over = (first: number): number => {
    const errors = faces.map(({ points, marked }) => {
      const unit = distance(marked[36], marked[45]);
      const distances = MARKED.slice(first).map((index, i) => distance(points[index], marked[first + i]));
      return (100 * distances.reduce((sum, value) => sum + value, 0)) / distances.length / unit;
    });
    return errors.reduce((sum, value) => sum + value, 0) / errors.length;
  };
  return { inner51: over(17), all68: over(0) };
}

const distance = (a: Point = [Number.NaN, 0], b: Point = [Number.NaN, 0]): number =>
  Math.hypot(a[0] - b[0], a[1] - b[1]);
