/**
 * A photo file as upright 8-bit sRGB pixels, whatever it was: one way in for every format, so that everything behind it
 * knows a single kind of image.
 */
import type { Sharp } from 'sharp';
import type { PhotoSource } from '../engine.ts';
import type { Orientation } from '../face.ts';
import type { RgbImage } from '../pixels/image.ts';
import { damaged, readHeader } from './header.ts';
import { DEFAULT_LIMITS, type DecodeLimits } from './limits.ts';
import { readPhotoBytes } from './photo-bytes.ts';
import type { PhotoFormat } from './photo-file.ts';
import { sharp } from './sharp-binary.ts';

/** Photos with more pixels than this are decoded smaller; see `workingSize`. */
export const WORKING_PIXELS = 24e6;

export interface DecodedPhoto {
  readonly format: PhotoFormat;
  /** As the file says it; already applied to everything here. */
  readonly exifOrientation: Orientation | null;
  /** Size of the full upright frame, px. All coordinates that leave the engine refer to it. */
  readonly width: number;
  readonly height: number;
  /** The upright pixels; smaller than width x height when the photo has more than WORKING_PIXELS. */
  readonly photo: RgbImage;
}

/**
 * The size to decode to: the frame itself, or the largest of the same shape within WORKING_PIXELS. Faces in such a photo
 * have pixels to spare (the detectors look at 960, the embedding at 112), and 250 megapixels of RGB would be 750 MB.
 */
export function workingSize(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, Math.sqrt(WORKING_PIXELS / (width * height)));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * Transparent pixels become white: cut-out portraits are made for light pages, and dark hair, which the face models rely
 * on, would melt into black.
 */
const BACKGROUND = '#ffffff';

/** sharp's pipeline from any of its inputs to upright 8-bit sRGB of a given size. */
async function toRgb(image: Sharp, size: { width: number; height: number }): Promise<RgbImage> {
  const { data, info } = await image
    .autoOrient()
    .resize({ ...size, fit: 'fill' })
    .flatten({ background: BACKGROUND })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/**
 * Decodes a photo: JPEG, PNG, WebP, AVIF, GIF (first frame), TIFF (first page).
 *
 * @throws EngineError `corrupt`, `unsupported`, `too-large`, `unreadable`
 */
export async function decodePhoto(source: PhotoSource, limits: DecodeLimits = DEFAULT_LIMITS): Promise<DecodedPhoto> {
  const { format, bytes } = await readPhotoBytes(source, limits);
  const { width, height, orientation } = await readHeader(bytes, format, limits);
  try {
    // 'error' refuses what is cut off or unreadable, and lets pass what every camera maker gets wrong somewhere (unknown
    // TIFF tags, stray bytes between JPEG segments). 'truncated' would accept TIFFs whose strips are missing.
    const image = sharp(bytes, { failOn: 'error', limitInputPixels: limits.pixels });
    const photo = await toRgb(image, workingSize(width, height));
    return { format, exifOrientation: orientation, width, height, photo };
  } catch (error: unknown) {
    throw damaged(format, error);
  }
}
