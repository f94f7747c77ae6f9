/**
 * Which way is up: a photo is looked at in its four turns, and the turn in which its faces look most like upright faces
 * wins. A detector alone finds many turned faces too; the mesh's flag knows whether one stands upright.
 */
import type { Detection, Detector } from './detect/detection.ts';
import type { Point, Rect, Turn } from './face.ts';
import type { MeshReader } from './landmarks/mesh.ts';
import type { RgbImage } from './pixels/image.ts';
import { resizeLongSide } from './pixels/resize.ts';
import { turn } from './pixels/turn.ts';

const LONG_SIDE = 320;
const MIN_SCORE = 0.3;
const MAX_FACES = 12;
/** Another turn must be this many times better than the photo as it is: most photos already stand upright. */
const FACTOR = 1.5;

const TURNS: readonly Turn[] = ['cw90', 'cw180', 'cw270'];
const RADIANS = { cw90: Math.PI / 2, cw180: Math.PI, cw270: -Math.PI / 2 } as const;

/** @returns the turn that puts the photo upright; null when it already stands right or nothing says otherwise */
export async function findTurn(photo: RgbImage, detector: Detector, mesh: MeshReader): Promise<Turn | null> {
  const view = await resizeLongSide(photo, LONG_SIDE);
  const scale = photo.width / view.width;

  async function evidence(by: Turn | null): Promise<number> {
    const turned = by === null ? view : turn(view, by);
    const found = await detector.detect(turned, LONG_SIDE);
    let sum = 0;
    for (const { rect, score } of found.filter(isLikely).slice(0, MAX_FACES)) {
      const box = by === null ? rect : turnBack(rect, by, view);
      // The crop comes from the full photo, turned on the way: no turned copy of the photo is ever made.
      const flag = await mesh.flag(photo, enlarge(box, scale), by === null ? 0 : -RADIANS[by]);
      sum += flag * score;
    }
    return sum;
  }

  let best: Turn | null = null;
  let most = FACTOR * (await evidence(null));
  for (const by of TURNS) {
    const sum = await evidence(by);
    if (sum > most) {
      most = sum;
      best = by;
    }
  }
  return best;
}

const isLikely = ({ score }: Detection): boolean => score > MIN_SCORE;

/** A box of the turned view in the frame of the view before the turn, `width` x `height`. */
function turnBack(rect: Rect, by: Turn, { width, height }: RgbImage): Rect {
  const back = ([x, y]: Point): Point => {
    switch (by) {
      case 'cw90':
        return [y, height - x];
      case 'cw180':
        return [width - x, height - y];
      case 'cw270':
        return [width - y, x];
    }
  };
  const [ax, ay] = back([rect.left, rect.top]);
  const [bx, by2] = back([rect.right, rect.bottom]);
  return { left: Math.min(ax, bx), top: Math.min(ay, by2), right: Math.max(ax, bx), bottom: Math.max(ay, by2) };
}

const enlarge = (rect: Rect, by: number): Rect => ({
  left: rect.left * by,
  top: rect.top * by,
  right: rect.right * by,
  bottom: rect.bottom * by,
});
