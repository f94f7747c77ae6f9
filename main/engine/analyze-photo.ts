/** One photo from file to faces: decode, look, and bring what was seen back to the coordinates of the full frame. */
import { encodeCrop } from './crop.ts';
import { decodePhoto } from './decode/decode-photo.ts';
import type { DecodeLimits } from './decode/limits.ts';
import type { PhotoFormat } from './decode/photo-file.ts';
import type { AnalyzeOptions, PhotoSource, Wanted } from './engine.ts';
import { EngineError } from './engine-error.ts';
import type { Face, PhotoAnalysis, Point } from './face.ts';
import { makeThumbnails } from './thumbnails.ts';
import type { Seen, SeenFace, Vision } from './vision.ts';

/** A line of work with a limit on how much of it is done at a time; p-queue is one. */
export interface Line {
  add<T>(work: () => Promise<T>): Promise<T>;
}

export interface Workplace {
  readonly vision: Vision;
  readonly limits: DecodeLimits;
  /** Photos whose pixels are in memory: the one in the models and the next, decoded beside it. */
  readonly decoding: Line;
  /** Models see one photo at a time; their buffers are shared. */
  readonly looking: Line;
}

/** A face seen in the working pixels, in the coordinates of a frame that is `x` times as wide and `y` times as high. */
function enlarge(face: SeenFace, x: number, y: number): Omit<SeenFace, 'crop'> {
  const { crop: _, ...rest } = face;
  if (x === 1 && y === 1) return rest;
  const place = ([px, py]: Point): Point => [px * x, py * y];
  const { left, top, right, bottom } = face.rect;
  // The two factors differ by less than a pixel in thousands, from rounding the working size; lengths take their mean.
  const length = (x + y) / 2;
  return {
    ...rest,
    rect: { left: left * x, top: top * y, right: right * x, bottom: bottom * y },
    landmarks21: face.landmarks21.map(place),
    landmarks106: face.landmarks106.map(place),
    eyeDist: face.eyeDist * length,
    quality: { ...face.quality, size: face.quality.size * length },
  };
}

async function inFullFrame(seen: Seen, width: number, height: number): Promise<Face[]> {
  const x = width / seen.width;
  const y = height / seen.height;
  return Promise.all(seen.faces.map(async (face) => ({ ...enlarge(face, x, y), crop: await encodeCrop(face.crop) })));
}

function checkWanted(wanted: Wanted | undefined, format: PhotoFormat, width: number, height: number): void {
  if (!wanted) return;
  const { formats, sides } = wanted;
  if (!formats.includes(format)) throw new EngineError('unwanted', `${format} is not among the formats asked for.`);
  if (Math.min(width, height) >= sides.from && Math.max(width, height) <= sides.to) return;
  throw new EngineError('unwanted', `${width} x ${height} px is not among the sizes asked for.`);
}

/**
 * Decodes a photo and looks at it.
 *
 * @returns faces, sizes and thumbnails, all in the frame after EXIF orientation and auto-rotate
 * @throws EngineError as decodePhoto does, or `unwanted`; the signal's reason when it was aborted before the models ran
 */
export function analyzePhoto(
  source: PhotoSource,
  options: AnalyzeOptions,
  { vision, limits, decoding, looking }: Workplace,
  signal: AbortSignal,
): Promise<PhotoAnalysis> {
  return decoding.add(async () => {
    signal.throwIfAborted();
    const { photo, format, width, height, exifOrientation } = await decodePhoto(source, limits);
    checkWanted(options.only, format, width, height);
    const seen = await looking.add(async () => {
      signal.throwIfAborted();
      return vision.see(photo, options);
    });
    const sideways = seen.turn === 'cw90' || seen.turn === 'cw270';
    const frame = sideways ? { width: height, height: width } : { width, height };
    const [faces, thumbnails] = await Promise.all([
      inFullFrame(seen, frame.width, frame.height),
      makeThumbnails(photo, options.thumbnails ?? [], seen),
    ]);
    return { format, ...frame, exifOrientation, rotate: seen.turn, faces, thumbnails };
  });
}
