/** Average precision of detections against marked boxes: the area under the precision-recall curve. */
import type { Detection } from '../../../main/engine/detect/detection.ts';
import { overlap } from '../../../main/engine/rect.ts';
import type { MarkedFace } from './wider.ts';

/** A detection has found a face when it overlaps it by more than this (intersection over union). */
const FOUND = 0.4;

export interface Found {
  readonly marked: readonly MarkedFace[];
  readonly detections: readonly Detection[];
}

export interface PrecisionRecall {
  /** 0..1, precision made monotone from the right, as in PASCAL VOC since 2010. */
  readonly averagePrecision: number;
  /** Share of the faces that are found at any score. */
  readonly maxRecall: number;
  /** Share of the detections that are faces, at any score; 1 where there are none. */
  readonly precision: number;
  /** Largest recall at which 95 % of the detections are faces; 0 where there is none. */
  readonly recallAtPrecision95: number;
}

/** @param smallest only faces of at least this many px are asked for; finding smaller ones is no error */
export function precisionRecall(photos: readonly Found[], smallest = 0): PrecisionRecall {
  const asked = ({ ignored, size }: MarkedFace): boolean => !ignored && size >= smallest;
  const total = photos.reduce((sum, { marked }) => sum + marked.filter(asked).length, 0);
  const outcomes = photos.flatMap(({ marked, detections }) => outcomesOf(marked, detections, asked));
  outcomes.sort((a, b) => b.score - a.score);
  const curve: { recall: number; precision: number }[] = [];
  let right = 0;
  outcomes.forEach(({ isFace }, i) => {
    if (isFace) right++;
    curve.push({ recall: right / total, precision: right / (i + 1) });
  });
  let averagePrecision = 0;
  let best = 0;
  for (let i = curve.length - 1; i >= 0; i--) {
    const { recall, precision } = curve[i] ?? { recall: 0, precision: 0 };
    best = Math.max(best, precision);
    averagePrecision += best * (recall - (curve[i - 1]?.recall ?? 0));
  }
  return {
    averagePrecision,
    maxRecall: right / total,
    precision: curve.at(-1)?.precision ?? 1,
    recallAtPrecision95: curve.findLast(({ precision }) => precision >= 0.95)?.recall ?? 0,
  };
}

interface Outcome {
  readonly score: number;
  readonly isFace: boolean;
}

/** Best detection first, each takes the free face it overlaps most; what only meets an unasked face counts for nothing. */
function outcomesOf(
  marked: readonly MarkedFace[],
  detections: readonly Detection[],
  asked: (face: MarkedFace) => boolean,
): Outcome[] {
  const free = new Set(marked);
  return detections
    .toSorted((a, b) => b.score - a.score)
    .flatMap(({ rect, score }): Outcome[] => {
      let most = FOUND;
      let taken: MarkedFace | null = null;
      for (const face of free) {
        const shared = overlap(face.rect, rect);
        if (shared > most) {
          most = shared;
          taken = face;
        }
      }
      if (taken === null) return [{ score, isFace: false }];
      free.delete(taken);
      return asked(taken) ? [{ score, isFace: true }] : [];
    });
}
