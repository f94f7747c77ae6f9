import { expect, test } from 'vitest';
import type { RgbImage } from './pixels/image.ts';
import { quality } from './quality.ts';

/** A face of flat depth looking straight ahead, its right half `depth` px farther away than its left. */
function mesh(depth: number): Float32Array {
  const points = new Float32Array(478 * 3);
  for (const [index, x, y] of [
    [33, -30, -20],
    [263, 30, -20],
    [234, -60, 0],
    [454, 60, 0],
    [61, -20, 40],
    [291, 20, 40],
    [10, 0, -80],
    [152, 0, 80],
  ] as const) {
    points.set([x, y, (x / 60) * depth], 3 * index);
  }
  return points;
}

/** Stripes of one pixel, `contrast` grey levels apart. */
function stripes(contrast: number): RgbImage {
  const data = new Uint8Array(112 * 112 * 3).map((_, i) => 100 + (Math.floor(i / 3) % 2) * contrast);
  return { width: 112, height: 112, data };
}

const box = (side: number) => ({ left: 0, top: 0, right: side, bottom: side });

test('a large, crisp face that looks at the camera has nearly full quality', () => {
  const { overall, size } = quality(box(200), stripes(100), mesh(0));
  expect(overall).toBeGreaterThan(0.95);
  expect(overall).toBeLessThanOrEqual(1);
  expect(size).toBe(200);
});

test('small, blurred and turned faces each have less, and a plain area has none', () => {
  const best = quality(box(200), stripes(10), mesh(0)).overall;
  expect(quality(box(40), stripes(10), mesh(0)).overall).toBeLessThan(best / 2);
  expect(quality(box(200), stripes(3), mesh(0)).overall).toBeLessThan(best);
  expect(quality(box(200), stripes(10), mesh(60)).overall).toBeLessThan(best);
  expect(quality(box(200), stripes(0), mesh(0)).overall).toBe(0);
});
