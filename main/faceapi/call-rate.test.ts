import { expect, test } from 'vitest';
import { CallRate } from './call-rate.ts';

const START = 1_700_000_000_000;

test('calls and failures are counted by the second, the running one last', () => {
  const rate = new CallRate();
  for (const [at, http] of [
    [0, 200],
    [900, 404],
    [1000, 200],
    [59_999, 500],
  ] as const)
    rate.add({ at: START + at, http });
  const minute = rate.lastMinute(START + 59_999);
  expect(minute).toHaveLength(60);
  expect(minute[0]).toEqual({ calls: 2, failed: 1 });
  expect(minute[1]).toEqual({ calls: 1, failed: 0 });
  expect(minute[59]).toEqual({ calls: 1, failed: 1 });
});

test('what is older than a minute is not counted, also when nobody has called since', () => {
  const rate = new CallRate();
  rate.add({ at: START, http: 200 });
  expect(rate.lastMinute(START + 59_000).filter(({ calls }) => calls > 0)).toHaveLength(1);
  expect(rate.lastMinute(START + 60_000).filter(({ calls }) => calls > 0)).toHaveLength(0);
  rate.add({ at: START + 120_000, http: 200 });
  expect(rate.lastMinute(START + 120_000)[59]).toEqual({ calls: 1, failed: 0 });
});
