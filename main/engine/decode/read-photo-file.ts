/** What a photo file says about itself, without decoding its pixels: see photo-file.ts. */
import { createHash } from 'node:crypto';
import type { PhotoSource } from '../engine.ts';
import { readHeader } from './header.ts';
import { DEFAULT_LIMITS, type DecodeLimits } from './limits.ts';
import { readMetadata } from './metadata.ts';
import { readPhotoBytes } from './photo-bytes.ts';
import type { PhotoFile } from './photo-file.ts';

/**
 * Reads the file once and whole: XMP and EXIF may stand at the end of a WebP, PNG, TIFF or HEIF.
 *
 * @throws EngineError `corrupt`, `unsupported`, `too-large`, `unreadable`; damaged metadata is no reason to throw
 */
export async function readPhotoFile(source: PhotoSource, limits: DecodeLimits = DEFAULT_LIMITS): Promise<PhotoFile> {
  const { format, bytes } = await readPhotoBytes(source, limits);
  const header = await readHeader(bytes, format, limits);
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    format,
    width: header.width,
    height: header.height,
    metadata: await readMetadata(bytes, header),
  };
}
