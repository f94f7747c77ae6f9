import { expect, test } from 'vitest';
import { duration } from './duration.ts';

test.each([
  [0, '5 seconds'],
  [31, '35 seconds'],
  [56, '1 minute'],
  [61, '2 minutes'],
  [3600, '1 hour'],
  [5400, '1 hour 30 minutes'],
])('%d seconds are "%s"', (seconds, words) => {
  expect(duration('en', seconds)).toBe(words);
});
