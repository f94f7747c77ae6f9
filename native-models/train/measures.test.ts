import { expect, test } from 'vitest';
import { areaUnderCurve, correlation, platt } from './measures.ts';

test.each([
  ['every positive above every negative', [1, 2, 3, 4], [false, false, true, true], 1],
  ['every positive below', [4, 3, 2, 1], [false, false, true, true], 0],
  ['nothing known', [5, 5, 5, 5], [false, true, false, true], 0.5],
  ['one of four pairs wrong', [1, 3, 2, 4], [false, false, true, true], 0.75],
])('area under the curve: %s', (_, scores, labels, area) => {
  expect(areaUnderCurve(scores, labels)).toBe(area);
});

test('correlation does not mind scale and shift, only order and straightness', () => {
  expect(correlation([1, 2, 3], [10, 30, 50])).toBeCloseTo(1, 12);
  expect(correlation([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12);
});

test('calibrated odds are even half way between two like clouds of scores, even when one is half as common', () => {
  const cloud = (centre: number) => [-1.5, -1, -0.5, 0, 0.5, 1, 1.5].map((step) => centre + step);
  const negative = Array.from({ length: 200 }, () => cloud(4)).flat();
  const positive = Array.from({ length: 100 }, () => cloud(6)).flat();
  const labels = [...negative.map(() => false), ...positive.map(() => true)];
  const { slope, offset } = platt([...negative, ...positive], labels);
  expect(slope * 5 + offset).toBeCloseTo(0, 2);
  expect(slope).toBeGreaterThan(1);
});
