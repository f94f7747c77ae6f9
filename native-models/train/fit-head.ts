/** Fitting one attribute head: ridge regression, its penalty chosen and its odds calibrated on people it did not see. */
import { type AttributeHead, FEATURES, type WideAttributeHead } from '../../main/engine/attributes.ts';
import type { Sample } from './features.ts';
import { correlation, platt } from './measures.ts';
import { evaluate, type LinearMap, LinearStatistics } from './ridge.ts';
import { rounded } from './rounded.ts';

/** Penalties tried, per sample on standardised features. */
const LAMBDAS = [0.1, 0.2, 0.5, 1, 2, 5];
const FOLDS = 10;

/** A training sample, the number it should give, and how much it counts. */
export interface Lesson {
  readonly sample: Sample<unknown>;
  /** All portraits of one person share a group. */
  readonly group: number;
  readonly target: number;
  readonly weight?: number;
}

/** What a head looks at besides the features. */
export interface Inputs {
  /** The model's own estimate. */
  readonly own?: 'age' | 'male';
  readonly embedding?: boolean;
}

export interface Fit {
  /** `embedding` is empty for a head that does not look at it. */
  readonly head: WideAttributeHead;
  /** The penalty that predicted unseen people best. */
  readonly lambda: number;
}

/** A head without the weights of an embedding it does not look at. */
export const narrow = ({ head: { weights, own, bias } }: Fit): AttributeHead => ({ weights, own, bias });

/**
 * A head whose score is the target itself. With an estimate of the model's own it learns only what to add to that, so
 * that a large penalty leaves the estimate and not the mean.
 */
export function fitNumber(lessons: readonly Lesson[], inputs: Inputs = {}): Fit {
  const { own } = inputs;
  if (own === undefined) {
    const { lambda, map } = crossValidate(lessons, inputs);
    return { head: asHead(map, inputs, 1, 0), lambda };
  }
  const corrections = lessons.map((lesson) => ({ ...lesson, target: lesson.target - lesson.sample[own] }));
  const { lambda, map } = crossValidate(corrections, inputs);
  const head = asHead(map, inputs, 1, 0);
  return { head: { ...head, own: head.own + 1 }, lambda };
}

/**
 * A head whose score is the log-odds of yes when yes and no are equally common.
 *
 * @param lessons targets 1 for yes and -1 for no
 */
export function fitOdds(lessons: readonly Lesson[], inputs: Inputs = {}): Fit {
  const { lambda, map, scores } = crossValidate(lessons, inputs);
  const yes = lessons.map(({ target }) => target > 0);
  // Scores of the very samples a head was fitted on look surer than they are, so the odds come from the others.
  const counts = lessons.map(({ weight = 1 }) => weight);
  const { slope, offset } = platt(scores, yes, counts);
  return { head: asHead(map, inputs, slope, offset), lambda };
}

const inputOf = ({ sample }: Lesson, { own, embedding }: Inputs): Float32Array =>
  Float32Array.of(...sample.features, ...(own ? [sample[own]] : []), ...(embedding ? sample.embedding : []));

/** Fits each penalty on all folds but one and scores that one; the best is then fitted on all. */
function crossValidate(lessons: readonly Lesson[], inputs: Inputs) {
  const rows = lessons.map((lesson) => inputOf(lesson, inputs));
  const size = rows[0]?.length ?? 0;
  const folds = Array.from({ length: FOLDS }, () => new LinearStatistics(size, 1));
  for (const [i, { target, group, weight }] of lessons.entries())
    folds[group % FOLDS]?.add(rows[i] ?? [], [target], weight);
  const all = folds.reduce((sum, fold) => sum.plus(fold));
  const unseen = folds.map((fold) => all.plus(fold, -1));
  const targets = lessons.map(({ target }) => target);
  const tried = LAMBDAS.map((lambda) => {
    const maps = unseen.map((statistics) => statistics.solve({ lambda }));
    const scores = lessons.map(({ group }, i) => {
      const map = maps[group % FOLDS];
      return map ? evaluate(map, 0, rows[i] ?? []) : Number.NaN;
    });
    return { lambda, scores, quality: correlation(scores, targets) };
  });
  const best = tried.reduce((best, next) => (next.quality > best.quality ? next : best));
  return { ...best, map: all.solve(best) };
}

/** The map's score times `slope` plus `offset`, as a head. */
function asHead({ weights: [row], bias: [bias] }: LinearMap, { own }: Inputs, slope: number, offset: number) {
  if (row === undefined || bias === undefined) throw new RangeError('A head needs one target.');
  const scaled = rounded(row.map((weight) => slope * weight));
  const weights = scaled.splice(0, FEATURES);
  const ownWeight = own === undefined ? 0 : (scaled.shift() ?? 0);
  return { weights, own: ownWeight, bias: Number((slope * bias + offset).toPrecision(6)), embedding: scaled };
}
