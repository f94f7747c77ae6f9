import { expect, test } from 'vitest';
import { layOut } from './justified-layout.ts';
import { nextPhoto } from './next-photo.ts';

// Rows of four squares, and a last one of two.
const aspects = Array(10).fill(100);
const items = layOut([{ day: '2024-01-01', count: 10 }], aspects, {
  width: 400,
  rowHeight: 100,
  gap: 0,
  headingHeight: 40,
});

test.each([
  [0, 'ArrowRight', 1],
  [3, 'ArrowRight', 4],
  [9, 'ArrowRight', null],
  [4, 'ArrowLeft', 3],
  [0, 'ArrowLeft', null],
  [1, 'ArrowDown', 5],
  [7, 'ArrowDown', 9],
  [9, 'ArrowDown', null],
  [5, 'ArrowUp', 1],
  [2, 'ArrowUp', null],
  [5, 'Home', 0],
  [5, 'End', 9],
  [5, 'a', null],
])('from photo %i, %s leads to %s', (place, key, next) => {
  expect(nextPhoto(items, aspects, place, key)).toBe(next);
});
