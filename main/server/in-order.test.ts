import { expect, test } from 'vitest';
import { inOrder } from './in-order.ts';

test('results come in the order of the items, whatever finishes first', async () => {
  const slowFirst = async (ms: number): Promise<number> => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    return ms;
  };
  expect(await Array.fromAsync(inOrder([30, 1, 15, 0], 3, slowFirst))).toEqual([30, 1, 15, 0]);
});

test('no more than the limit is under way, and the source is not drained ahead', async () => {
  let underWay = 0;
  let most = 0;
  const work = async (item: number): Promise<number> => {
    most = Math.max(most, ++underWay);
    await new Promise((resolve) => setTimeout(resolve, 1));
    underWay--;
    return item;
  };
  const results = await Array.fromAsync(
    inOrder(
      Array.from({ length: 40 }, (_, i) => i),
      4,
      work,
    ),
  );
  expect(results).toHaveLength(40);
  expect(most).toBe(4);
});
