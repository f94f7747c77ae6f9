/** The frame of a photo from its header alone: its size after EXIF orientation, and that orientation. */
import { EngineError } from '../engine-error.ts';
import type { Orientation } from '../face.ts';
import { checkFrame, type DecodeLimits } from './limits.ts';
import type { PhotoFormat } from './photo-file.ts';
import { sharp } from './sharp-binary.ts';

export interface PhotoHeader {
  /** Size of the upright frame, px. */
  readonly width: number;
  readonly height: number;
  /** As the file says it; null when it does not. */
  readonly orientation: Orientation | null;
}

const toOrientation = (value: number | undefined): Orientation | null =>
  value !== undefined && value >= 1 && value <= 8 ? (value as Orientation) : null;

/** Any failure of a decoder, as the typed error it means for the user. */
export function damaged(format: PhotoFormat, error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new EngineError('corrupt', `The ${format} data is damaged: ${reason}`, { cause: error });
}

/** @throws EngineError `corrupt`, `unsupported`, `too-large` */
export async function readHeader(bytes: Buffer, format: PhotoFormat, limits: DecodeLimits): Promise<PhotoHeader> {
  if (format === 'bmp' || format === 'heif') throw new EngineError('unsupported', `${format} is not decoded yet.`);
  try {
    const { autoOrient, orientation } = await sharp(bytes, { failOn: 'error', limitInputPixels: false }).metadata();
    checkFrame(autoOrient.width, autoOrient.height, limits);
    return { ...autoOrient, orientation: toOrientation(orientation) };
  } catch (error: unknown) {
    throw damaged(format, error);
  }
}
