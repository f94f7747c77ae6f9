import { expect, test } from 'vitest';
import { duration } from './duration.ts';

test.each([
  [0, '5 seconds'],
  [31, '35 seconds'],
  [56, '60 seconds'],
  [64, '70 seconds'],
  [90, '90 seconds'],
  [91, '2 minutes'],
  [149, '2 minutes'],
  [151, '3 minutes'],
  [3560, '59 minutes'],
  [3571, '1 hour'],
  [3600, '1 hour'],
  [5400, '1 hour 30 minutes'],
  [5460, '1 hour 30 minutes'],
  [7100, '2 hours'],
])('%d seconds are "%s"', (seconds, words) => {
  expect(duration('en', seconds)).toBe(words);
});
