import { afterEach, expect, test } from 'vitest';
import { today } from './today.ts';

const { TZ } = process.env;
afterEach(() => {
  if (TZ === undefined) delete process.env.TZ;
  else process.env.TZ = TZ;
});

test.each([
  ['Asia/Shanghai', '2026-01-02'],
  ['America/New_York', '2026-01-01'],
])('in %s it is the day that the clock on the wall says', (zone, day) => {
  process.env.TZ = zone;
  expect(today(new Date('2026-01-01T20:00:00Z'))).toBe(day);
});
