import { expect, test } from 'vitest';
import { groupDays } from './group-days.ts';

const days = (...list: readonly (readonly [string, number])[]) => list.map(([day, count]) => ({ day, count }));

test('days with enough photos stay days', () => {
  const many = days(['2024-03-02', 9], ['2024-03-01', 1]);
  expect(groupDays(many)).toEqual(many);
});

test('where there are few a day, it is months; few a month, years', () => {
  expect(groupDays(days(['2024-03-02', 2], ['2024-03-01', 2], ['2024-01-01', 4]))).toEqual(
    days(['2024-03', 4], ['2024-01', 4]),
  );
  expect(groupDays(days(['2024-03-02', 1], ['2024-01-01', 1], ['2019-05-05', 1]))).toEqual(
    days(['2024', 2], ['2019', 1]),
  );
});

test('nothing is nothing', () => {
  expect(groupDays([])).toEqual([]);
});
