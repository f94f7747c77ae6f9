import { expect, test } from 'vitest';
import { neighbourOf } from './neighbour.ts';

test.each<[what: string, place: number | null, before: number | null, after: number | null]>([
  ['in the middle', 1, 0, 2],
  ['first', 0, null, 1],
  ['last', 2, 1, null],
  ['that was second and has left', 0.5, 0, 1],
  ['that was first and has left', -0.5, null, 0],
  ['that was last and has left', 2.5, 2, null],
  ['alone', null, null, null],
])('a photo %s', (_what, place, before, after) => {
  expect([neighbourOf(place, -1, 3), neighbourOf(place, 1, 3)]).toEqual([before, after]);
});
