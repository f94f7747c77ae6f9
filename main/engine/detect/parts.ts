/**
 * Parts of faces: a detector that knows faces of all sizes finds a nose and a mouth in a portrait and takes them for a
 * small face. On portraits that fill the frame two photos of three had such a second face.
 */
import type { Rect } from '../face.ts';
import { area, longerSide } from '../rect.ts';
import type { Detection } from './detection.ts';

/** A part lies at least this far inside the face, as a share of its own area … */
const INSIDE = 0.75;
/** … and is not so small against the face that it might be another one: on a poster, a shirt, in someone's arms. */
const SMALLEST = 0.3;
/** A face of which a part may be this much surer. */
const DOUBT = 0.3;
/** A box that is surely no face does not make others its parts. */
const PLAUSIBLE = 0.5;

/** The detections without those that are parts of a larger one. */
export function dropParts(detections: readonly Detection[]): Detection[] {
  const isPart = (part: Detection): boolean =>
    detections.some(
      ({ rect, score }) =>
        score >= Math.max(PLAUSIBLE, part.score - DOUBT) &&
        longerSide(rect) > longerSide(part.rect) &&
        longerSide(part.rect) > SMALLEST * longerSide(rect) &&
        shareInside(part.rect, rect) > INSIDE,
    );
  return detections.filter((detection) => !isPart(detection));
}

/** Share of the area of `part` that lies inside `whole`, 0..1. */
function shareInside(part: Rect, whole: Rect): number {
  const width = Math.min(part.right, whole.right) - Math.max(part.left, whole.left);
  const height = Math.min(part.bottom, whole.bottom) - Math.max(part.top, whole.top);
  return (Math.max(0, width) * Math.max(0, height)) / area(part);
}
