import { array, assert, double, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { Best } from './best.ts';

test('what is kept is the beginning of all offers in order, whatever order they come in', () => {
  const score = integer({ min: 0, max: 5 }).map((tenths) => tenths / 10);
  assert(
    property(
      array(score),
      integer({ min: 0, max: 12 }),
      double({ min: 0, max: 0.5, noNaN: true }),
      (all, limit, low) => {
        const best = new Best<number>(limit, low, (one, other) => one < other);
        // Backwards, so that equals come in the wrong order.
        for (const [place, value] of [...all.entries()].reverse()) best.offer(place, value);
        const expected = [...all.entries()]
          .filter(([, value]) => value >= low)
          .sort((a, b) => b[1] - a[1] || a[0] - b[0]);
        expect(best.kept.map(({ offer, score }) => [offer, score])).toEqual(expected.slice(0, limit));
      },
    ),
  );
});

test('what has no score is not kept', () => {
  const best = new Best<string>(2, -Infinity, () => false);
  best.offer('nobody', Number.NaN);
  expect(best.kept).toEqual([]);
});
