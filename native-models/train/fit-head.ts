/** Fitting one attribute head: ridge regression, its penalty chosen and its odds calibrated on people it did not see. */
import type { AttributeHead } from '../../main/engine/attributes.ts';
import type { Sample } from './features.ts';
import { correlation, platt } from './measures.ts';
import { evaluate, type LinearMap, LinearStatistics } from './ridge.ts';
import { rounded } from './rounded.ts';

/** Penalties tried, per sample on standardised features. */
const LAMBDAS = [0.1, 0.3, 1, 3, 10, 30];
const FOLDS = 5;

/** A training sample, the number it should give, and how much it counts. */
export interface Lesson {
  readonly sample: Sample<unknown>;
  /** All portraits of one person share a group. */
  readonly group: number;
  readonly target: number;
  readonly weight?: number;
}

/** The model's own estimate that the head may build on. */
export type OwnEstimate = 'age' | 'male' | null;

export interface Fit {
  readonly head: AttributeHead;
  /** The penalty that predicted unseen people best. */
  readonly lambda: number;
}

/**
 * A head whose score is the target itself. With an estimate of the model's own it learns only what to add to that, so
 * that a large penalty leaves the estimate and not the mean.
 */
export function fitNumber(lessons: readonly Lesson[], own: OwnEstimate): Fit {
  if (own === null) {
    const { lambda, map } = crossValidate(lessons, null);
    return { head: asHead(map, null, 1, 0), lambda };
  }
  const corrections = lessons.map((lesson) => ({ ...lesson, target: lesson.target - lesson.sample[own] }));
  const { lambda, map } = crossValidate(corrections, own);
  const head = asHead(map, own, 1, 0);
  return { head: { ...head, own: head.own + 1 }, lambda };
}

/**
 * A head whose score is the log-odds of yes when yes and no are equally common.
 *
 * @param lessons targets 1 for yes and -1 for no
 */
export function fitOdds(lessons: readonly Lesson[], own: OwnEstimate): Fit {
  const { lambda, map, scores } = crossValidate(lessons, own);
  const yes = lessons.map(({ target }) => target > 0);
  // Scores of the very samples a head was fitted on look surer than they are, so the odds come from the others.
  const { slope, offset } = platt(scores, yes);
  return { head: asHead(map, own, slope, offset), lambda };
}

const inputOf = ({ sample }: Lesson, own: OwnEstimate): Float32Array =>
  own === null ? sample.features : Float32Array.of(...sample.features, sample[own]);

/** Fits each penalty on all folds but one and scores that one; the best is then fitted on all. */
function crossValidate(lessons: readonly Lesson[], own: OwnEstimate) {
  const inputs = lessons.map((lesson) => inputOf(lesson, own));
  const size = inputs[0]?.length ?? 0;
  const folds = Array.from({ length: FOLDS }, () => new LinearStatistics(size, 1));
  for (const [i, { target, group, weight }] of lessons.entries())
    folds[group % FOLDS]?.add(inputs[i] ?? [], [target], weight);
  const all = folds.reduce((sum, fold) => sum.plus(fold));
  const unseen = folds.map((fold) => all.plus(fold, -1));
  const targets = lessons.map(({ target }) => target);
  const tried = LAMBDAS.map((lambda) => {
    const maps = unseen.map((statistics) => statistics.solve({ lambda }));
    const scores = lessons.map(({ group }, i) => {
      const map = maps[group % FOLDS];
      return map ? evaluate(map, 0, inputs[i] ?? []) : Number.NaN;
    });
    return { lambda, scores, quality: correlation(scores, targets) };
  });
  const best = tried.reduce((best, next) => (next.quality > best.quality ? next : best));
  return { ...best, map: all.solve(best) };
}

/** The map's score times `slope` plus `offset`, as a head. */
function asHead(
  { weights: [row], bias: [bias] }: LinearMap,
  own: OwnEstimate,
  slope: number,
  offset: number,
): AttributeHead {
  if (row === undefined || bias === undefined) throw new RangeError('A head needs one target.');
  const scaled = rounded(row.map((weight) => slope * weight));
  const ownWeight = own === null ? 0 : (scaled.pop() ?? 0);
  return { weights: scaled, own: ownWeight, bias: Number((slope * bias + offset).toPrecision(6)) };
}
