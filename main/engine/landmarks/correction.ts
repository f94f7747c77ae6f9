/**
 * Linear correction of landmarks. The mesh was trained on its maker's idea of where an eyebrow or a jaw runs; a linear
 * map, fitted on faces marked by hand, moves its points to where people put them. It works in a frame in which the eyes
 * lie level and one unit apart, so it is the same for every size and turn of a face.
 */
import { z } from 'zod';
import type { Point } from '../face.ts';
import { mean } from '../pixels/transform.ts';

const numbers = z.array(z.number());
const index = z.int().min(0);
const indices = z.array(index).min(1);

/** The file that native-models/train writes. */
export const correctionFile = z
  .strictObject({
    kind: z.literal('kindred-landmark-correction'),
    /** Points in and points out. */
    points: z.int().min(2).max(1000),
    /** Indices of the points whose midpoints are the two eyes of the frame, the image's left first. */
    eyes: z.tuple([indices, indices]),
    /** Indices of the points that the correction looks at. */
    inputs: indices,
    /** Mean of the inputs (x, y, x, y …) in the frame. */
    means: numbers,
    /** Indices of the points that people marked, and so could be learnt. */
    marked: indices,
    /** Offsets (x, y, x, y …) of the marked points of an average face, in the frame. */
    offsets: numbers,
    /** One row a number of `offsets`: how much each input, less its mean, adds to it. */
    weights: z.array(numbers),
    /** Points that move with marked ones: [index, by the mean of these]. All others stay. */
    followers: z.array(z.tuple([index, indices])),
  })
  .refine(
    ({ points, eyes, inputs, means, marked, offsets, weights, followers }) =>
      [...eyes.flat(), ...inputs, ...marked, ...followers.map(([follower]) => follower)].every((i) => i < points) &&
      followers.every(([, leaders]) => leaders.every((leader) => marked.includes(leader))) &&
      means.length === 2 * inputs.length &&
      offsets.length === 2 * marked.length &&
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
  const middle = (eye: readonly number[]): Point => mean(eye.map((i) => points[i] ?? [0, 0]));
  const [left, right] = [middle(eyes[0]), middle(eyes[1])];
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
  const inputs = correction.inputs.flatMap((i) => frame.enter(points[i] ?? [0, 0]));
  const deviations = inputs.map((value, i) => value - (correction.means[i] ?? 0));
  const offset = (row: number): number => {
    const weights = correction.weights[row] ?? [];
    return weights.reduce((sum, weight, i) => sum + weight * (deviations[i] ?? 0), correction.offsets[row] ?? 0);
  };
  const offsets = new Map<number, Point>();
  for (const [row, marked] of correction.marked.entries()) offsets.set(marked, [offset(2 * row), offset(2 * row + 1)]);
  for (const [follower, leaders] of correction.followers)
    offsets.set(follower, mean(leaders.map((leader) => offsets.get(leader) ?? [0, 0])));
  return points.map((point, i) => {
    const [dx, dy] = offsets.get(i) ?? [0, 0];
    const [x, y] = frame.enter(point);
    return frame.leave([x + dx, y + dy]);
  });
}
