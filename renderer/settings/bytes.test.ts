import { expect, test } from 'vitest';
import { bytes } from './bytes.ts';

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1500, '1.5 kB'],
  [52_400_000, '52 MB'],
  [3_000_000_000, '3 GB'],
])('%d bytes are "%s"', (size, words) => {
  expect(bytes('en', size)).toBe(words);
});
