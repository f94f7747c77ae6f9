import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { recall, remember } from './memory.ts';

afterEach(() => vi.unstubAllGlobals());

function withStorage(kept: Record<string, string> = {}): void {
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => {
      kept[key] = value;
    },
  });
}

test('what is remembered is recalled', () => {
  withStorage();
  remember('order', 'oldest');
  expect(recall('order', z.enum(['newest', 'oldest']), 'newest')).toBe('oldest');
});

test.each([
  ['nothing', undefined],
  ['what is no JSON', '{'],
  ['what another version knows', '"sideways"'],
])('%s is as if it had never been', (_, written) => {
  withStorage(written === undefined ? {} : { order: written });
  expect(recall('order', z.enum(['newest', 'oldest']), 'newest')).toBe('newest');
});

test('a browser that keeps nothing is no failure', () => {
  vi.stubGlobal('localStorage', {
    getItem: () => {
      throw new Error('denied');
    },
    setItem: () => {
      throw new Error('full');
    },
  });
  remember('order', 'oldest');
  expect(recall('order', z.string(), 'newest')).toBe('newest');
});
