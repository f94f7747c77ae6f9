/** The photos of WIDER FACE's validation set that the benchmark has, with their marked faces. */
import { join } from 'node:path';
import { z } from 'zod';
import type { Rect } from '../../../main/engine/face.ts';
import { dataFolder, readLabels } from '../../../native-models/train/data.ts';

export interface MarkedFace {
  readonly rect: Rect;
  /** Longer side, px. */
  readonly size: number;
  /** Marked as invalid or too small to ask for: neither missed nor wrongly found. */
  readonly ignored: boolean;
}

export interface MarkedPhoto {
  readonly path: string;
  readonly faces: readonly MarkedFace[];
}

/** Faces smaller than this, px, are not asked for. */
const SMALLEST = 10;

const box = z.object({
  left: z.number(),
  top: z.number(),
  width: z.number(),
  height: z.number(),
  invalid: z.union([z.literal(0), z.literal(1)]),
});

export function widerPhotos(): MarkedPhoto[] {
  const folder = dataFolder('wider-faces');
  const boxes = readLabels(join(folder, 'boxes.json'), z.record(z.string(), z.array(box)));
  return Object.entries(boxes).map(([name, faces]) => ({
    path: join(folder, 'images', name),
    faces: faces.map(({ left, top, width, height, invalid }) => ({
      rect: { left, top, right: left + width, bottom: top + height },
      size: Math.max(width, height),
      ignored: invalid === 1 || width < 1 || Math.max(width, height) < SMALLEST,
    })),
  }));
}
