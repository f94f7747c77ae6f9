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

/** Where a box begins that is drawn by keys: a square in the middle, a third of the shorter side. */
export function middleBox(picture: { readonly width: number; readonly height: number }): DrawnBox {
  const side = Math.min(picture.width, picture.height) / 3;
  const [width, height] = [side / picture.width, side / picture.height];
  return { left: (1 - width) / 2, top: (1 - height) / 2, width, height };
}

/** A part of the picture that a key moves a box by. */
const STEP = 0.01;
const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** The box moved by an arrow key, or with Shift resized from its lower right corner; null for another key. */
export function boxByKey(box: DrawnBox, { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>): DrawnBox | null {
  const arrow = ARROWS[key];
  if (!arrow) return null;
  const [x, y] = arrow;
  const { left, top, width, height } = box;
  const between = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
  return shiftKey
    ? { left, top, width: between(width + x, STEP, 1 - left), height: between(height + y, STEP, 1 - top) }
    : { left: between(left + x, 0, 1 - width), top: between(top + y, 0, 1 - height), width, height };
}
