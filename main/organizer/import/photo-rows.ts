/** From what the engine says of a photo to what the library keeps of it. */
import type { FaceRegion, PhotoFile } from '../../engine/decode/photo-file.ts';
import type { Face, PhotoAnalysis, Rect } from '../../engine/face.ts';
import { overlap } from '../../engine/rect.ts';
import type { NewFace } from '../../library/face.ts';
import type { NewImage } from '../../library/images.ts';
import { turnRect } from '../turn.ts';

/** A region and a face are the same face from this overlap on: other programs draw their boxes wider or tighter. */
const SAME_FACE = 0.25;

/** From this score of the mesh model on, a place that nobody detected is believed to be a face. */
const SURELY_A_FACE = 0.5;

/** A region smaller than this, px, is a slip of the mouse or of the program that wrote it. */
const SMALLEST_REGION = 8;

/** Files that come out of an archive without dates are of the first second of 1970. */
const ONE_DAY_MS = 86_400_000;

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
    fileAt: modifiedAt < ONE_DAY_MS ? null : wallClock(modifiedAt),
    expiresAt: null,
  };
}

/** What the clock on the wall said, as ms since 1970 by that clock. @param time ms since 1970 (UTC) */
const wallClock = (time: number): number => Math.floor(time) - new Date(time).getTimezoneOffset() * 60_000;

/** What the marks of other programs say of a photo's faces. */
export interface Marks {
  /** Names of faces that were detected as well. */
  readonly names: ReadonlyMap<Face, string | null>;
  /** Named places where nothing was detected, in fractions of the frame. */
  readonly unseen: readonly { readonly name: string; readonly place: Rect }[];
}

/** @param regions as their programs wrote them: before any auto-rotate */
export function readMarks(photo: PhotoAnalysis, regions: readonly FaceRegion[]): Marks {
  const names = new Map<Face, string | null>();
  const unseen: { name: string; place: Rect }[] = [];
  for (const { name, ...region } of regions) {
    const place = photo.rotate ? turnRect(region, photo.rotate, WHOLE) : region;
    const rect = inPixels(place, photo);
    const face = bestMatch(
      rect,
      photo.faces.filter((candidate) => !names.has(candidate)),
    );
    if (face) names.set(face, name);
    else if (name !== null && Math.min(rect.right - rect.left, rect.bottom - rect.top) >= SMALLEST_REGION) {
      unseen.push({ name, place });
    }
  }
  return { names, unseen };
}

/**
 * The faces to keep: those detected, with the names that other programs gave to their places, and those that only the
 * other program saw.
 *
 * @param described what the engine says of `marks.unseen`, in their order
 */
export function faceRows(photo: PhotoAnalysis, marks: Marks, described: readonly Face[]): NewFace[] {
  const seen = photo.faces.map((face): NewFace => {
    return { ...face, origin: 'detected', regionName: marks.names.get(face) ?? null };
  });
  const unseen = marks.unseen.flatMap(({ name, place }, i): NewFace[] => {
    const face = described[i];
    if (!face) return [];
    const isFace = face.score >= SURELY_A_FACE;
    return [
      {
        ...face,
        rect: inPixels(place, photo),
        origin: 'metadata',
        regionName: name,
        // A dog or the back of a head has a name too, but would be a poor witness for other faces.
        embedding: isFace ? face.embedding : null,
        attributes: isFace ? face.attributes : null,
      },
    ];
  });
  return [...seen, ...unseen];
}

const WHOLE = { width: 1, height: 1 };

function inPixels(place: Rect, { width, height }: PhotoAnalysis): Rect {
  const within = (value: number, limit: number): number => Math.min(limit, Math.max(0, value * limit));
  return {
    left: within(place.left, width),
    top: within(place.top, height),
    right: within(place.right, width),
    bottom: within(place.bottom, height),
  };
}

function bestMatch(rect: Rect, faces: readonly Face[]): Face | null {
  const [best] = faces
    .map((face) => ({ face, overlap: overlap(face.rect, rect) }))
    .filter((match) => match.overlap >= SAME_FACE)
    .sort((a, b) => b.overlap - a.overlap);
  return best?.face ?? null;
}
