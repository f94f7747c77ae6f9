import { expect, test } from 'vitest';
import { layOut } from './justified-layout.ts';
import { placesWithin } from './places-within.ts';

// Two days: rows of four squares of 100 px at 40 and 140; a heading; one row of two at 280.
const aspects = Array(10).fill(100);
const days = [
  { day: '2024-01-02', count: 8 },
  { day: '2024-01-01', count: 2 },
];
const items = layOut(days, aspects, { width: 400, rowHeight: 100, gap: 0, headingHeight: 40 });

test.each([
  ['nothing but a heading', { left: 0, top: 0, right: 400, bottom: 30 }, []],
  ['a corner of one', { left: 110, top: 60, right: 120, bottom: 70 }, [1]],
  ['a square of four', { left: 150, top: 100, right: 250, bottom: 200 }, [1, 2, 5, 6]],
  ['two days', { left: 0, top: 200, right: 50, bottom: 300 }, [4, 8]],
  ['what is beside the last row', { left: 300, top: 290, right: 400, bottom: 300 }, []],
  ['all', { left: 0, top: 0, right: 400, bottom: 9999 }, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
])('a band around %s', (_, band, places) => {
  expect(placesWithin(items, aspects, 0, band)).toEqual(places);
});

test('a band in an empty grid holds nothing', () => {
  expect(placesWithin([], [], 0, { left: 0, top: 0, right: 10, bottom: 10 })).toEqual([]);
});
