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
  /** Weight of the model's own estimate; 0 where it has none. */
  own: z.number(),
  bias: z.number(),
});

/** The file that native-models/train writes. */
export const headsFile = z.strictObject({
  kind: z.literal('kindred-attribute-heads'),
  /** Years; its own estimate is the model's expected age. */
  age: head,
  /** Mean rating on a scale from 1 to 5. */
  attractive: head,
  /** Log-odds of male; its own estimate is the model's. */
  gender: head,
  /** Log-odds of glasses (dark ones too), of dark glasses, of a smile. */
  eyeglass: head,
  sunglass: head,
  smile: head,
});

export type AttributeHeads = z.infer<typeof headsFile>;
export type AttributeHead = z.infer<typeof head>;

/** What the heads look at. */
export interface Evidence {
  /** Pooled features of the description model. */
  readonly features: Float32Array;
  /** The model's own expected age, years. */
  readonly age: number;
  /** The model's own log-odds of male. */
  readonly male: number;
}

/** @returns integers as the v1 API gives them: years for age, 0..100 otherwise (smile 1..100) */
export const readAttributes = (description: Description, heads: AttributeHeads): Attributes =>
  judge(evidence(description), heads);

/** The part of a description that the heads look at. */
export const evidence = ({ features, ages, male }: Description): Evidence => ({
  features,
  // Entry i is the probability of the age i + 1.
  age: ages.reduce((sum, probability, i) => sum + probability * (i + 1), 0),
  male: logOdds(male),
});

/** The same as readAttributes for what was kept of a description. */
export function judge({ features, age, male }: Evidence, heads: AttributeHeads): Attributes {
  const rating = score(heads.attractive, features);
  return {
    age: Math.round(within(0, 110, score(heads.age, features, age))),
    gender: percent(score(heads.gender, features, male)),
    // The middle of the scale of ratings is the middle of ours.
    attractive: Math.round(within(0, 100, (rating - 1) * 25)),
    eyeglass: percent(score(heads.eyeglass, features)),
    sunglass: percent(score(heads.sunglass, features)),
    smile: within(1, 100, percent(score(heads.smile, features))),
  };
}

function score({ weights, own, bias }: AttributeHead, features: Float32Array, estimate = 0): number {
  let sum = bias + own * estimate;
  for (let i = 0; i < weights.length; i++) sum += (weights[i] ?? 0) * (features[i] ?? 0);
  return sum;
}

const within = (least: number, most: number, value: number): number => Math.min(Math.max(value, least), most);

/** Log-odds as 0..100; even odds are 50. */
const percent = (odds: number): number => Math.round(100 / (1 + Math.exp(-odds)));

/** Log-odds of a probability, kept finite where the model is certain. */
function logOdds(probability: number): number {
  const kept = within(1e-6, 1 - 1e-6, probability);
  return Math.log(kept / (1 - kept));
}
