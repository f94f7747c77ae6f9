import { expect, test } from 'vitest';
import { SHORTCUTS, shortcutOf } from './shortcuts.ts';

test('no key does two things', () => {
  const keys = SHORTCUTS.flatMap(({ keys }) => [...keys]);
  expect(new Set(keys).size).toBe(keys.length);
});

test.each([
  ['ArrowRight', 'next'],
  ['F', 'showFaces'],
  ['5', 'rate'],
  ['x', null],
])('%s: %s', (key, does) => expect(shortcutOf(key)).toBe(does));
