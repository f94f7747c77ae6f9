/**
 * Which views of a photo a detection looks at. One view misses faces another sees; two sizes that vote find more at the
 * same precision, and a thorough look adds a larger size and a mirrored one.
 */
import type { RgbImage } from '../pixels/image.ts';
import { resizeLongSide } from '../pixels/resize.ts';
import { mirror } from '../pixels/turn.ts';
import { type Detection, type Detector, type FivePoints, scale } from './detection.ts';
import { type ViewFindings, vote } from './vote.ts';

/** A view by the length of its longer side, px. */
export interface View {
  readonly longSide: number;
  readonly mirrored: boolean;
}

/** A small photo is enlarged at most this much: beyond it the views only blur what the photo does not hold. */
const ENLARGE = 2;

/**
 * Look at a photo from every view and let them vote. For a photo too small for the largest view all views shrink alike.
 *
 * @returns detections in the photo's frame, highest score first, of any score
 */
export async function detectFaces(detector: Detector, photo: RgbImage, views: readonly View[]): Promise<Detection[]> {
  const most = Math.max(...views.map((view) => view.longSide));
  const fit = Math.min(1, (ENLARGE * Math.max(photo.width, photo.height)) / most);
  // The photo is read once, by the largest view; the smaller ones are made from that.
  const largest = await resizeLongSide(photo, Math.round(most * fit));
  const sizes = new Map<number, RgbImage>([[Math.round(most * fit), largest]]);
  const findings: ViewFindings[] = [];
  for (const { longSide, mirrored } of views) {
    const fitted = Math.round(longSide * fit);
    const image = sizes.get(fitted) ?? (await resizeLongSide(largest, fitted));
    sizes.set(fitted, image);
    const found = await detector.detect(mirrored ? mirror(image) : image, fitted);
    const upright = mirrored ? found.map((detection) => mirrorBack(detection, image.width)) : found;
    const [sx, sy] = [photo.width / image.width, photo.height / image.height];
    findings.push({
      detections: upright.map((detection) => scale(detection, sx, sy)),
      largest: detector.largest * Math.max(sx, sy),
    });
  }
  return vote(findings);
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
