/**
 * Plane geometry of crops: similarity transforms (turn, scale, shift) between the frame of a photo and the frame of a
 * crop. Both frames are continuous: (0, 0) is the outer corner of the top left pixel, (0.5, 0.5) its centre.
 */
import type { Point } from '../face.ts';

/** 2 x 3 matrix, row by row: x' = a x + b y + tx, y' = c x + d y + ty. */
export type Transform = readonly [a: number, b: number, tx: number, c: number, d: number, ty: number];

export function apply([a, b, tx, c, d, ty]: Transform, [x, y]: Point): Point {
  return [a * x + b * y + tx, c * x + d * y + ty];
}

/** @throws RangeError when the transform flattens the plane */
export function invert([a, b, tx, c, d, ty]: Transform): Transform {
  const determinant = a * d - b * c;
  if (!(Math.abs(determinant) > 1e-12)) throw new RangeError('This transform has no inverse.');
  return [
    d / determinant,
    -b / determinant,
    (b * ty - d * tx) / determinant,
    -c / determinant,
    a / determinant,
    (c * tx - a * ty) / determinant,
  ];
}

/** First `inner`, then `outer`. */
export function compose(outer: Transform, inner: Transform): Transform {
  const [a, b, tx, c, d, ty] = outer;
  const [e, f, ux, g, h, uy] = inner;
  return [a * e + b * g, a * f + b * h, a * ux + b * uy + tx, c * e + d * g, c * f + d * h, c * ux + d * uy + ty];
}

/** How many times longer lengths become. */
export const scaleOf = ([a, b, , c, d]: Transform): number => Math.sqrt(Math.abs(a * d - b * c));

/**
 * The similarity without reflection that brings `from` nearest to `to` in the sense of least squares
 * (Umeyama, PAMI 1991, solved in closed form for the plane).
 *
 * @param from at least two different points
 * @param to   as many points, in the same order
 * @throws RangeError when the points do not determine a similarity
 */
export function similarity(from: readonly Point[], to: readonly Point[]): Transform {
  if (from.length !== to.length) throw new RangeError('A similarity needs as many target points as source points.');
  const [mx, my] = mean(from);
  const [ux, uy] = mean(to);
  let dot = 0;
  let cross = 0;
  let variance = 0;
  from.forEach(([px, py], i) => {
    const [qx, qy] = to[i] ?? [0, 0];
    const x = px - mx;
    const y = py - my;
    dot += x * (qx - ux) + y * (qy - uy);
    cross += x * (qy - uy) - y * (qx - ux);
    variance += x * x + y * y;
  });
  if (!(variance > 1e-12)) throw new RangeError('A similarity needs at least two different points.');
  const a = dot / variance;
  const b = cross / variance;
  return [a, -b, ux - a * mx + b * my, b, a, uy - b * mx - a * my];
}

/**
 * The transform that puts a square of the photo, turned by `angle` about its centre, upright into a crop.
 *
 * @param angle radians, clockwise as seen in the image: the crop's x axis points this way in the photo
 * @param size  side of the crop, px
 */
export function squareCrop(centre: Point, side: number, angle: number, size: number): Transform {
  const scale = size / side;
  const cos = Math.cos(angle) * scale;
  const sin = Math.sin(angle) * scale;
  const [x, y] = centre;
  return [cos, sin, size / 2 - cos * x - sin * y, -sin, cos, size / 2 + sin * x - cos * y];
}

export function mean(points: readonly Point[]): Point {
  let x = 0;
  let y = 0;
  for (const point of points) {
    x += point[0];
    y += point[1];
  }
  return [x / points.length, y / points.length];
}
