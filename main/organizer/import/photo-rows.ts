/** From what the engine says of a photo to what the library keeps of it. */
import type { FaceRegion, PhotoFile } from '../../engine/decode/photo-file.ts';
import { overlap } from '../../engine/detect/detection.ts';
import type { Face, PhotoAnalysis, Rect } from '../../engine/face.ts';
import type { NewFace } from '../../library/face.ts';
import type { NewImage } from '../../library/images.ts';

/** A region and a face are the same face from this overlap on: other programs draw their boxes wider or tighter. */
const SAME_FACE = 0.25;

/** A region smaller than this, px, is a slip of the mouse or of the program that wrote it. */
const SMALLEST_REGION = 8;

/** @param modifiedAt modification time of the file, ms */
export function imageRow(accountId: string, file: PhotoFile, photo: PhotoAnalysis, modifiedAt: number): NewImage {
  const { metadata } = file;
  return {
    accountId,
    origin: 'library',
    sha256: file.sha256,
    format: file.format,
    bytes: file.bytes,
    width: photo.width,
    height: photo.height,
    exifOrientation: photo.exifOrientation,
    rotate: photo.rotate,
    takenAt: metadata.takenAt,
    utcOffset: metadata.utcOffset,
    camera: metadata.camera,
    lens: metadata.lens,
    latitude: metadata.gps?.latitude ?? null,
    longitude: metadata.gps?.longitude ?? null,
    rating: metadata.rating,
    fileAt: Math.floor(modifiedAt),
    expiresAt: null,
  };
}

/**
 * The faces to keep: those detected, with the names that other programs gave to their places, and those that only the
 * other program saw.
 *
 * @param photo in the frame before any auto-rotate, as regions are; with a turn the regions are left out
 */
export function faceRows(photo: PhotoAnalysis, regions: readonly FaceRegion[]): NewFace[] {
  const placed = photo.rotate === null ? regions.map((region) => ({ region, rect: regionRect(region, photo) })) : [];
  const nameOf = new Map<Face, string | null>();
  const unseen: NewFace[] = [];
  for (const { region, rect } of placed) {
    const face = bestMatch(
      rect,
      photo.faces.filter((candidate) => !nameOf.has(candidate)),
    );
    if (face) nameOf.set(face, region.name);
    else if (region.name !== null && Math.min(rect.right - rect.left, rect.bottom - rect.top) >= SMALLEST_REGION) {
      unseen.push(unseenFace(rect, region.name));
    }
  }
  return [...photo.faces.map((face) => seenFace(face, nameOf.get(face) ?? null)), ...unseen];
}

function regionRect(region: FaceRegion, { width, height }: PhotoAnalysis): Rect {
  const within = (value: number, limit: number): number => Math.min(limit, Math.max(0, value * limit));
  return {
    left: within(region.left, width),
    top: within(region.top, height),
    right: within(region.right, width),
    bottom: within(region.bottom, height),
  };
}

function bestMatch(rect: Rect, faces: readonly Face[]): Face | null {
  const [best] = faces
    .map((face) => ({ face, overlap: overlap(face.rect, rect) }))
    .filter((match) => match.overlap >= SAME_FACE)
    .sort((a, b) => b.overlap - a.overlap);
  return best?.face ?? null;
}

const seenFace = (face: Face, regionName: string | null): NewFace => ({ ...face, origin: 'detected', regionName });

/** A face that nobody but the other program has seen: it has a place and a name, and nothing to recognize it by. */
const unseenFace = (rect: Rect, regionName: string): NewFace => ({
  rect,
  score: 0,
  eyeDist: 0,
  quality: {
    overall: 0,
    size: Math.max(rect.right - rect.left, rect.bottom - rect.top),
    sharpness: 0,
    yaw: 0,
    pitch: 0,
    roll: 0,
  },
  attributes: null,
  landmarks21: [],
  landmarks106: [],
  crop: new Uint8Array(),
  origin: 'metadata',
  regionName,
  embedding: null,
});
