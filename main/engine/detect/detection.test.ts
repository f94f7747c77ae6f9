import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlap } from '../rect.ts';
import { type Detection, suppress } from './detection.ts';

const rect = fc
  .tuple(fc.nat(50), fc.nat(50), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }))
  .map(([left, top, width, height]) => ({ left, top, right: left + width, bottom: top + height }));
const detections: fc.Arbitrary<Detection[]> = fc.array(
  fc.record({ rect, score: fc.double({ min: 0, max: 1, noNaN: true }) }),
  { maxLength: 30 },
);

test('overlap is shared area over joint area: 1 with itself, the same both ways', () => {
  const box = { left: 0, top: 0, right: 4, bottom: 2 };
  expect(overlap(box, { left: 2, top: 0, right: 6, bottom: 2 })).toBeCloseTo(1 / 3);
  expect(overlap(box, { left: 4, top: 0, right: 8, bottom: 2 })).toBe(0);
  fc.assert(
    fc.property(rect, rect, (a, b) => {
      expect(overlap(a, a)).toBe(1);
      expect(overlap(a, b)).toBe(overlap(b, a));
    }),
  );
});

test('what suppression keeps does not overlap, and what it drops overlaps something better', () => {
  fc.assert(
    fc.property(detections, (before) => {
      const kept = suppress(before, 0.4);
      kept.forEach((a, i) => {
        for (const b of kept.slice(i + 1)) expect(overlap(a.rect, b.rect)).toBeLessThan(0.4);
      });
      for (const dropped of before.filter((d) => !kept.includes(d))) {
        expect(kept.some((k) => k.score >= dropped.score && overlap(k.rect, dropped.rect) >= 0.4)).toBe(true);
      }
    }),
  );
});
