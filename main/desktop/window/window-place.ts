/** Where the window stands: as it was left, within the screens that are there now. */
import { z } from 'zod';

const Bounds = z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() });
/** A rectangle of the desktop, in device-independent pixels. */
type Bounds = Readonly<z.infer<typeof Bounds>>;

export const WindowPlace = z.object({
  /** Of the window when it is neither maximised nor full. */
  bounds: Bounds,
  isMaximized: z.boolean(),
});
export type WindowPlace = z.infer<typeof WindowPlace>;

const FIRST = { width: 1280, height: 800 } as const;

/**
 * @param screens what of each display windows may cover, the primary one first
 * @param left    where the window was left; null for the first start
 * @returns       as near to that as can be, wholly on the screen that has most of it; else in the middle of the primary
 */
export function placeOn(screens: readonly Bounds[], left: Bounds | null): Bounds {
  const [primary] = screens;
  if (!primary) return left ?? { x: 0, y: 0, ...FIRST };
  const home = left && screens.toSorted((a, b) => shared(b, left) - shared(a, left))[0];
  if (left && home && shared(home, left) > 0) return within(home, left);
  const { width, height } = left ?? FIRST;
  const middle = {
    x: Math.round(primary.x + (primary.width - width) / 2),
    y: Math.round(primary.y + (primary.height - height) / 2),
  };
  return within(primary, { ...middle, width, height });
}

/** Area that both cover. */
function shared(a: Bounds, b: Bounds): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

function within(screen: Bounds, wanted: Bounds): Bounds {
  const width = Math.min(wanted.width, screen.width);
  const height = Math.min(wanted.height, screen.height);
  return {
    x: Math.min(Math.max(wanted.x, screen.x), screen.x + screen.width - width),
    y: Math.min(Math.max(wanted.y, screen.y), screen.y + screen.height - height),
    width,
    height,
  };
}
