import { expect, test } from 'vitest';
import { importBar } from './import-bar.ts';

test.each([
  ['moves while files are worked off', 'running', true, 3, 12, 0.25],
  ['does not know how much, while files are still looked for', 'running', false, 3, 12, 2],
  ['does not know how much, before there is a file', 'running', true, 0, 0, 2],
  ['is gone when the import is done', 'done', true, 12, 12, -1],
  ['is gone while it is paused', 'paused', true, 3, 12, -1],
  ['is gone when it is cancelled', 'cancelled', false, 0, 0, -1],
] as const)('the bar %s', (_what, state, discovered, done, total, bar) => {
  expect(importBar({ state, discovered, done, total })).toBe(bar);
});
