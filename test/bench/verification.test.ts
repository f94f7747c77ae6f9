import { expect, test } from 'vitest';
import { centralFace, type JudgedPair, verificationAccuracy } from './verification.ts';

const pair = (fold: number, same: boolean, likeness: number): JudgedPair => ({ fold, same, likeness, a: 'a', b: 'b' });

test('a likeness that parts all folds alike judges every pair rightly', () => {
  const pairs = [1, 2, 3].flatMap((fold) => [pair(fold, true, 0.5 + fold / 100), pair(fold, false, 0.1)]);
  expect(verificationAccuracy(pairs)).toBe(1);
});

test('a fold has no say in the likeness it is judged by', () => {
  const pairs = [pair(1, true, 0.9), pair(1, false, 0.7), pair(2, true, 0.3), pair(2, false, 0.1)];
  // Fold 2 puts the limit at 0.2, so fold 1's strangers pass for one person; fold 1 puts it at 0.8, above fold 2's pair.
  expect(verificationAccuracy(pairs)).toBe(0.5);
});

test('a photo without a face makes its pair two people', () => {
  const pairs = [1, 2].flatMap((fold) => [
    pair(fold, true, 0.5),
    pair(fold, true, -Infinity),
    pair(fold, false, -Infinity),
    pair(fold, false, 0.1),
  ]);
  expect(verificationAccuracy(pairs)).toBe(0.75);
});

test('pairs of one likeness are never parted', () => {
  const pairs = [1, 2].flatMap((fold) => [pair(fold, true, 0.4), pair(fold, false, 0.4), pair(fold, false, 0.4)]);
  expect(verificationAccuracy(pairs)).toBeCloseTo(2 / 3);
});

test('the face in the middle is meant, even beside a larger one', () => {
  const middle = { rect: { left: 80, top: 80, right: 170, bottom: 170 } };
  const beside = { rect: { left: 0, top: 0, right: 110, bottom: 110 } };
  expect(centralFace({ width: 250, height: 250 }, [beside, middle])).toBe(middle);
});
