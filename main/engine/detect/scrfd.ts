/**
 * SCRFD (Guo et al., "Sample and Computation Redistribution for Efficient Face Detection", ICLR 2022) as InsightFace
 * exports it: strides 8, 16, 32 with two anchors a cell, box edges and five points as distances from the cell's corner.
 */
import type { ModelOutput } from '../model.ts';
import type { Detection, FivePoints } from './detection.ts';
import type { Decoder } from './view.ts';

const STRIDES = [8, 16, 32] as const;
const ANCHORS = 2;

export const scrfd: Decoder = {
  // Measured on portraits: half of the faces of 400 px score below .63.
  largest: 320,
  nms: 0.4,
  decode(outputs, width, _height, minScore) {
    const scores = byStride(outputs, 1);
    const edges = byStride(outputs, 4);
    const points = byStride(outputs, 10);
    const found: Detection[] = [];
    STRIDES.forEach((stride, level) => {
      const score = scores[level]?.data;
      const edge = edges[level]?.data;
      const point = points[level]?.data;
      if (score === undefined || edge === undefined)
        throw new RangeError(`Not an SCRFD: no output for stride ${stride}.`);
      const columns = Math.ceil(width / stride);
      score.forEach((value, i) => {
        if (value < minScore) return;
        const cell = Math.floor(i / ANCHORS);
        const cx = (cell % columns) * stride;
        const cy = Math.floor(cell / columns) * stride;
        const [left = 0, top = 0, right = 0, bottom = 0] = edge.subarray(4 * i, 4 * i + 4);
        found.push({
          rect: {
            left: cx - left * stride,
            top: cy - top * stride,
            right: cx + right * stride,
            bottom: cy + bottom * stride,
          },
          score: value,
          ...(point && { points: fivePoints(point.subarray(10 * i, 10 * i + 10), stride, cx, cy) }),
        });
      });
    });
    return found;
  },
};

/** The outputs with `channels` values an anchor, finest stride (most anchors) first. */
function byStride(outputs: ReadonlyMap<string, ModelOutput>, channels: number): ModelOutput[] {
  return [...outputs.values()]
    .filter((output) => output.dims.at(-1) === channels)
    .toSorted((a, b) => b.data.length - a.data.length);
}

/** Five points from ten offsets (x, y, x, y …) in units of `stride` from (cx, cy). */
export function fivePoints(offsets: Float32Array, stride: number, cx: number, cy: number): FivePoints {
  const at = (i: number) => [cx + (offsets[2 * i] ?? 0) * stride, cy + (offsets[2 * i + 1] ?? 0) * stride] as const;
  return [at(0), at(1), at(2), at(3), at(4)];
}
