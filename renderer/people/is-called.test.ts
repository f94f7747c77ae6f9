import { expect, test } from 'vitest';
import { isCalled } from './is-called.ts';

test.each([
  ['Zoë de Boer', 'zoe', true],
  ['Zoë de Boer', 'boer zo', true],
  ['Zoë de Boer', 'oer', false],
  ['Anna', '', true],
  ['王小明', '王', true],
])('"%s" is found by "%s": %s', (name, text, found) => {
  expect(isCalled(name, text)).toBe(found);
});
