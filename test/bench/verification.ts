/** Judging pairs of LFW: which face of a photo is meant, and how often "one person" is said rightly. */
import type { Rect } from '../../main/engine/face.ts';
import type { Pair } from './accuracy/lfw.ts';

/** A pair with how alike its faces are, on any scale; -Infinity where a photo shows none. */
export interface JudgedPair extends Pair {
  readonly likeness: number;
}

/**
 * Share of pairs judged rightly, 0..1, the mean over the folds: each is judged by the likeness that is best for the
 * others (Huang et al. 2007, "unrestricted with labelled outside data").
 */
export function verificationAccuracy(pairs: readonly JudgedPair[]): number {
  const folds = [...new Set(pairs.map(({ fold }) => fold))];
  const accuracies = folds.map((fold) => {
    const limit = bestLimit(pairs.filter((pair) => pair.fold !== fold));
    const own = pairs.filter((pair) => pair.fold === fold);
    return own.filter(({ likeness, same }) => likeness > limit === same).length / own.length;
  });
  return accuracies.reduce((sum, value) => sum + value, 0) / folds.length;
}

/** The likeness above which most pairs are of one person and below which most are not: halfway between two pairs. */
function bestLimit(pairs: readonly JudgedPair[]): number {
  const sorted = pairs.toSorted((a, b) => b.likeness - a.likeness);
  let [gain, most, limit] = [0, 0, Infinity];
  for (const [i, { same, likeness }] of sorted.entries()) {
    const next = sorted[i + 1]?.likeness ?? -Infinity;
    gain += same ? 1 : -1;
    if (gain <= most || next === likeness) continue;
    most = gain;
    limit = next === -Infinity ? likeness - Number.EPSILON : (likeness + next) / 2;
  }
  return limit;
}

/** LFW asks about the face in the middle of the photo; a larger one may lie a little off it. */
export function centralFace<Found extends { readonly rect: Rect }>(
  { width, height }: { readonly width: number; readonly height: number },
  faces: readonly Found[],
): Found | undefined {
  const off = ({ rect }: Found): number =>
    Math.hypot((rect.left + rect.right - width) / 2, (rect.top + rect.bottom - height) / 2) -
    0.3 * (rect.right - rect.left);
  return faces.toSorted((a, b) => off(a) - off(b))[0];
}
