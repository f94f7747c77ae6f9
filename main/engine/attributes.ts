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

/** A head that looks at the face's embedding too. */
const wideHead = head.extend({ embedding: z.array(z.number()).min(1) });

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
  /** A better head for faces whose embedding comes from the model that it was fitted with. */
  withEmbedding: z.strictObject({ model: z.string(), attractive: wideHead }).nullable(),
});

export type AttributeHeads = z.infer<typeof headsFile>;
export type AttributeHead = z.infer<typeof head>;
export type WideAttributeHead = z.infer<typeof wideHead>;

/** What the heads look at. */
export interface Evidence {
  /** Pooled features of the description model. */
  readonly features: Float32Array;
  /** The model's own expected age, years. */
  readonly age: number;
  /** The model's own log-odds of male. */
  readonly male: number;
  /** L2-normalised, from the model that `withEmbedding` names; null when it was not computed. */
  readonly embedding: Float32Array | null;
}

/**
 * @param embedding of the same face, from the pack's own model; without it attractive is less sure
 * @returns integers as the v1 API gives them: years for age, 0..100 otherwise (smile 1..100)
 */
export const readAttributes = (
  description: Description,
  heads: AttributeHeads,
  embedding: Float32Array | null,
): Attributes => judge({ ...evidence(description), embedding }, heads);

/** The part of a description that the heads look at. */
export const evidence = ({ features, ages, male }: Description): Omit<Evidence, 'embedding'> => ({
  features,
  // Entry i is the probability of the age i + 1.
  age: ages.reduce((sum, probability, i) => sum + probability * (i + 1), 0),
  male: logOdds(male),
});

/** The same as readAttributes for what was kept of a description. */
export function judge(face: Evidence, heads: AttributeHeads): Attributes {
  const { attractive } = face.embedding && heads.withEmbedding ? heads.withEmbedding : heads;
  return {
    age: Math.round(within(0, 110, score(heads.age, face, face.age))),
    gender: percent(score(heads.gender, face, face.male)),
    // The middle of the scale of ratings is the middle of ours.
    attractive: Math.round(within(0, 100, (score(attractive, face) - 1) * 25)),
    eyeglass: percent(score(heads.eyeglass, face)),
    sunglass: percent(score(heads.sunglass, face)),
    smile: within(1, 100, percent(score(heads.smile, face))),
  };
}

function score(head: AttributeHead | WideAttributeHead, { features, embedding }: Evidence, estimate = 0): number {
  const seen = head.bias + head.own * estimate + dot(head.weights, features);
  return 'embedding' in head && embedding ? seen + dot(head.embedding, embedding) : seen;
}

function dot(weights: readonly number[], values: Float32Array): number {
  let sum = 0;
  for (const [i, weight] of weights.entries()) sum += weight * (values[i] ?? 0);
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
