/**
 * The bytes of a photo, read once and whole. Looked at before they are read: what is no photo, or is too large, is
 * refused after its first block.
 */
import { type FileHandle, open } from 'node:fs/promises';
import type { PhotoSource } from '../engine.ts';
import { EngineError } from '../engine-error.ts';
import { checkFileBytes, type DecodeLimits } from './limits.ts';
import type { PhotoFormat } from './photo-file.ts';
import { SNIFF_BYTES, sniff } from './sniff.ts';

export interface PhotoBytes {
  readonly format: PhotoFormat;
  readonly bytes: Buffer;
}

function formatOf(head: Uint8Array): PhotoFormat {
  const format = sniff(head);
  if (format !== null) return format;
  if (head.length === 0) throw new EngineError('corrupt', 'The file is empty.');
  throw new EngineError(
    'unsupported',
    'The content is none of JPEG, PNG, WebP, AVIF, HEIF, GIF, TIFF and BMP, whatever the file is called.',
  );
}

async function readWhole(file: FileHandle, limits: DecodeLimits): Promise<PhotoBytes> {
  const stat = await file.stat();
  if (!stat.isFile()) throw new EngineError('unreadable', 'It is not a file.');
  const head = Buffer.alloc(Math.min(SNIFF_BYTES, stat.size));
  await file.read(head, 0, head.length, 0);
  const format = formatOf(head);
  checkFileBytes(stat.size, limits);
  const bytes = Buffer.allocUnsafe(stat.size);
  let at = 0;
  while (at < bytes.length) {
    const { bytesRead } = await file.read(bytes, at, bytes.length - at, at);
    if (bytesRead === 0) throw new EngineError('unreadable', 'The file became shorter while it was read.');
    at += bytesRead;
  }
  return { format, bytes };
}

/**
 * @returns the whole content and its true format
 * @throws EngineError `unreadable`, `unsupported`, `too-large`, or `corrupt` for an empty file
 */
export async function readPhotoBytes(source: PhotoSource, limits: DecodeLimits): Promise<PhotoBytes> {
  if ('bytes' in source) {
    const { buffer, byteOffset, byteLength } = source.bytes;
    const bytes = Buffer.from(buffer, byteOffset, byteLength);
    const format = formatOf(bytes.subarray(0, SNIFF_BYTES));
    checkFileBytes(byteLength, limits);
    return { format, bytes };
  }
  try {
    await using file = await open(source.path, 'r');
    return await readWhole(file, limits);
  } catch (error: unknown) {
    if (error instanceof EngineError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new EngineError('unreadable', `The file cannot be read: ${reason}.`, { cause: error });
  }
}
