import { expect, test } from 'vitest';
import { Pace } from './pace.ts';

function paceAt(times: readonly number[]): { pace: Pace; at: (ms: number) => void } {
  let clock = 0;
  const pace = new Pace(() => clock);
  for (const time of times) {
    clock = time;
    pace.tick();
  }
  const at = (ms: number): void => {
    clock = ms;
  };
  return { pace, at };
}

test('before two files are done nothing is promised', () => {
  expect(paceAt([]).pace.rate).toBeNull();
  expect(paceAt([10]).pace.secondsFor(100)).toBeNull();
});

test('ten files in five seconds make two a second, and fifty more take 25 seconds', () => {
  const { pace, at } = paceAt([0, 500, 1000, 1500, 2000, 2500, 3000, 3500, 4000, 4500]);
  at(5000);
  expect(pace.rate).toBe(2);
  expect(pace.secondsFor(50)).toBe(25);
});

test('only the last half minute counts', () => {
  const fastThenSlow = [...Array.from({ length: 100 }, (_, i) => i), 60_000, 65_000, 70_000];
  const { pace, at } = paceAt(fastThenSlow);
  at(75_000);
  expect(pace.rate).toBeCloseTo(3 / 15);
});
