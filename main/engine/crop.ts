/**
 * The aligned face as a file of its own: JPEG, small enough to keep for every face for ever, good enough that a later
 * model can embed it without the original photo.
 */
import { sharp } from './decode/sharp-binary.ts';
import { EngineError } from './engine-error.ts';
import type { RgbImage } from './pixels/image.ts';

/** Side of an aligned face, px: the input of every embedding model that Kindred knows. */
const CROP_SIDE = 112;

/** JPEG at quality 95 without chroma subsampling. */
export function encodeCrop({ width, height, data }: RgbImage): Promise<Uint8Array> {
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 95, chromaSubsampling: '4:4:4', optimiseCoding: false })
    .toBuffer();
}

/** @throws EngineError `corrupt` when it is no crop that `encodeCrop` made */
export async function decodeCrop(jpeg: Uint8Array): Promise<RgbImage> {
  try {
    const { data, info } = await sharp(jpeg, { limitInputPixels: CROP_SIDE ** 2, failOn: 'error' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    if (info.width === CROP_SIDE && info.height === CROP_SIDE) {
      return { width: info.width, height: info.height, data };
    }
  } catch (error: unknown) {
    throw new EngineError('corrupt', 'A stored face crop is damaged.', { cause: error });
  }
  throw new EngineError('corrupt', `A stored face crop is not ${CROP_SIDE} x ${CROP_SIDE} pixels.`);
}
