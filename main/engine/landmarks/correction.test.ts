import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Point } from '../face.ts';
import { correctionFile, correctLandmarks, eyeFrame, type LandmarkCorrection } from './correction.ts';

/** Two eyes and three more points; point 2 was marked, 3 follows it, 4 stays. */
const correction: LandmarkCorrection = {
  kind: 'kindred-landmark-correction',
  points: 5,
  eyes: [[0], [1]],
  inputs: [2],
  means: [0, 1],
  marked: [2],
  offsets: [0.1, 0],
  weights: [
    [0, 0.5],
    [0, 0],
  ],
  followers: [[3, [2]]],
};

const face: readonly Point[] = [
  [0, 0],
  [10, 0],
  [5, 10],
  [5, 14],
  [5, 20],
];

test('an average face gets the average offsets, in units of its eye distance', () => {
  expect(correctLandmarks(face, correction)).toEqual([
    [0, 0],
    [10, 0],
    [6, 10],
    [6, 14],
    [5, 20],
  ]);
});

test('a face that differs from the average is corrected by how much it differs', () => {
  const lower = face.map(([x, y], i): Point => (i === 2 ? [x, y + 2] : [x, y]));
  // 2 px are 0.2 eye distances more, half of which adds to the offset of 0.1.
  expect(correctLandmarks(lower, correction)[2]).toEqual([7, 12]);
});

const turnBy = (angle: number, scale: number, dx: number, dy: number) => {
  const [cos, sin] = [scale * Math.cos(angle), scale * Math.sin(angle)];
  return ([x, y]: Point): Point => [cos * x - sin * y + dx, sin * x + cos * y + dy];
};

test('the correction turns, grows and moves with the face', () => {
  const shift = fc.double({ min: -500, max: 500, noNaN: true });
  const motion = fc.tuple(
    fc.double({ min: -4, max: 4, noNaN: true }),
    fc.double({ min: 0.1, max: 20, noNaN: true }),
    shift,
    shift,
  );
  fc.assert(
    fc.property(motion, (by) => {
      const move = turnBy(...by);
      const movedThenCorrected = correctLandmarks(face.map(move), correction);
      for (const [i, point] of correctLandmarks(face, correction).map(move).entries()) {
        expect(movedThenCorrected[i]?.[0]).toBeCloseTo(point[0], 6);
        expect(movedThenCorrected[i]?.[1]).toBeCloseTo(point[1], 6);
      }
    }),
  );
});

test('leaving the frame undoes entering it', () => {
  const frame = eyeFrame(face, correction.eyes);
  expect(frame?.enter([10, 0])).toEqual([0.5, 0]);
  expect(frame?.leave([0.5, 0])).toEqual([10, 0]);
});

test('a face with both eyes on one spot is left as it is', () => {
  const collapsed = face.map((): Point => [3, 3]);
  expect(correctLandmarks(collapsed, correction)).toBe(collapsed);
});

test('points of another scheme are refused, and so is a file whose tables do not fit', () => {
  expect(() => correctLandmarks(face.slice(1), correction)).toThrow('for 5 points, not 4');
  expect(correctionFile.safeParse(correction).success).toBe(true);
  expect(correctionFile.safeParse({ ...correction, offsets: [0.1] }).success).toBe(false);
  expect(correctionFile.safeParse({ ...correction, followers: [[3, [4]]] }).success).toBe(false);
  expect(correctionFile.safeParse({ ...correction, marked: [7] }).success).toBe(false);
});
