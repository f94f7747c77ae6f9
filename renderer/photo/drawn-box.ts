/** A box drawn by hand, in fractions of the picture. */

export interface Spot {
  /** 0..1 inside of the picture, less or more beside it. */
  readonly x: number;
  readonly y: number;
}

export interface DrawnBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Shorter is a click, not a box. */
const LEAST = 0.005;

const inside = (value: number): number => Math.min(1, Math.max(0, value));

/** The box between two corners, whichever they are; what lies beside the picture is cut off. */
export function boxBetween(a: Spot, b: Spot): DrawnBox {
  const [left, right] = [inside(Math.min(a.x, b.x)), inside(Math.max(a.x, b.x))];
  const [top, bottom] = [inside(Math.min(a.y, b.y)), inside(Math.max(a.y, b.y))];
  return { left, top, width: right - left, height: bottom - top };
}

export const isDrawn = ({ width, height }: DrawnBox): boolean => width >= LEAST && height >= LEAST;
