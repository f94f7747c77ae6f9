import { expect, test } from 'vitest';
import { putFirst } from './put-first.ts';

test('what is used again comes to the front and is there once', () => {
  expect(putFirst('b', ['a', 'b', 'c'], 10)).toEqual(['b', 'a', 'c']);
});

test('the oldest goes when the list is full', () => {
  expect(putFirst('c', ['b', 'a'], 2)).toEqual(['c', 'b']);
});
