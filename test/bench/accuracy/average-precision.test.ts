import { expect, test } from 'vitest';
import type { Detection } from '../../../main/engine/detect/detection.ts';
import { precisionRecall } from './average-precision.ts';
import type { MarkedFace } from './wider.ts';

const at = (left: number, size = 20) => ({ left, top: 0, right: left + size, bottom: size });
const marked = (left: number, ignored = false): MarkedFace => ({ rect: at(left), size: 20, ignored });
const found = (left: number, score: number): Detection => ({ rect: at(left), score });

test('all faces found and nothing else is 1', () => {
  const { averagePrecision, maxRecall } = precisionRecall([
    { marked: [marked(0), marked(100)], detections: [found(1, 0.9), found(99, 0.2)] },
  ]);
  expect([averagePrecision, maxRecall]).toEqual([1, 1]);
});

test('a false face above half of the true ones costs a third of their precision', () => {
  const { averagePrecision } = precisionRecall([
    { marked: [marked(0), marked(100)], detections: [found(0, 0.9), found(300, 0.8), found(100, 0.7)] },
  ]);
  expect(averagePrecision).toBeCloseTo(0.5 * 1 + 0.5 * (2 / 3));
});

test('a second detection of one face is a false face', () => {
  const { averagePrecision } = precisionRecall([
    { marked: [marked(0), marked(100)], detections: [found(0, 0.9), found(1, 0.8), found(100, 0.7)] },
  ]);
  expect(averagePrecision).toBeCloseTo(0.5 + 0.5 * (2 / 3));
});

test('an ignored face may be found or missed', () => {
  const faces = [marked(0), marked(100, true)];
  expect(precisionRecall([{ marked: faces, detections: [found(100, 1), found(0, 0.5)] }]).averagePrecision).toBe(1);
  expect(precisionRecall([{ marked: faces, detections: [found(0, 0.5)] }]).averagePrecision).toBe(1);
});

test('faces below the size asked for count for nothing', () => {
  const small: MarkedFace = { rect: at(100, 12), size: 12, ignored: false };
  const photo = { marked: [marked(0), small], detections: [found(0, 0.5)] };
  expect(precisionRecall([photo]).maxRecall).toBe(0.5);
  expect(precisionRecall([photo], 20).maxRecall).toBe(1);
});
