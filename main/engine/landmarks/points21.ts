/** The 21 landmarks of the API, each one of the 106 or the middle of two of them. */
import type { Point } from '../face.ts';
import { mean } from '../pixels/transform.ts';

const SOURCES: readonly (readonly number[])[] = [
  ...[[33], [35, 65], [37, 67]], // 0-2 brow, image's left: outer end, middle, inner end
  ...[[38, 68], [40, 70], [42]], // 3-5 brow, right: inner end, middle, outer end
  ...[[52], [55], [58], [61]], // 6-9 corners of the eyes from left to right
  ...[[82], [49], [83]], // 10-12 nose: left wing, below, right wing
  ...[[87], [98, 102], [93]], // 13-15 mouth: upper edge, middle, lower edge
  ...[[104], [105]], // 16, 17 pupils
  ...[[46]], // 18 tip of the nose
  ...[[84], [90]], // 19, 20 corners of the mouth
];

/** @param points 106 landmarks; @returns 21 in the same frame */
export function points21(points: readonly Point[]): Point[] {
  return SOURCES.map((indices) => mean(indices.map((index) => points[index] ?? [0, 0])));
}
