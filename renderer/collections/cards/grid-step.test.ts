import { expect, test } from 'vitest';
import { gridStep } from './grid-step.ts';

/**
 * 0 1 2
 * 3 4 5
 * 6 7
 */
const GRID = { count: 8, columns: 3, rows: 2 };

test.each([
  ['ArrowRight', 2, 3],
  ['ArrowLeft', 3, 2],
  ['ArrowLeft', 0, null],
  ['ArrowRight', 7, null],
  ['ArrowDown', 1, 4],
  ['ArrowDown', 5, 7],
  ['ArrowDown', 6, null],
  ['ArrowUp', 7, 4],
  ['ArrowUp', 2, null],
  ['PageDown', 0, 6],
  ['PageDown', 4, 7],
  ['PageUp', 4, 0],
  ['Home', 5, 0],
  ['End', 0, 7],
  ['a', 0, null],
])('%s from %i leads to %s', (key, from, to) => {
  expect(gridStep(key, from, GRID)).toBe(to);
});

test('nothing leads anywhere in an empty grid', () => {
  for (const key of ['ArrowRight', 'End', 'Home', 'PageDown']) {
    expect(gridStep(key, 0, { count: 0, columns: 3, rows: 2 })).toBeNull();
  }
});
