import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Point } from '../face.ts';
import { apply, compose, invert, similarity, squareCrop, type Transform } from './transform.ts';

const coordinate = fc.double({ min: -1000, max: 1000, noNaN: true });
const point = fc.tuple(coordinate, coordinate);
/** A turn, a scale and a shift. */
const anySimilarity = fc
  .tuple(fc.double({ min: 0.05, max: 20, noNaN: true }), fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }), point)
  .map(([scale, angle, [x, y]]): Transform => {
    const [cos, sin] = [scale * Math.cos(angle), scale * Math.sin(angle)];
    return [cos, -sin, x, sin, cos, y];
  });

function expectNear([x, y]: Point, [ex, ey]: Point): void {
  expect(x).toBeCloseTo(ex, 4);
  expect(y).toBeCloseTo(ey, 4);
}

test('points that differ by a similarity give exactly that similarity', () => {
  const spread: Point[] = [
    [0, 0],
    [40, 3],
    [-7, 25],
  ];
  fc.assert(
    fc.property(anySimilarity, point, (moved, probe) => {
      const found = similarity(
        spread,
        spread.map((p) => apply(moved, p)),
      );
      expectNear(apply(found, probe), apply(moved, probe));
    }),
  );
});

test('a mirrored face is not aligned by mirroring it', () => {
  const [a, b, , c, d] = similarity(
    [
      [0, 0],
      [10, 0],
      [5, 8],
    ],
    [
      [10, 0],
      [0, 0],
      [5, 8],
    ],
  );
  expect(a * d - b * c).toBeGreaterThan(0);
});

test('the inverse undoes, and composition is one after the other', () => {
  fc.assert(
    fc.property(anySimilarity, anySimilarity, point, (first, second, probe) => {
      expectNear(apply(invert(first), apply(first, probe)), probe);
      expectNear(apply(compose(second, first), probe), apply(second, apply(first, probe)));
    }),
  );
});

test.each([
  [
    'one point twice',
    [
      [1, 1],
      [1, 1],
    ],
    [
      [0, 0],
      [1, 0],
    ],
  ],
  [
    'different numbers of points',
    [
      [0, 0],
      [1, 1],
    ],
    [[0, 0]],
  ],
] satisfies [string, Point[], Point[]][])('%s determine no similarity', (_, from, to) => {
  expect(() => similarity(from, to)).toThrow(RangeError);
});

test('a square crop has the centre in its middle and its x axis along the angle', () => {
  const crop = squareCrop([30, 40], 20, Math.PI / 2, 100);
  expectNear(apply(crop, [30, 40]), [50, 50]);
  // Clockwise by a quarter: what lies below the centre in the photo lies to the right of it in the crop.
  expectNear(apply(crop, [30, 50]), [100, 50]);
});
