/**
 * YuNet (Wu et al., "YuNet: A Tiny Millisecond-level Face Detector", MIR 2023) as the OpenCV zoo exports it: anchor-free,
 * strides 8, 16, 32, outputs cls_8 … kps_32 known by their names; score is the geometric mean of class and objectness.
 */
import { output } from '../model.ts';
import type { Detection } from './detection.ts';
import { fivePoints } from './scrfd.ts';
import type { Decoder } from './view.ts';

const STRIDES = [8, 16, 32] as const;

export const yunet: Decoder = {
  // Measured on portraits: from 640 px on scores fall steadily.
  largest: 640,
  nms: 0.3,
  decode(outputs, width, _height, minScore) {
    const found: Detection[] = [];
    for (const stride of STRIDES) {
      const classes = output(outputs, `cls_${stride}`);
      const objects = output(outputs, `obj_${stride}`);
      const boxes = output(outputs, `bbox_${stride}`);
      const points = output(outputs, `kps_${stride}`);
      const columns = Math.ceil(width / stride);
      classes.forEach((value, i) => {
        const score = Math.sqrt(unit(value) * unit(objects[i] ?? 0));
        if (score < minScore) return;
        const cellX = (i % columns) * stride;
        const cellY = Math.floor(i / columns) * stride;
        const [dx = 0, dy = 0, dw = 0, dh = 0] = boxes.subarray(4 * i, 4 * i + 4);
        const cx = cellX + dx * stride;
        const cy = cellY + dy * stride;
        const w = Math.exp(dw) * stride;
        const h = Math.exp(dh) * stride;
        found.push({
          rect: { left: cx - w / 2, top: cy - h / 2, right: cx + w / 2, bottom: cy + h / 2 },
          score,
          points: fivePoints(points.subarray(10 * i, 10 * i + 10), stride, cellX, cellY),
        });
      });
    }
    return found;
  },
};

const unit = (value: number): number => Math.min(1, Math.max(0, value));
