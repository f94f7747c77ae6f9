/**
 * UltraFace ("Ultra-Light-Fast-Generic-Face-Detector", version RFB) without its baked priors: an SSD with square anchors
 * on four strides, so that it takes any input whose sides are multiples of 64.
 */
import { output } from '../model.ts';
import type { Detection } from './detection.ts';
import type { Decoder } from './view.ts';

const LEVELS = [
  { stride: 8, anchors: [10, 16, 24] },
  { stride: 16, anchors: [32, 48] },
  { stride: 32, anchors: [64, 96] },
  { stride: 64, anchors: [128, 192, 256] },
] as const;
const CENTRE_VARIANCE = 0.1;
const SIZE_VARIANCE = 0.2;

/** Outputs: `scores` (background, face) and `offsets` (of centre and size) for each anchor. */
export const ultraface: Decoder = {
  // The largest anchor. Measured on portraits: up to 280 px nine of ten faces score above .98, from 360 px a third is lost.
  largest: 256,
  nms: 0.4,
  decode(outputs, width, height, minScore) {
    const scores = output(outputs, 'scores');
    const offsets = output(outputs, 'offsets');
    const found: Detection[] = [];
    let index = 0;
    for (const { stride, anchors } of LEVELS) {
      for (let y = 0; y < height / stride; y++) {
        for (let x = 0; x < width / stride; x++) {
          for (const anchor of anchors) {
            const score = scores[2 * index + 1] ?? 0;
            if (score >= minScore) {
              const [dx = 0, dy = 0, dw = 0, dh = 0] = offsets.subarray(4 * index, 4 * index + 4);
              const cx = (x + 0.5) * stride + dx * CENTRE_VARIANCE * anchor;
              const cy = (y + 0.5) * stride + dy * CENTRE_VARIANCE * anchor;
              const w = Math.exp(dw * SIZE_VARIANCE) * anchor;
              const h = Math.exp(dh * SIZE_VARIANCE) * anchor;
              found.push({ rect: { left: cx - w / 2, top: cy - h / 2, right: cx + w / 2, bottom: cy + h / 2 }, score });
            }
            index++;
          }
        }
      }
    }
    return found;
  },
};
