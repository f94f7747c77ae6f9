/**
 * Attributes of a face from what the description model saw (describe.ts): small linear heads on its features, each
 * calibrated when it was fitted, so that 50 is where yes begins.
 */
import { z } from 'zod';
import type { Description } from './describe.ts';
import type { Attributes } from './face.ts';

/** Number of pooled features of the description model. */
export const FEATURES = 1024;

/** One linear head: the sum of `weights` times features, `own` times the model's own estimate, and `bias`. */
const head = z.strictObject({
  weights: z.array(z.number()).length(FEATURES),
  /** Weight of the model's own estimate (expected age in years, logit of male); 0 where it has none. */
  own: z.number(),
  bias: z.number(),
});

/** The file that native-models/train writes. */
export const headsFile = z.strictObject({
  kind: z.literal('kindred-attribute-heads'),
  /** Years. */
  age: head,
  /** Log-odds of male; of glasses, sunglasses and a smile; of being rated above the middle of the scale. */
  gender: head,
  eyeglass: head,
  sunglass: head,
  smile: head,
  attractive: head,
});

export type AttributeHeads = z.infer<typeof headsFile>;
type Head = z.infer<typeof head>;

function score({ weights, own, bias }: Head, features: Float32Array, estimate: number): number {
  let sum = bias + own * estimate;
  for (let i = 0; i < weights.length; i++) sum += (weights[i] ?? 0) * (features[i] ?? 0);
  return sum;
}

/** Log-odds as 0..100; even odds are 50. */
const percent = (logOdds: number): number => Math.round(100 / (1 + Math.exp(-logOdds)));

/** @returns integers as the v1 API gives them: years for age, 0..100 otherwise (smile 1..100) */
export function readAttributes(description: Description, heads: AttributeHeads): Attributes {
  const { features } = description;
  const years = score(heads.age, features, expectedAge(description.ages));
  return {
    age: Math.round(Math.min(Math.max(years, 0), 110)),
    gender: percent(score(heads.gender, features, logOdds(description.male))),
    attractive: percent(score(heads.attractive, features, 0)),
    eyeglass: percent(score(heads.eyeglass, features, 0)),
    sunglass: percent(score(heads.sunglass, features, 0)),
    smile: Math.max(1, percent(score(heads.smile, features, 0))),
  };
}

/** Mean of the model's distribution over ages: entry i is the probability of age i + 1. */
export function expectedAge(probabilities: Float32Array): number {
  return probabilities.reduce((sum, probability, i) => sum + probability * (i + 1), 0);
}

/** Log-odds of a probability, kept finite where the model is certain. */
export function logOdds(probability: number): number {
  const kept = Math.min(Math.max(probability, 1e-6), 1 - 1e-6);
  return Math.log(kept / (1 - kept));
}
