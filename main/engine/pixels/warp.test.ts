import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RgbImage } from './image.ts';
import { apply, invert, squareCrop, type Transform } from './transform.ts';
import { halve, warp } from './warp.ts';

function paint(width: number, height: number, colour: (x: number, y: number) => number): RgbImage {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++)
      data.fill(Math.round(colour(x + 0.5, y + 0.5)), (y * width + x) * 3, (y * width + x) * 3 + 3);
  }
  return { width, height, data };
}

const IDENTITY: Transform = [1, 0, 0, 0, 1, 0];

test('a warp that moves nothing changes nothing', () => {
  const image = paint(9, 7, (x, y) => (x * 31 + y * 17) % 256);
  expect(warp(image, IDENTITY, 9, 7).data).toEqual(image.data);
});

test('a slope stays a slope: every crop pixel has the colour of the place its centre comes from', () => {
  const slope = (x: number, y: number) => 20 + x * 0.5 + y * 0.3;
  const image = paint(200, 200, slope);
  fc.assert(
    fc.property(
      fc.record({
        x: fc.double({ min: 90, max: 110, noNaN: true }),
        y: fc.double({ min: 90, max: 110, noNaN: true }),
        side: fc.double({ min: 10, max: 120, noNaN: true }),
        angle: fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
      }),
      ({ x, y, side, angle }) => {
        const toCrop = squareCrop([x, y], side, angle, 16);
        const crop = warp(image, toCrop, 16, 16);
        for (const [cx, cy] of [
          [0, 0],
          [7, 8],
          [15, 3],
        ] as const) {
          const [px, py] = apply(invert(toCrop), [cx + 0.5, cy + 0.5]);
          expect(Math.abs((crop.data[(cy * 16 + cx) * 3] ?? 0) - slope(px, py))).toBeLessThanOrEqual(1.5);
        }
      },
    ),
  );
});

test('fine stripes shrink to their mean instead of a pattern', () => {
  const stripes = paint(320, 320, (x) => (Math.floor(x) % 2 === 0 ? 0 : 200));
  const crop = warp(stripes, squareCrop([160, 160], 250, 0.1, 25), 25, 25);
  for (const value of crop.data) expect(Math.abs(value - 100)).toBeLessThan(12);
});

test('outside the photo is black', () => {
  const white = paint(10, 10, () => 255);
  const crop = warp(white, [1, 0, 20, 0, 1, 20], 30, 30);
  expect(crop.data[0]).toBe(0);
  expect(crop.data[(25 * 30 + 25) * 3]).toBe(255);
  expect(warp(white, squareCrop([500, 500], 100, 0, 10), 10, 10).data.every((value) => value === 0)).toBe(true);
});

test('halving takes the mean of four', () => {
  const image = paint(4, 2, (x, y) => (y < 1 ? 10 : 30) + (x < 2 ? 0 : 100));
  expect([...halve(image).data]).toEqual([20, 20, 20, 120, 120, 120]);
});
