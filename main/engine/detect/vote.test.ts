import { expect, test } from 'vitest';
import type { Detection } from './detection.ts';
import { type ViewFindings, vote } from './vote.ts';

const face = (left: number, score: number, side = 10): Detection => ({
  rect: { left, top: 0, right: left + side, bottom: side },
  score,
});
/** A view that sees faces of any size. */
const view = (...detections: Detection[]): ViewFindings => ({ detections, largest: 1000, closeFrom: 0 });

test('a face that both views see has the mean of their scores, and their boxes weigh by score', () => {
  const [found, ...rest] = vote([view(face(0, 0.9)), view(face(2, 0.3))]);
  expect(rest).toEqual([]);
  expect(found?.score).toBeCloseTo(0.6);
  expect(found?.rect.left).toBeCloseTo((0.9 * 0 + 0.3 * 2) / 1.2);
});

test('a face that one of two views misses drops below any sensible threshold', () => {
  expect(vote([view(face(0, 1)), view()])[0]?.score).toBeCloseTo((1 + 0.05) / 2);
});

test('a view that sees a face twice votes once, with its better score', () => {
  expect(vote([view(face(0, 0.8), face(2, 0.6)), view(face(1, 0.8))])[0]?.score).toBeCloseTo(0.8);
});

test('a box that overlaps only a little counts as the same face but does not shape it', () => {
  const [found] = vote([view(face(0, 0.9)), view(face(4, 0.5))]);
  expect(found?.score).toBeCloseTo(0.7);
  expect(found?.rect).toEqual(face(0, 0.9).rect);
});

test('different faces stay apart, the surest first', () => {
  const scores = vote([view(face(0, 0.4), face(50, 0.9)), view(face(0, 0.4), face(50, 0.9))]).map(({ score }) => score);
  expect(scores).toEqual([0.9, 0.4]);
});

test('no faces, no votes', () => {
  expect(vote([view(), view()])).toEqual([]);
});

test('a view says nothing against a face that is too large for it, and counts when it sees it all the same', () => {
  const close = face(0, 0.9, 300);
  const near: ViewFindings = { detections: [], largest: 256, closeFrom: 0 };
  expect(vote([view(close), near])[0]?.score).toBeCloseTo(0.9);
  expect(vote([view(close), { ...near, detections: [face(0, 0.5, 300)] }])[0]?.score).toBeCloseTo(0.7);
  expect(vote([view(face(0, 0.9, 200)), near])[0]?.score).toBeCloseTo((0.9 + 0.05) / 2);
});

test('what a view takes for a face too large for it neither shapes a box nor is a face of its own', () => {
  const part: ViewFindings = { detections: [face(100, 1, 300)], largest: 256, closeFrom: 0 };
  expect(vote([view(face(0, 0.8, 400)), part])).toMatchObject([{ rect: face(0, 0.8, 400).rect, score: 0.9 }]);
  expect(vote([view(), part])).toEqual([]);
});

test('a view for large faces speaks for those it sees and for nothing else', () => {
  const close = (...detections: Detection[]): ViewFindings => ({ detections, largest: 2000, closeFrom: 100 });
  expect(vote([view(face(0, 0.9, 200)), close()])[0]?.score).toBeCloseTo(0.9);
  expect(vote([view(face(0, 0.9, 200)), close(face(0, 0.7, 200))])[0]?.score).toBeCloseTo(0.8);
  expect(vote([view(), close(face(0, 1, 50))])).toEqual([]);
});
