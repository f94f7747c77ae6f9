import { expect, test } from 'vitest';
import { groupingScores, type Placed } from './grouping-scores.ts';

/** `a1 a1 b2`: person a twice in group 1, person b in group 2. */
const placed = (text: string): Placed[] =>
  text.split(' ').map((photo) => ({ person: photo.slice(0, 1), group: photo.slice(1) }));

test('everybody in a group of their own is perfect', () => {
  expect(groupingScores(placed('a1 a1 b2 b2 b2'))).toEqual({ precision: 1, recall: 1, bCubed: 1, groups: 2 });
});

test('a stranger in a group costs precision, a split person recall', () => {
  // Pairs in a group: a-a, a-b, a-b; right: 1. Pairs of a person: a-a, b-b; found: 1.
  expect(groupingScores(placed('a1 a1 b1 b2'))).toMatchObject({ precision: 1 / 3, recall: 1 / 2, groups: 2 });
});

test('BCubed averages over photos', () => {
  const { bCubed } = groupingScores(placed('a1 a1 b1 b2'));
  const precision = (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4;
  const recall = (1 + 1 + 1 / 2 + 1 / 2) / 4;
  expect(bCubed).toBeCloseTo((2 * precision * recall) / (precision + recall), 9);
});
