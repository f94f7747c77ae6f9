/**
 * Cutting a crop out of a photo along any similarity: bilinear where the photo is enlarged or about as fine as the crop,
 * averaged over the covered area where it shrinks. What lies outside the photo is black.
 */
import type { RgbImage } from './image.ts';
import { invert, scaleOf, type Transform } from './transform.ts';

/**
 * @param toCrop from the photo's frame to the crop's frame, both continuous (see transform.ts)
 * @returns `width` x `height` pixels
 */
export function warp(photo: RgbImage, toCrop: Transform, width: number, height: number): RgbImage {
  const toPhoto = invert(toCrop);
  const shrink = scaleOf(toPhoto);
  const factor = Math.floor(shrink);
  if (factor < 2) return sample(photo, toPhoto, width, height, shrink > 1.2 ? 2 : 1);
  // A big face is first reduced by a whole number with plain sums, then sampled like a small one: the cost follows the
  // photo's pixels once instead of once per sample.
  const region = regionOf(toPhoto, width, height, photo, factor);
  if (region === null) return { width, height, data: new Uint8Array(width * height * 3) };
  const reduced = reduce(photo, region.left, region.top, region.width, region.height, factor);
  const [a, b, tx, c, d, ty] = toPhoto;
  const toReduced: Transform = [
    a / factor,
    b / factor,
    (tx - region.left) / factor,
    c / factor,
    d / factor,
    (ty - region.top) / factor,
  ];
  return sample(reduced, toReduced, width, height, shrink / factor > 1.2 ? 2 : 1);
}

/** Bilinear interpolation with `fine` x `fine` samples a pixel. `toSource` leads from the crop's frame to the source's. */
function sample(source: RgbImage, toSource: Transform, width: number, height: number, fine: 1 | 2): RgbImage {
  const [a, b, tx, c, d, ty] = toSource;
  const data = new Uint8Array(width * height * 3);
  const sums = new Float32Array(3);
  const share = 1 / (fine * fine);
  for (let y = 0, q = 0; y < height; y++) {
    for (let x = 0; x < width; x++, q += 3) {
      sums.fill(0);
      for (let i = 0; i < fine; i++) {
        for (let j = 0; j < fine; j++) {
          const cx = x + (j + 0.5) / fine;
          const cy = y + (i + 0.5) / fine;
          // Pixel centres lie at halves in the continuous frame.
          addBilinear(source, a * cx + b * cy + tx - 0.5, c * cx + d * cy + ty - 0.5, sums);
        }
      }
      data[q] = (sums[0] as number) * share + 0.5;
      data[q + 1] = (sums[1] as number) * share + 0.5;
      data[q + 2] = (sums[2] as number) * share + 0.5;
    }
  }
  return { width, height, data };
}

/** Adds the colour at (x, y), in units of pixel indices, to `sums`. */
function addBilinear({ width, height, data }: RgbImage, x: number, y: number, sums: Float32Array): void {
  const left = Math.floor(x);
  const top = Math.floor(y);
  if (left < -1 || top < -1 || left >= width || top >= height) return;
  const fx = x - left;
  const fy = y - top;
  const p = (top * width + left) * 3;
  if (left >= 0 && top >= 0 && left + 1 < width && top + 1 < height) {
    const w00 = (1 - fx) * (1 - fy);
    const w01 = fx * (1 - fy);
    const w10 = (1 - fx) * fy;
    const w11 = fx * fy;
    const below = p + width * 3;
    for (let k = 0; k < 3; k++) {
      sums[k] =
        (sums[k] as number) +
        w00 * (data[p + k] as number) +
        w01 * (data[p + 3 + k] as number) +
        w10 * (data[below + k] as number) +
        w11 * (data[below + 3 + k] as number);
    }
    return;
  }
  for (let i = 0; i < 2; i++) {
    const row = top + i;
    if (row < 0 || row >= height) continue;
    for (let j = 0; j < 2; j++) {
      const column = left + j;
      if (column < 0 || column >= width) continue;
      const weight = (j === 0 ? 1 - fx : fx) * (i === 0 ? 1 - fy : fy);
      const at = (row * width + column) * 3;
      for (let k = 0; k < 3; k++) sums[k] = (sums[k] as number) + weight * (data[at + k] as number);
    }
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
