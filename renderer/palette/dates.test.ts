import { expect, test } from 'vitest';
import { dateAsked, dateInWords } from './dates.ts';

test.each([
  ['2021', '2021'],
  ['2021-05', '2021-05'],
  ['2021-05-09', '2021-05-09'],
  ['May 2021', '2021-05'],
  ['2021 sept', '2021-09'],
  ['2021年5月', '2021-05'],
  ['2021-13', null],
  ['ma 2021', null],
  ['summer 2021', null],
  ['202', null],
])('"%s" asks for %s', (text, date) => expect(dateAsked(text, 'en')).toBe(date));

test('a date is said in words', () => {
  expect(['2021', '2021-05', '2021-05-09'].map((date) => dateInWords(date, 'en'))).toEqual([
    '2021',
    'May 2021',
    'May 9, 2021',
  ]);
});
