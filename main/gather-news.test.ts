import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gatherNews } from './gather-news.ts';
import type { Kind } from './library/news.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const listen = () => {
  const told: Kind[][] = [];
  const hear = gatherNews((kinds) => told.push(kinds));
  return { told, hear: (...kinds: Kind[]) => hear(new Set(kinds)) };
};

test('what is done in one go is told at once, and once', () => {
  const { told, hear } = listen();
  hear('photos');
  hear('people', 'photos');
  vi.advanceTimersByTime(50);
  expect(told).toEqual([['photos', 'people']]);
});

test('what goes on is told once a second in the end, the last of it too', () => {
  const { told, hear } = listen();
  const goOn = (seconds: number): void => {
    for (let i = 0; i < 10 * seconds; i++) {
      hear('photos');
      vi.advanceTimersByTime(100);
    }
  };
  goOn(5);
  const begun = told.length;
  expect(begun).toBeLessThan(11);
  goOn(10);
  expect(told.length - begun).toBeLessThanOrEqual(11);
  hear('people');
  vi.advanceTimersByTime(1000);
  expect(told.flat()).toContain('people');
});

test('what a user does every half second is told each time at once', () => {
  const { told, hear } = listen();
  for (let i = 1; i <= 6; i++) {
    hear('people');
    vi.advanceTimersByTime(50);
    expect(told).toHaveLength(i);
    vi.advanceTimersByTime(450);
  }
});

test('no news are not told', () => {
  const { told, hear } = listen();
  hear();
  vi.advanceTimersByTime(5000);
  expect(told).toEqual([]);
});
