import { expect, test } from 'vitest';
import { dateMarks, markAt, yearsWithRoom } from './date-marks.ts';
import { layOut } from './justified-layout.ts';

const days = ['2024-03-02', '2024-03-01', '2024-01-30', '2023-12-24', '2019-05-05'].map((day) => ({ day, count: 1 }));
const items = layOut(days, Array(5).fill(100), { width: 400, rowHeight: 100, gap: 0, headingHeight: 40 });
const marks = dateMarks(items);

test('each month is marked once, each year where it begins', () => {
  expect(marks.map(({ month, top, beginsYear }) => [month, top, beginsYear])).toEqual([
    ['2024-03', 0, true],
    ['2024-01', 280, false],
    ['2023-12', 420, true],
    ['2019-05', 560, true],
  ]);
});

test.each([
  [0, '2024-03'],
  [279, '2024-03'],
  [280, '2024-01'],
  [9999, '2019-05'],
])('at %i px it is %s', (top, month) => {
  expect(markAt(marks, top)?.month).toBe(month);
});

test('years that lie too close are left out', () => {
  expect(yearsWithRoom(marks, 0.1, 20).map(({ month }) => month)).toEqual(['2024-03', '2023-12']);
  expect(markAt([], 0)).toBeUndefined();
});
