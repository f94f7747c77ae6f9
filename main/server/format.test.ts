import { expect, test } from 'vitest';
import { count, formatBytes, formatSeconds, table } from './format.ts';

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1.0 kB'],
  [123_456, '123 kB'],
  [12_340_000, '12.3 MB'],
  [5e15, '5000 TB'],
])('%d bytes are shown as %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));

test.each([
  [0.4, '0 s'],
  [59.6, '1 min 0 s'],
  [200, '3 min 20 s'],
  [7500, '2 h 5 min'],
])('%d seconds are shown as %s', (seconds, text) => expect(formatSeconds(seconds)).toBe(text));

test('one is singular, a thousand has its comma', () => {
  expect([count(1, 'face'), count(1234, 'face'), count(2, 'person', 'people')]).toEqual([
    '1 face',
    '1,234 faces',
    '2 people',
  ]);
});

test('columns line up and lines have no trailing blanks', () => {
  expect(
    table([
      ['Anna', '3'],
      ['Jo', '12', 'x'],
    ]),
  ).toBe('Anna  3\nJo    12  x');
});
