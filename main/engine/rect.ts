/** Boxes and how much they cover of each other, in whatever unit both have. */
import type { Rect } from './face.ts';

/** Intersection over union, 0..1. */
export function overlap(a: Rect, b: Rect): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (area(a) + area(b) - shared);
}

export const area = (rect: Rect): number => (rect.right - rect.left) * (rect.bottom - rect.top);

export const longerSide = (rect: Rect): number => Math.max(rect.right - rect.left, rect.bottom - rect.top);
