/**
 * Cosine similarity made comparable: calibrated confidence. A cosine means nothing by itself (0.4 is certain for one
 * model and a coin toss for another); a confidence means an error rate: the share of pairs of different people that
 * reach confidence c is 10^(3 - 10c), so 0.4, 0.5 … 0.9 stand for 1e-1, 1e-2 … 1e-6.
 */

/**
 * Knots (cosine, confidence) of one embedding model, strictly ascending in both, inside [-1, 1) and [0, 1). Measured on
 * pairs of different people; see native-models/README.md. Confidence runs straight between knots, from the last knot to
 * (1, 1), and is that of the first knot below it, so a table that means 0 for strangers starts with confidence 0.
 */
export type Calibration = readonly (readonly [cosine: number, confidence: number])[];

type Knot = readonly [x: number, y: number];

/** Only the very same embedding has cosine 1 and so confidence 1. */
const IDENTITY: Knot = [1, 1];

/** Piecewise linear through ascending knots; constant below the first and above the last. */
function interpolate(x: number, knots: Iterable<Knot>): number {
  let below: Knot | undefined;
  for (const knot of knots) {
    if (x <= knot[0]) {
      if (below === undefined || x === knot[0]) return knot[1];
      const share = (x - below[0]) / (knot[0] - below[0]);
      return below[1] + share * (knot[1] - below[1]);
    }
    below = knot;
  }
  return below === undefined ? 0 : below[1];
}

/**
 * Confidence that two faces are one person, calibrated so that the share of impostor pairs above c is 10^-(10c - 3).
 *
 * @param cosine      similarity of two L2-normalised embeddings of one model, -1..1; rounding beyond 1 is taken as 1
 * @param calibration knots of the model pack that made the embeddings
 * @returns 0..1, monotone in cosine; exactly 1 only for cosine 1
 */
export function confidence(cosine: number, calibration: Calibration): number {
  const value = interpolate(cosine, [...calibration, IDENTITY]);
  // Just below 1 the interpolation may round up to 1, which is kept for identity.
  return cosine < 1 ? Math.min(value, 1 - Number.EPSILON) : value;
}

/**
 * The lowest cosine that has at least this confidence: what an index of embeddings searches with.
 *
 * @param value       confidence wanted, 0..1
 * @param calibration the same knots as for confidence()
 */
export function cosineForConfidence(value: number, calibration: Calibration): number {
  const inverse = [...calibration, IDENTITY].map(([cosine, known]): Knot => [known, cosine]);
  return interpolate(value, inverse);
}
