/**
 * A photo file as upright 8-bit sRGB pixels, whatever it was: one way in for every format, so that everything behind it
 * knows a single kind of image.
 */
import type { Sharp } from 'sharp';
import type { PhotoSource } from '../engine.ts';
import { EngineError } from '../engine-error.ts';
import type { Orientation } from '../face.ts';
import type { RgbImage } from '../pixels/image.ts';
import { asTiff } from './as-tiff.ts';
import { decodeBmp } from './bmp.ts';
import { damaged, type PhotoHeader, readHeader } from './header.ts';
import { decodeHeif } from './heif.ts';
import { isSrgb } from './icc-profile.ts';
import { DEFAULT_LIMITS, type DecodeLimits } from './limits.ts';
import { readPhotoBytes } from './photo-bytes.ts';
import type { PhotoFormat } from './photo-file.ts';
import { sharp } from './sharp-binary.ts';

/** Photos with more pixels than this (108 MB of RGB) are decoded smaller; see `workingSize`. */
const WORKING_PIXELS = 36e6;

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
 * The size to decode to: the frame itself, or a half or quarter … of it that fits WORKING_PIXELS. Faces in such a photo
 * have pixels to spare (the detectors look at 960, the embedding at 112), and 250 megapixels of RGB would be 750 MB.
 * Halving a 48-megapixel JPEG adds a quarter to the time of decoding it; fitting it to a size in between more than
 * doubles it.
 */
function workingSize({ width, height }: PhotoHeader): { width: number; height: number } {
  let shrink = 1;
  while (width * height > WORKING_PIXELS * shrink ** 2) shrink *= 2;
  return { width: Math.max(1, Math.round(width / shrink)), height: Math.max(1, Math.round(height / shrink)) };
}

/**
 * Transparent pixels become white: cut-out portraits are made for light pages, and dark hair, which the face models rely
 * on, would melt into black.
 */
const BACKGROUND = '#ffffff';

/** The photo at the start of sharp's pipeline. */
async function open(bytes: Buffer, format: PhotoFormat, { icc }: PhotoHeader): Promise<Sharp> {
  const converts = icc !== null && !isSrgb(icc);
  // readHeader has checked the size against our limits.
  const trusted = { failOn: 'error', limitInputPixels: false, ignoreIcc: !converts } as const;
  if (format === 'bmp') {
    const { width, height, data } = await decodeBmp(bytes);
    return sharp(data, { ...trusted, raw: { width, height, channels: 4 } }).removeAlpha();
  }
  if (format === 'heif') {
    const pixels = await decodeHeif(bytes);
    const { width, height, channels, data } = pixels;
    if (converts) return sharp(asTiff(pixels, icc), trusted);
    return sharp(data, { ...trusted, raw: { width, height, channels } });
  }
  // failOn 'error' refuses what is cut off or unreadable, and lets pass what every camera maker gets wrong somewhere
  // (unknown TIFF tags, stray bytes between JPEG segments). 'truncated' would accept TIFFs whose strips are missing.
  return sharp(bytes, trusted).autoOrient();
}

/**
 * Decodes a photo: JPEG, PNG, WebP, AVIF, HEIF, BMP, GIF (first frame), TIFF (first page).
 *
 * @throws EngineError `corrupt`, `unsupported`, `too-large`, `unreadable`
 */
export async function decodePhoto(source: PhotoSource, limits: DecodeLimits = DEFAULT_LIMITS): Promise<DecodedPhoto> {
  const { format, bytes } = await readPhotoBytes(source, limits);
  const header = await readHeader(bytes, format, limits);
  try {
    const image = await open(bytes, format, header);
    const { data, info } = await image
      .resize({ ...workingSize(header), fit: 'fill' })
      .flatten({ background: BACKGROUND })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    // Gray with several extra channels, from scientific cameras, has no one way to become a picture.
    if (info.channels !== 3) throw new EngineError('unsupported', `The photo has ${info.channels} colour channels.`);
    const { width, height, orientation } = header;
    return {
      format,
      exifOrientation: orientation,
      width,
      height,
      photo: { width: info.width, height: info.height, data },
    };
  } catch (error: unknown) {
    throw damaged(format, error);
  }
}
