import { expect, test } from 'vitest';
import { RecentSet } from './recent-set.ts';

test('what was added last, and what is asked for, stays', () => {
  const recent = new RecentSet(2);
  recent.add('a');
  recent.add('b');
  expect(recent.has('a')).toBe(true);
  recent.add('c');
  expect(['a', 'b', 'c'].map((text) => recent.has(text))).toEqual([true, false, true]);
});

test('a text added twice takes one place', () => {
  const recent = new RecentSet(2);
  for (const text of ['a', 'b', 'a', 'a']) recent.add(text);
  expect(['a', 'b'].map((text) => recent.has(text))).toEqual([true, true]);
});
