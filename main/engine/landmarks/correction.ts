/**
 * Linear correction of landmarks. The mesh was trained on its maker's idea of where an eyebrow or a jaw runs; a linear
 * map, fitted on faces marked by hand, moves its points to where people put them. It works in a frame in which the eyes
 * lie level and one unit apart, so it is the same for every size and turn of a face.
 */
import { z } from 'zod';
import type { Point } from '../face.ts';

const numbers = z.array(z.number());

/** The file that native-models/train writes. */
export const correctionFile = z
  .strictObject({
    kind: z.literal('kindred-landmark-correction'),
    /** Points in and points out. */
    points: z.int().min(2).max(1000),
    /** Indices of the points whose midpoints are the two eyes of the frame, the image's left first. */
    eyes: z.tuple([z.array(z.int().min(0)).min(1), z.array(z.int().min(0)).min(1)]),
    /** Indices of the points that the correction looks at. */
    inputs: z.array(z.int().min(0)).min(2),
    /** Mean of the inputs (x, y, x, y …) in the frame. */
    means: numbers,
    /** Offsets (x, y, x, y …) of an average face, in the frame. */
    offsets: numbers,
    /** One row an output coordinate: how much each input coordinate, less its mean, adds to the offset. */
    weights: z.array(numbers),
  })
  .refine(
    ({ points, eyes, inputs, means, offsets, weights }) =>
      [...eyes.flat(), ...inputs].every((index) => index < points) &&
      means.length === 2 * inputs.length &&
      offsets.length === 2 * points &&
      weights.length === offsets.length &&
      weights.every((row) => row.length === means.length),
    'the sizes of its tables do not fit together',
  );

export type LandmarkCorrection = z.infer<typeof correctionFile>;

/** The frame of a face: origin between the eyes, x axis from the image's left eye to the right, eye distance 1. */
export interface EyeFrame {
  enter(point: Point): Point;
  leave(point: Point): Point;
}

/** @returns null when both eyes fall on one spot, which no face does */
export function eyeFrame(points: readonly Point[], eyes: LandmarkCorrection['eyes']): EyeFrame | null {
  const [left, right] = [centre(points, eyes[0]), centre(points, eyes[1])];
  const [dx, dy] = [right[0] - left[0], right[1] - left[1]];
  const square = dx * dx + dy * dy;
  if (!(square > 0)) return null;
  const [ox, oy] = [(left[0] + right[0]) / 2, (left[1] + right[1]) / 2];
  return {
    enter: ([x, y]) => [((x - ox) * dx + (y - oy) * dy) / square, ((y - oy) * dx - (x - ox) * dy) / square],
    leave: ([x, y]) => [ox + x * dx - y * dy, oy + x * dy + y * dx],
  };
}

/**
 * @param points as many as the correction was fitted for, px
 * @returns the corrected points, px; the points themselves where the face has no frame
 * @throws RangeError when the number of points is not the correction's
 */
export function correctLandmarks(points: readonly Point[], correction: LandmarkCorrection): readonly Point[] {
  if (points.length !== correction.points)
    throw new RangeError(`This correction is for ${correction.points} points, not ${points.length}.`);
  const frame = eyeFrame(points, correction.eyes);
  if (frame === null) return points;
  const inputs = correction.inputs.flatMap((index) => frame.enter(points[index] ?? [0, 0]));
  const deviations = inputs.map((value, i) => value - (correction.means[i] ?? 0));
  const offset = (row: number): number => {
    const weights = correction.weights[row] ?? [];
    return weights.reduce((sum, weight, i) => sum + weight * (deviations[i] ?? 0), correction.offsets[row] ?? 0);
  };
  return points.map((point, i) => {
    const [x, y] = frame.enter(point);
    return frame.leave([x + offset(2 * i), y + offset(2 * i + 1)]);
  });
}

function centre(points: readonly Point[], indices: readonly number[]): Point {
  let [x, y] = [0, 0];
  for (const index of indices) {
    const point = points[index] ?? [0, 0];
    x += point[0] / indices.length;
    y += point[1] / indices.length;
  }
  return [x, y];
}
