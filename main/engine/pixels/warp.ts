/**
 * Cutting a crop out of a photo along any similarity. Where the photo shrinks it is first averaged in blocks of about the
 * size of a crop pixel, so that nothing aliases; what is left to do is bilinear. What lies outside the photo is black.
 */
import type { RgbImage } from './image.ts';
import { compose, invert, scaleOf, type Transform } from './transform.ts';

/**
 * @param toCrop from the photo's frame to the crop's frame, both continuous (see transform.ts)
 * @returns `width` x `height` pixels
 */
export function warp(photo: RgbImage, toCrop: Transform, width: number, height: number): RgbImage {
  const toPhoto = invert(toCrop);
  const factor = Math.round(scaleOf(toPhoto));
  if (factor < 2) return interpolate(photo, toPhoto, width, height);
  const region = regionOf(toPhoto, width, height, photo, factor);
  if (region === null) return { width, height, data: new Uint8Array(width * height * 3) };
  const reduced = reduce(photo, region.left, region.top, region.width, region.height, factor);
  const shrink: Transform = [1 / factor, 0, -region.left / factor, 0, 1 / factor, -region.top / factor];
  return interpolate(reduced, compose(shrink, toPhoto), width, height);
}

/** @param toSource from the crop's frame to the source's */
function interpolate(source: RgbImage, toSource: Transform, width: number, height: number): RgbImage {
  const [a, b, tx, c, d, ty] = toSource;
  const { data: from, width: columns, height: rows } = source;
  const data = new Uint8Array(width * height * 3);
  const below = columns * 3;
  const edge = new Float32Array(3);
  for (let y = 0, q = 0; y < height; y++) {
    for (let x = 0; x < width; x++, q += 3) {
      // Pixel centres lie at halves in the continuous frame; from here on they are whole.
      const sx = a * (x + 0.5) + b * (y + 0.5) + tx - 0.5;
      const sy = c * (x + 0.5) + d * (y + 0.5) + ty - 0.5;
      const left = Math.floor(sx);
      const top = Math.floor(sy);
      const fx = sx - left;
      const fy = sy - top;
      if (left >= 0 && top >= 0 && left + 1 < columns && top + 1 < rows) {
        const p = top * below + left * 3;
        const n = p + below;
        const w00 = (1 - fx) * (1 - fy);
        const w01 = fx * (1 - fy);
        const w10 = (1 - fx) * fy;
        const w11 = fx * fy;
        data[q] = w00 * at(from, p) + w01 * at(from, p + 3) + w10 * at(from, n) + w11 * at(from, n + 3) + 0.5;
        data[q + 1] =
          w00 * at(from, p + 1) + w01 * at(from, p + 4) + w10 * at(from, n + 1) + w11 * at(from, n + 4) + 0.5;
        data[q + 2] =
          w00 * at(from, p + 2) + w01 * at(from, p + 5) + w10 * at(from, n + 2) + w11 * at(from, n + 5) + 0.5;
      } else if (left >= -1 && top >= -1 && left < columns && top < rows) {
        interpolateEdge(source, left, top, fx, fy, edge);
        for (let k = 0; k < 3; k++) data[q + k] = at(edge, k) + 0.5;
      }
    }
  }
  return { width, height, data };
}

/** An element whose index is known to be inside; the compiler inlines it. */
const at = (values: Uint8Array | Float32Array, index: number): number => values[index] as number;

/** The same interpolation where some of the four neighbours lie outside the photo and count as black. */
function interpolateEdge(
  source: RgbImage,
  left: number,
  top: number,
  fx: number,
  fy: number,
  colour: Float32Array,
): void {
  const { width, height, data } = source;
  colour.fill(0);
  for (const [column, row, weight] of [
    [left, top, (1 - fx) * (1 - fy)],
    [left + 1, top, fx * (1 - fy)],
    [left, top + 1, (1 - fx) * fy],
    [left + 1, top + 1, fx * fy],
  ] as const) {
    if (column < 0 || row < 0 || column >= width || row >= height) continue;
    const p = (row * width + column) * 3;
    for (let k = 0; k < 3; k++) colour[k] = at(colour, k) + weight * at(data, p + k);
  }
}

/** The part of the photo a crop looks at, in whole blocks of `factor` px; null when it lies outside. */
function regionOf(toPhoto: Transform, width: number, height: number, photo: RgbImage, factor: number) {
  const [a, b, tx, c, d, ty] = toPhoto;
  const xs = [tx, tx + a * width, tx + b * height, tx + a * width + b * height];
  const ys = [ty, ty + c * width, ty + d * height, ty + c * width + d * height];
  const left = Math.max(0, Math.floor(Math.min(...xs)) - factor);
  const top = Math.max(0, Math.floor(Math.min(...ys)) - factor);
  const right = Math.min(photo.width, Math.ceil(Math.max(...xs)) + factor);
  const bottom = Math.min(photo.height, Math.ceil(Math.max(...ys)) + factor);
  if (right - left < factor || bottom - top < factor) return null;
  return { left, top, width: right - left, height: bottom - top };
}

/** Means of blocks of `factor` x `factor` px; an incomplete block at the right or bottom edge is left out. */
function reduce(photo: RgbImage, left: number, top: number, spanX: number, spanY: number, factor: number): RgbImage {
  const width = Math.floor(spanX / factor);
  const height = Math.floor(spanY / factor);
  const data = new Uint8Array(width * height * 3);
  const line = new Uint32Array(width * 3);
  const area = factor * factor;
  for (let y = 0; y < height; y++) {
    line.fill(0);
    for (let i = 0; i < factor; i++) {
      let p = ((top + y * factor + i) * photo.width + left) * 3;
      for (let q = 0; q < line.length; q += 3) {
        let r = 0;
        let g = 0;
        let b = 0;
        for (let j = 0; j < factor; j++, p += 3) {
          r += photo.data[p] as number;
          g += photo.data[p + 1] as number;
          b += photo.data[p + 2] as number;
        }
        line[q] = (line[q] as number) + r;
        line[q + 1] = (line[q + 1] as number) + g;
        line[q + 2] = (line[q + 2] as number) + b;
      }
    }
    const offset = y * line.length;
    for (let q = 0; q < line.length; q++) data[offset + q] = (line[q] as number) / area + 0.5;
  }
  return { width, height, data };
}

/** Half the size, each pixel the mean of four. Sides must be even. */
export const halve = (image: RgbImage): RgbImage => reduce(image, 0, 0, image.width, image.height, 2);
