/** Quarter turns of places in a photo: what turns with it when the photo is turned. */
import type { Point, Rect, Turn } from '../engine/face.ts';

export interface Frame {
  readonly width: number;
  readonly height: number;
}

const QUARTERS = { cw90: 1, cw180: 2, cw270: 3 } as const satisfies Record<Turn, number>;
const TURNS = [null, 'cw90', 'cw180', 'cw270'] as const;

/** One turn after the other; null is no turn. */
export function addTurns(first: Turn | null, second: Turn | null): Turn | null {
  const quarters = (first ? QUARTERS[first] : 0) + (second ? QUARTERS[second] : 0);
  return TURNS[quarters % 4] ?? null;
}

export function turnFrame({ width, height }: Frame, by: Turn): Frame {
  return by === 'cw180' ? { width, height } : { width: height, height: width };
}

/** @param frame the photo before the turn, in the point's unit */
export function turnPoint([x, y]: Point, by: Turn, { width, height }: Frame): Point {
  if (by === 'cw90') return [height - y, x];
  return by === 'cw180' ? [width - x, height - y] : [y, width - x];
}

/** @param frame the photo before the turn, in the box's unit */
export function turnRect({ left, top, right, bottom }: Rect, by: Turn, frame: Frame): Rect {
  const [ax, ay] = turnPoint([left, top], by, frame);
  const [bx, by_] = turnPoint([right, bottom], by, frame);
  return { left: Math.min(ax, bx), top: Math.min(ay, by_), right: Math.max(ax, bx), bottom: Math.max(ay, by_) };
}

/** Degrees of a head's tilt after the photo was turned, -180..180. */
export function turnRoll(roll: number, by: Turn): number {
  const turned = roll + 90 * QUARTERS[by];
  return turned > 180 ? turned - 360 : turned;
}
