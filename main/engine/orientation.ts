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

/** Longer sides of the view, px: the first is enough for most photos, the second for those whose faces are small. */
const LONG_SIDES = [320, 480] as const;
const MIN_SCORE = 0.5;
/** Most faces looked at in one turn. */
const MAX_FACES = 6;
/** Less evidence than one doubtful face gives says nothing: a photo without people stays as it is. */
const ENOUGH = 0.05;

const TURNS: readonly Turn[] = ['cw90', 'cw180', 'cw270'];
const RADIANS = { cw90: Math.PI / 2, cw180: Math.PI, cw270: -Math.PI / 2 } as const;

/**
 * Evidence for a turn is the sum of (score x flag)^4 over its faces. The power is what makes it decide: a turned face
 * often has half the score and half the flag of an upright one, and four of them must not outvote the one. Measured on
 * WIDER and LFW, it needs no bonus for the photo as it is, which plain sums do (README of test/bench).
 *
 * @returns the turn that puts the photo upright; null when it already stands right or nothing says otherwise
 */
export async function findTurn(photo: RgbImage, detector: Detector, mesh: MeshReader): Promise<Turn | null> {
  for (const longSide of LONG_SIDES) {
    const view = await resizeLongSide(photo, longSide);
    let best: Turn | null = null;
    let most = 0;
    for (const by of [null, ...TURNS]) {
      const sum = await evidence(photo, view, by, detector, mesh);
      if (sum > most) {
        most = sum;
        best = by;
      }
    }
    if (most >= ENOUGH) return best;
  }
  return null;
}

async function evidence(
  photo: RgbImage,
  view: RgbImage,
  by: Turn | null,
  detector: Detector,
  mesh: MeshReader,
): Promise<number> {
  const found = await detector.detect(by === null ? view : turn(view, by), Math.max(view.width, view.height));
  let sum = 0;
  for (const { rect, score } of found.filter(isLikely).slice(0, MAX_FACES)) {
    const box = by === null ? rect : turnBack(rect, by, view);
    // The crop comes from the full photo, turned on the way: no turned copy of the photo is ever made.
    const flag = await mesh.flag(photo, enlarge(box, photo.width / view.width), by === null ? 0 : -RADIANS[by]);
    sum += (score * flag) ** 4;
  }
  return sum;
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
