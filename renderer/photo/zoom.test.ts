import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FITTED, fittedSize, panBy, zoomBy } from './zoom.ts';

const frame = { width: 1000, height: 800 };

test('a picture fits its frame and is never enlarged', () => {
  expect(fittedSize({ width: 4000, height: 2000 }, frame)).toEqual({ width: 1000, height: 500 });
  expect(fittedSize({ width: 100, height: 50 }, frame)).toEqual({ width: 100, height: 50 });
});

test('what is under the pointer stays there', () => {
  const fitted = fittedSize({ width: 4000, height: 3200 }, frame);
  const point = { x: 120, y: -80 };
  const zoomed = zoomBy(FITTED, 3, point, fitted, frame, { width: 4000, height: 3200 });
  expect(zoomed.scale).toBe(3);
  // The picture's spot that was under the pointer: (point - position) / scale is the same before and after.
  expect((point.x - zoomed.x) / zoomed.scale).toBeCloseTo(point.x);
  expect((point.y - zoomed.y) / zoomed.scale).toBeCloseTo(point.y);
});

test('it is never smaller than the frame, nearer than there is to see, nor outside', () => {
  const step = fc.record({
    by: fc.double({ min: 0.1, max: 10, noNaN: true }),
    x: fc.double({ min: -2000, max: 2000, noNaN: true }),
    y: fc.double({ min: -2000, max: 2000, noNaN: true }),
  });
  const picture = { width: 3000, height: 1000 };
  const fitted = fittedSize(picture, frame);
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      let zoom = FITTED;
      for (const { by, x, y } of steps) {
        zoom = panBy(zoomBy(zoom, by, { x, y }, fitted, frame, picture), x, y, fitted, frame);
        expect(zoom.scale).toBeGreaterThanOrEqual(1);
        expect(zoom.scale).toBeLessThanOrEqual(12);
        expect(Math.abs(zoom.x)).toBeLessThanOrEqual(Math.max(0, (fitted.width * zoom.scale - frame.width) / 2) + 1e-9);
        expect(Math.abs(zoom.y)).toBeLessThanOrEqual(
          Math.max(0, (fitted.height * zoom.scale - frame.height) / 2) + 1e-9,
        );
      }
    }),
  );
});

test('every pixel of a panorama can be seen', () => {
  const panorama = { width: 20_000, height: 1500 };
  const fitted = fittedSize(panorama, frame);
  const { scale } = zoomBy(FITTED, 1000, { x: 0, y: 0 }, fitted, frame, panorama);
  expect(fitted.width * scale).toBeGreaterThanOrEqual(panorama.width);
});
