/** How good a prediction is, and how scores become odds. */

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Share of (positive, negative) pairs in which the positive scores higher; a tie counts half. */
export function areaUnderCurve(scores: readonly number[], positive: readonly boolean[]): number {
  const order = scores.map((score, i) => ({ score, positive: positive[i] === true }));
  order.sort((a, b) => a.score - b.score);
  const positives = positive.filter(Boolean).length;
  let rankSum = 0;
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && order[end]?.score === order[start]?.score) end++;
    const rank = (start + 1 + end) / 2;
    for (let i = start; i < end; i++) if (order[i]?.positive) rankSum += rank;
    start = end;
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * (order.length - positives));
}

/** Pearson's correlation, -1..1. */
export function correlation(a: readonly number[], b: readonly number[]): number {
  const [ma, mb] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (const [i, value] of a.entries()) {
    const [da, db] = [value - ma, (b[i] ?? 0) - mb];
    ab += da * db;
    aa += da * da;
    bb += db * db;
  }
  return ab / Math.sqrt(aa * bb);
}

/** Log-odds = slope * score + offset. */
export interface Odds {
  readonly slope: number;
  readonly offset: number;
}

/**
 * Platt's calibration (1999): the logistic curve that explains the labels best, by Newton's method, with his targets
 * just inside 0 and 1 so that separable scores stay finite. Both kinds of label count the same in total, so even odds
 * lie where a yes is as likely missed as a no mistaken, however rare yes is.
 *
 * @param counts how much each sample counts among its kind; equally without them
 */
export function platt(
  scores: readonly number[],
  positive: readonly boolean[],
  counts: readonly number[] = scores.map(() => 1),
): Odds {
  const centre = mean(scores);
  const spread = Math.sqrt(mean(scores.map((score) => (score - centre) ** 2))) || 1;
  const positives = positive.filter(Boolean).length;
  const negatives = scores.length - positives;
  const total = (kind: boolean): number =>
    counts.reduce((sum, count, i) => sum + (positive[i] === kind ? count : 0), 0);
  const [yes, no] = [total(true), total(false)];
  let [slope, offset] = [0, 0];
  for (let step = 0; step < 100; step++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-12, 0, 1e-12];
    for (const [i, score] of scores.entries()) {
      const x = (score - centre) / spread;
      const target = positive[i] ? (positives + 1) / (positives + 2) : 1 / (negatives + 2);
      const weight = (counts[i] ?? 0) / (positive[i] ? yes : no);
      const probability = 1 / (1 + Math.exp(-(slope * x + offset)));
      const error = weight * (probability - target);
      const curvature = weight * probability * (1 - probability);
      g0 += error * x;
      g1 += error;
      h00 += curvature * x * x;
      h01 += curvature * x;
      h11 += curvature;
    }
    const determinant = h00 * h11 - h01 * h01;
    const [dSlope, dOffset] = [(h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant];
    // A full step from far away may overshoot.
    const size = Math.min(1, 2 / (Math.abs(dSlope) + Math.abs(dOffset) + 1e-12));
    slope -= size * dSlope;
    offset -= size * dOffset;
    if (Math.abs(dSlope) + Math.abs(dOffset) < 1e-9) break;
  }
  return { slope: slope / spread, offset: offset - (slope * centre) / spread };
}
