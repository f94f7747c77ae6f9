import { expect, test } from 'vitest';
import { chinese } from '../strings/chinese.ts';
import { english } from '../strings/english.ts';
import { dayName } from './day-name.ts';

const now = new Date(2026, 4, 20, 9);

test.each([
  ['2026-05-20', 'Today', '今天'],
  ['2026-05-19', 'Yesterday', '昨天'],
  ['2026-05-18', 'Monday, May 18', '5月18日星期一'],
  ['2024-02-29', 'Thursday, February 29, 2024', '2024年2月29日星期四'],
  ['2019-07', 'July 2019', '2019年7月'],
  ['2019', '2019', '2019年'],
  ['not a day', 'No date', '无日期'],
])('%s is %s', (day, inEnglish, inChinese) => {
  expect(dayName(day, english, now)).toBe(inEnglish);
  expect(dayName(day, chinese, now)).toBe(inChinese);
});
