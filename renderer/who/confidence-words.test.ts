import { expect, test } from 'vitest';
import { english } from '../strings/english.ts';
import { confidenceInWords, pairsOf } from './confidence-words.ts';

test.each([
  [0.3, 1],
  [0.4, 10],
  [0.5, 100],
  [0.65, 3000],
  [0.7, 10_000],
  [0.9, 1_000_000],
])('of so many pairs of strangers one reaches %f: %i', (confidence, pairs) => {
  expect(pairsOf(confidence)).toBe(pairs);
});

test.each([
  [0.7, 'Very sure: of 10,000 pairs of different people, one looks as alike.'],
  [0.6, 'Sure: of 1,000 pairs of different people, one looks as alike.'],
  [0.42, 'Perhaps: of 20 pairs of different people, one looks as alike.'],
  [0.1, 'Hardly: most pairs of different people look as alike.'],
  [0.999, 'Very sure: of ten million pairs of different people, not one looks as alike.'],
  [1, 'The very same picture of a face.'],
])('%f in words', (confidence, words) => expect(confidenceInWords(confidence, english.who)).toBe(words));
