import { expect, test } from 'vitest';
import { VIEWS } from '../../preload/contract/views.ts';
import { VIEW_KEYS, viewOf } from './view-keys.ts';

test('every view has a letter and a number of its own', () => {
  expect(new Set(Object.values(VIEW_KEYS)).size).toBe(VIEWS.length);
  for (const [place, view] of VIEWS.entries()) {
    expect([viewOf(VIEW_KEYS[view]), viewOf(String(place + 1))]).toEqual([view, view]);
  }
  expect(viewOf('x')).toBeNull();
});
