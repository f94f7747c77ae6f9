/** The frame of a photo from its header alone: its size after EXIF orientation, that orientation, its colour profile. */
import { EngineError } from '../engine-error.ts';
import type { Orientation } from '../face.ts';
import { readBmpSize } from './bmp.ts';
import { isCameraRaw } from './camera-raw.ts';
import { checkFrame, type DecodeLimits } from './limits.ts';
import type { PhotoFormat } from './photo-file.ts';
import { sharp } from './sharp-binary.ts';

export interface PhotoHeader {
  /** Size of the upright frame, px. */
  readonly width: number;
  readonly height: number;
  /** As the file says it; null when it does not, and for AVIF and HEIF, which turn by properties of their own. */
  readonly orientation: Orientation | null;
  /** The embedded ICC profile. */
  readonly icc: Uint8Array | null;
}

const toOrientation = (value: number | undefined): Orientation | null =>
  value !== undefined && value >= 1 && value <= 8 ? (value as Orientation) : null;

/** What decoders say of files that are whole but beyond them: arithmetic coding, rare TIFF compressions. */
const BEYOND = /not (supported|implemented|configured)|unsupported (jpeg process|marker)/i;

/** Any failure of a decoder, as the typed error it means for the user. */
export function damaged(format: PhotoFormat, error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  // Decoders report one line for each box or marker they tried; the last says what was fatal.
  const reason = (error instanceof Error ? error.message : String(error)).trim().split('\n').at(-1);
  return reason && BEYOND.test(reason)
    ? new EngineError('unsupported', `This kind of ${format} cannot be decoded: ${reason}.`, { cause: error })
    : new EngineError('corrupt', `The ${format} data is damaged: ${reason}.`, { cause: error });
}

/** @throws EngineError `corrupt`, `unsupported`, `too-large` */
export async function readHeader(bytes: Buffer, format: PhotoFormat, limits: DecodeLimits): Promise<PhotoHeader> {
  try {
    if (format === 'bmp') {
      const size = readBmpSize(bytes);
      checkFrame(size.width, size.height, limits);
      return { ...size, orientation: null, icc: null };
    }
    if (format === 'tiff' && isCameraRaw(bytes)) {
      throw new EngineError('unsupported', 'Camera raw photos are not decoded; a JPEG of the same photo is.');
    }
    // The limit is ours to check: sharp's own would refuse without saying what is too large.
    const header = await sharp(bytes, { failOn: 'error', limitInputPixels: false }).metadata();
    const { width, height } = header.autoOrient;
    checkFrame(width, height, limits);
    return { width, height, orientation: toOrientation(header.orientation), icc: header.icc ?? null };
  } catch (error: unknown) {
    throw damaged(format, error);
  }
}
