import { expect, test } from 'vitest';
import type { Point } from '../face.ts';
import { points21 } from './points21.ts';
import { points106 } from './points106.ts';

/** A mesh whose every point names its own index: x = index, y = -index. */
const numbered = Float32Array.from(
  { length: 478 * 3 },
  (_, i) => [Math.floor(i / 3), -Math.floor(i / 3), 0][i % 3] ?? 0,
);

test('there are 106 landmarks, and the named ones are the right points of the mesh', () => {
  const points = points106(numbered);
  expect(points).toHaveLength(106);
  const index = (landmark: number) => points[landmark]?.[0];
  expect(index(0)).toBe(127);
  expect(index(16)).toBe(152); // chin
  expect(index(32)).toBe(356);
  expect(index(46)).toBe(4); // tip of the nose
  expect([52, 55, 58, 61].map(index)).toEqual([33, 133, 362, 263]); // corners of the eyes
  expect([84, 90].map(index)).toEqual([61, 291]); // corners of the mouth
  expect([74, 77, 104, 105].map(index)).toEqual([468, 473, 468, 473]); // pupils
});

test('the contour is the same on both halves of a face', () => {
  const points = points106(numbered);
  const [a, b] = [points[1], points[31]];
  // 62.2 % of the way from 127 to 234, and from 356 to 454.
  expect(a?.[0]).toBeCloseTo(127 + 0.622 * (234 - 127), 3);
  expect(b?.[0]).toBeCloseTo(356 + 0.622 * (454 - 356), 3);
});

test('the 21 are picked from the 106 or lie between two of them', () => {
  const points = Array.from({ length: 106 }, (_, i): Point => [i, 2 * i]);
  const picked = points21(points);
  expect(picked).toHaveLength(21);
  expect(picked[0]).toEqual([33, 66]);
  expect(picked[1]).toEqual([50, 100]); // between 35 and 65
  expect(picked[16]).toEqual([104, 208]);
  expect(picked[20]).toEqual([90, 180]);
});
