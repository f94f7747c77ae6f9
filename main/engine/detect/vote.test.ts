import { expect, test } from 'vitest';
import type { Detection } from './detection.ts';
import { vote } from './vote.ts';

const face = (left: number, score: number, side = 10): Detection => ({
  rect: { left, top: 0, right: left + side, bottom: side },
  score,
});

test('a face that both views see has the mean of their scores, and their boxes weigh by score', () => {
  const [found, ...rest] = vote([[face(0, 0.9)], [face(2, 0.3)]]);
  expect(rest).toEqual([]);
  expect(found?.score).toBeCloseTo(0.6);
  expect(found?.rect.left).toBeCloseTo((0.9 * 0 + 0.3 * 2) / 1.2);
});

test('a face that one of two views misses drops below any sensible threshold', () => {
  expect(vote([[face(0, 1)], []])[0]?.score).toBeCloseTo((1 + 0.05) / 2);
});

test('a view that sees a face twice votes once, with its better score', () => {
  expect(vote([[face(0, 0.8), face(2, 0.6)], [face(1, 0.8)]])[0]?.score).toBeCloseTo(0.8);
});

test('a box that overlaps only a little counts as the same face but does not shape it', () => {
  const [found] = vote([[face(0, 0.9)], [face(4, 0.5)]]);
  expect(found?.score).toBeCloseTo(0.7);
  expect(found?.rect).toEqual(face(0, 0.9).rect);
});

test('different faces stay apart, the surest first', () => {
  const scores = vote([
    [face(0, 0.4), face(50, 0.9)],
    [face(0, 0.4), face(50, 0.9)],
  ]).map(({ score }) => score);
  expect(scores).toEqual([0.9, 0.4]);
});

test('no faces, no votes', () => {
  expect(vote([[], []])).toEqual([]);
});
