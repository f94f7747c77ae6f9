/** /face/detection: find and describe the faces of an image that is not kept, only what later calls need of it. */

import { sniff } from '../engine/decode/sniff.ts';
import type { AnalyzeOptions } from '../engine/engine.ts';
import { EngineError } from '../engine/engine-error.ts';
import type { Face, PhotoAnalysis } from '../engine/face.ts';
import { area } from '../engine/rect.ts';
import type { NewImage } from '../library/images.ts';
import { ApiError } from './api-error.ts';
import { download } from './download.ts';
import type { Call, Result } from './endpoint.ts';
import { faceAnswer, wholeRect } from './face-answer.ts';
import type { Upload } from './face-api.ts';
import { IMAGE_FORMATS, IMAGE_SIDES, MAX_IMAGE_BYTES } from './image-limits.ts';
import type { StatusName } from './statuses.ts';

interface Detect {
  readonly file: Upload | undefined;
  readonly url: URL | undefined;
  readonly landmarks106: boolean | undefined;
  readonly attributes: boolean | undefined;
  readonly auto_rotate: boolean | undefined;
  readonly user_data: string | undefined;
}

export async function detect(call: Call, args: Detect): Promise<Result> {
  const { landmarks106 = false, attributes = false, auto_rotate: autoRotate = false } = args;
  const bytes = args.file ? args.file.bytes : await fetchImage(call, args.url);
  if (bytes.byteLength > MAX_IMAGE_BYTES) throw new ApiError('IMAGE_FILE_SIZE_TOO_BIG');
  const photo = await look(call, bytes, { attributes, autoRotate });
  const sha256 = await hash(bytes);
  // The largest first, by the size that is told (D45).
  const faces = photo.faces.toSorted((a, b) => area(wholeRect(b.rect)) - area(wholeRect(a.rect)));
  const { imageId, faceIds } = keep(call, {
    image: uploadRow(call, photo, { sha256, bytes: bytes.byteLength, userData: args.user_data ?? '' }),
    faces,
    asked: { attributesAsked: attributes, landmarks106Asked: landmarks106 },
  });
  return {
    image_id: imageId,
    ...(photo.exifOrientation !== null && { exif_orientation: photo.exifOrientation }),
    ...(photo.rotate !== null && { rotate: photo.rotate }),
    width: photo.width,
    height: photo.height,
    faces: faces.map((face, i) => ({ face_id: faceIds[i], ...faceAnswer(face, { landmarks106, attributes }) })),
  };
}

async function fetchImage({ key, signal }: Call, url: URL | undefined): Promise<Uint8Array> {
  // Whether there is a file or an address, and one only, has been checked with the arguments.
  if (!url || !key.downloads) throw new ApiError('DOWNLOAD_ERROR');
  return download(url, signal);
}

async function look(
  { engine, signal }: Call,
  bytes: Uint8Array,
  wanted: Pick<AnalyzeOptions, 'attributes' | 'autoRotate'>,
): Promise<PhotoAnalysis> {
  if (sniff(bytes) === null) throw new ApiError('CORRUPT_IMAGE');
  try {
    return await engine.analyze({ bytes }, { ...wanted, only: { formats: IMAGE_FORMATS, sides: IMAGE_SIDES } }, signal);
  } catch (error: unknown) {
    const status = error instanceof EngineError ? REFUSALS[error.code] : undefined;
    throw status ? new ApiError(status, undefined, { cause: error }) : error;
  }
}

/** What the engine's refusals mean to a caller of the API; any other is a fault of the server. */
const REFUSALS: Readonly<Partial<Record<EngineError['code'], StatusName>>> = {
  corrupt: 'CORRUPT_IMAGE',
  // It has ended the engine twice: whatever it is, it is not sound.
  crashed: 'CORRUPT_IMAGE',
  unsupported: 'INVALID_IMAGE_FORMAT_OR_SIZE',
  unwanted: 'INVALID_IMAGE_FORMAT_OR_SIZE',
  'too-large': 'INVALID_IMAGE_FORMAT_OR_SIZE',
  closed: 'BUSY',
};

/** SHA-256 in lower-case hex, computed beside the event loop. */
async function hash(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))).toString('hex');
}

function uploadRow(
  { accountId, key, now }: Call,
  photo: PhotoAnalysis,
  upload: Pick<NewImage, 'sha256' | 'bytes'> & { readonly userData: string },
): NewImage {
  return {
    accountId,
    origin: 'upload',
    ...upload,
    format: photo.format,
    width: photo.width,
    height: photo.height,
    exifOrientation: photo.exifOrientation,
    rotate: photo.rotate,
    takenAt: null,
    utcOffset: null,
    camera: null,
    lens: null,
    latitude: null,
    longitude: null,
    rating: null,
    fileAt: null,
    expiresAt: now() + key.idLifetime * 1000,
  };
}

interface Kept {
  readonly image: NewImage;
  readonly faces: readonly Face[];
  readonly asked: { readonly attributesAsked: boolean; readonly landmarks106Asked: boolean };
}

/** The bytes are not kept: what later calls need of them is in the faces. */
function keep({ library, likeness }: Call, { image, faces, asked }: Kept): { imageId: string; faceIds: string[] } {
  const rows = faces.map((face) => ({
    ...face,
    ...asked,
    origin: 'detected' as const,
    regionName: null,
    expiresAt: image.expiresAt,
  }));
  return library.transaction(() => {
    const imageId = library.images.insert(image);
    return { imageId, faceIds: library.faces.insert(imageId, likeness.model, rows) };
  });
}
