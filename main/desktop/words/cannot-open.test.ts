import { expect, test } from 'vitest';
import { cannotOpen } from './cannot-open.ts';
import { chinese } from './chinese.ts';
import { english } from './english.ts';

/** What opening a library and starting the engine may come to. */
const CODES = [
  ...['library-busy', 'foreign', 'newer', 'corrupt', 'busy', 'disk-full', 'not-writable', 'unreadable'],
  ...['pack-missing', 'pack-invalid', 'pack-damaged', 'start-failed'],
];

test.each(CODES)('%s is said in the language of the system', (code) => {
  const failure = { code, message: 'It is so.', about: '/a/library.sqlite' };
  expect(cannotOpen(english, failure)).toBe('It is so.');
  expect(cannotOpen(chinese, failure)).toMatch(/[\u4e00-\u9fff].*。$/);
});

test('what nobody has thought of is told in English', () => {
  for (const words of [english, chinese]) {
    expect(cannotOpen(words, { code: 'constructor', message: 'It is odd.' })).toBe('It is odd.');
  }
});
