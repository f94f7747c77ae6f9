/**
 * Which views of a photo a detection looks at. One view misses faces another sees; two sizes that vote find more at the
 * same precision, and a thorough look adds a larger size and a mirrored one.
 */
import type { RgbImage } from '../pixels/image.ts';
import { resizeLongSide } from '../pixels/resize.ts';
import { mirror } from '../pixels/turn.ts';
import { type Detection, type Detector, type FivePoints, scale } from './detection.ts';
import { vote } from './vote.ts';

/** A view by the length of its longer side, px. */
export interface View {
  readonly longSide: number;
  readonly mirrored: boolean;
}

/**
 * Look at a photo from every view and let them vote.
 *
 * @returns detections in the photo's frame, highest score first, of any score
 */
export async function detectFaces(detector: Detector, photo: RgbImage, views: readonly View[]): Promise<Detection[]> {
  // The photo is read once, by the largest view; the smaller ones are made from that.
  const largest = await resizeLongSide(photo, Math.max(...views.map((view) => view.longSide)));
  const sizes = new Map<number, RgbImage>([[Math.max(largest.width, largest.height), largest]]);
  const found: Detection[][] = [];
  for (const { longSide, mirrored } of views) {
    const image = sizes.get(longSide) ?? (await resizeLongSide(largest, longSide));
    sizes.set(longSide, image);
    const detections = await detector.detect(mirrored ? mirror(image) : image, longSide);
    const upright = mirrored ? detections.map((detection) => mirrorBack(detection, image.width)) : detections;
    found.push(upright.map((detection) => scale(detection, photo.width / image.width, photo.height / image.height)));
  }
  return vote(found);
}

function mirrorBack({ rect, score, points }: Detection, width: number): Detection {
  return {
    rect: { ...rect, left: width - rect.right, right: width - rect.left },
    score,
    ...(points && { points: mirrorPoints(points, width) }),
  };
}

/** The image's left eye becomes the right one, so the pairs change places too. */
function mirrorPoints([eye, otherEye, nose, mouth, otherMouth]: FivePoints, width: number): FivePoints {
  const at = ([x, y]: readonly [number, number]) => [width - x, y] as const;
  return [at(otherEye), at(eye), at(nose), at(otherMouth), at(mouth)];
}
