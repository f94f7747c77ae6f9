import { expect, test } from 'vitest';
import { ultraface } from './ultraface.ts';

/** Anchors of a 128 x 64 input: 16 x 8 cells of three, 8 x 4 of two, 4 x 2 of two, 2 x 1 of three. */
const ANCHORS = 16 * 8 * 3 + 8 * 4 * 2 + 4 * 2 * 2 + 2 * 1 * 3;

function outputs(index: number, score: number, offset: readonly [number, number, number, number]) {
  const scores = new Float32Array(ANCHORS * 2);
  const offsets = new Float32Array(ANCHORS * 4);
  scores[2 * index + 1] = score;
  offsets.set(offset, 4 * index);
  return new Map([
    ['scores', { dims: [1, ANCHORS, 2], data: scores }],
    ['offsets', { dims: [1, ANCHORS, 4], data: offsets }],
  ]);
}

test.each([
  ['the first, stride 8, 10 px', 0, { left: -1, top: -1, right: 9, bottom: 9 }],
  ['second cell, 24 px', 5, { left: 0, top: -8, right: 24, bottom: 16 }],
  ['the last, stride 64, 256 px', ANCHORS - 1, { left: -32, top: -96, right: 224, bottom: 160 }],
])('an untouched anchor is its own box: %s', (_, index, rect) => {
  expect(ultraface.decode(outputs(index, 0.5, [0, 0, 0, 0]), 128, 64, 0.1)).toEqual([{ rect, score: 0.5 }]);
});

test('offsets move by a tenth of the anchor and grow by the exponential of a fifth', () => {
  const [found] = ultraface.decode(outputs(0, 1, [1, 2, 5 * Math.log(2), 0]), 128, 64, 0.1);
  expect(found?.rect.left).toBeCloseTo(4 + 1 - 10);
  expect(found?.rect.right).toBeCloseTo(4 + 1 + 10);
  expect(found?.rect.top).toBeCloseTo(4 + 2 - 5);
});

test('what scores below the minimum is no candidate', () => {
  expect(ultraface.decode(outputs(3, 0.09, [0, 0, 0, 0]), 128, 64, 0.1)).toEqual([]);
});

test('outputs of another model are refused by name', () => {
  expect(() => ultraface.decode(new Map(), 128, 64, 0.1)).toThrow(/scores/);
});
