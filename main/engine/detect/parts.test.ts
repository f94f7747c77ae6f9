import { expect, test } from 'vitest';
import type { Detection } from './detection.ts';
import { dropParts } from './parts.ts';

const box = (left: number, side: number, score: number): Detection => ({
  rect: { left, top: left, right: left + side, bottom: left + side },
  score,
});
const face = box(0, 100, 0.8);

test.each([
  ['a nose and mouth inside a face', box(30, 50, 0.9), true],
  ['one that reaches a little beyond it', box(55, 50, 0.9), true],
  ['half of it outside', box(80, 50, 0.9), false],
  ['a face on a shirt, too small to be a part', box(40, 25, 0.9), false],
  ['a face much surer than the one around it', box(30, 50, 1.11), false],
])('%s', (_, other, isPart) => {
  expect(dropParts([face, other])).toEqual(isPart ? [face] : [face, other]);
});

test('a box that is hardly a face has no parts', () => {
  const doubtful = box(0, 100, 0.4);
  expect(dropParts([doubtful, box(30, 50, 0.5)])).toHaveLength(2);
});
