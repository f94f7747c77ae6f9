import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDate, parseOffset } from './taken-at.ts';

test.each([
  ['2019:01:02 03:04:05', '2019-01-02T03:04:05', null],
  ['2019:01:02 03:04:05.75', '2019-01-02T03:04:05', null],
  ['2020-05-06T07:08:09+02:00', '2020-05-06T07:08:09', 120],
  ['2020-05-06T07:08:09Z', '2020-05-06T07:08:09', 0],
  ['2020-05-06T07:08', '2020-05-06T07:08:00', null],
  ['2020-05-06', '2020-05-06T00:00:00', null],
  ['20200506 070809-0330', '2020-05-06T07:08:09', -210],
  ['2020:02:29 00:00:00 ', '2020-02-29T00:00:00', null],
])('%s is a date', (text, time, offset) => {
  expect(parseDate(text)).toEqual({ time, offset });
});

test.each([
  '',
  '0000:00:00 00:00:00',
  '    :  :     :  :  ',
  '2021:02:29 00:00:00',
  '2020:13:01 00:00:00',
  '2020',
  'now',
])('"%s" is none', (text) => {
  expect(parseDate(text)).toBeNull();
});

test('every moment since the first photograph survives being written as EXIF', () => {
  const moments = fc.date({ min: new Date('1826-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(moments, (moment) => {
      const time = moment.toISOString().slice(0, 19);
      expect(parseDate(time.replace('T', ' ').replace('-', ':').replace('-', ':'))?.time).toBe(time);
    }),
  );
});

test('offsets beyond the zones that exist are none', () => {
  expect(parseOffset('+14:00')).toBe(840);
  expect(parseOffset('+25:00')).toBeNull();
  expect(parseOffset('CET')).toBeNull();
});
