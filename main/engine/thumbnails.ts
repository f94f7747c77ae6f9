/** Thumbnails: small WebP pictures of a photo, each from the smallest picture at hand that is large enough. */
import type { Sharp } from 'sharp';
import { sharp } from './decode/sharp-binary.ts';
import type { Thumbnail } from './face.ts';
import type { RgbImage } from './pixels/image.ts';
import { turn } from './pixels/turn.ts';
import type { Seen } from './vision.ts';

/** The input of sharp for pixels that are already decoded. */
const raw = ({ width, height, data }: RgbImage) =>
  sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: false });

/**
 * Effort 0 takes 24 ms for a thumbnail of 1024 px where libwebp's effort 2 takes 42, for files 14 % larger (25 photos of
 * WIDER FACE); above quality 80 they grow faster than they improve.
 */
const WEBP = { quality: 80, effort: 0 } as const;

/**
 * @param photo upright pixels
 * @param sizes longer sides wanted, px; a photo smaller than that is not enlarged
 * @param seen  the turn to apply after the first, largest resize, where it costs least; and a view of the turned photo,
 *   from which what is smaller than it is made
 * @returns one thumbnail a size, in the order asked
 */
export async function makeThumbnails(
  photo: RgbImage,
  sizes: readonly number[],
  { turn: by, view }: Pick<Seen, 'turn' | 'view'> = { turn: null, view: null },
): Promise<Thumbnail[]> {
  const made = new Map<number, Thumbnail>();
  let from = photo;
  let turned = by === null;
  for (const size of [...new Set(sizes)].sort((a, b) => b - a)) {
    const isInView = view !== null && longSide(view) >= size && longSide(view) < longSide(from);
    if (isInView) from = view;
    else if (!turned && by !== null) from = turn(await shrink(from, size), by);
    turned = true;
    const { data: webp, info } = await shrunk(from, size).webp(WEBP).toBuffer({ resolveWithObject: true });
    made.set(size, { size, width: info.width, height: info.height, webp });
  }
  return sizes.flatMap((size) => made.get(size) ?? []);
}

const longSide = ({ width, height }: RgbImage): number => Math.max(width, height);

const shrunk = (image: RgbImage, size: number): Sharp =>
  raw(image).resize({ width: size, height: size, fit: 'inside', withoutEnlargement: true, kernel: 'linear' });

async function shrink(image: RgbImage, size: number): Promise<RgbImage> {
  if (longSide(image) <= size) return image;
  const { data, info } = await shrunk(image, size).raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}
