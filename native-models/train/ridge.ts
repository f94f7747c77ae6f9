/**
 * Ridge regression for a few thousand samples. The samples are summed up once in statistics that can be added and
 * subtracted, so that cross-validation visits every sample once, whatever the number of folds and penalties; a fit is
 * then one Cholesky factorisation, for any number of targets.
 */

export interface LinearMap {
  /** One row a target. */
  readonly weights: readonly Float64Array[];
  /** Value of each target where every input is 0. */
  readonly bias: readonly number[];
  /** Mean of each input and each target: the map runs through them. */
  readonly means: readonly number[];
  readonly targetMeans: readonly number[];
}

export interface RidgeOptions {
  /** Penalty per sample on the squared weight of an input. */
  readonly lambda: number;
  /** Bring every input to variance 1 first, so that the penalty does not depend on its unit; the default. */
  readonly standardise?: boolean;
}

const at = (values: Float64Array, index: number): number => values[index] as number;

/** Weighted sums of samples: all that a linear fit needs to know of them. */
export class LinearStatistics {
  readonly #inputs: number;
  readonly #targets: number;
  /** Symmetric, lower half: sums of products of (inputs, targets, 1) with one another. */
  readonly #products: readonly Float64Array[];
  readonly #row: Float64Array;

  constructor(inputs: number, targets: number) {
    this.#inputs = inputs;
    this.#targets = targets;
    const size = inputs + targets + 1;
    this.#products = Array.from({ length: size }, (_, i) => new Float64Array(i + 1));
    this.#row = new Float64Array(size);
  }

  add(input: ArrayLike<number>, targets: readonly number[], weight = 1): void {
    const row = this.#row;
    row.set(input);
    row.set(targets, this.#inputs);
    row[row.length - 1] = 1;
    for (const [i, line] of this.#products.entries()) {
      const factor = weight * at(row, i);
      if (factor === 0) continue;
      for (let j = 0; j <= i; j++) line[j] = at(line, j) + factor * at(row, j);
    }
  }

  /** The statistics of both, or of what is in this one and not in the other. */
  plus(other: LinearStatistics, sign: 1 | -1 = 1): LinearStatistics {
    const result = new LinearStatistics(this.#inputs, this.#targets);
    for (const [i, line] of result.#products.entries()) {
      const [a, b] = [this.#products[i] ?? line, other.#products[i] ?? line];
      for (let j = 0; j <= i; j++) line[j] = at(a, j) + sign * at(b, j);
    }
    return result;
  }

  /** @throws RangeError when the penalty is too small for samples this few or this alike */
  solve({ lambda, standardise = true }: RidgeOptions): LinearMap {
    const sums = this.#products.at(-1) ?? new Float64Array(1);
    const total = at(sums, sums.length - 1);
    const means = sums.subarray(0, -1).map((sum) => sum / total);
    const covariance = (i: number, j: number): number =>
      at(this.#products[i] ?? sums, j) / total - at(means, i) * at(means, j);
    const scales = new Float64Array(this.#inputs).fill(1);
    // An input that never varies says nothing; scale 1 keeps its weight at 0.
    if (standardise) for (const i of scales.keys()) scales[i] = Math.sqrt(Math.max(covariance(i, i), 0)) || 1;
    const factor = Array.from(scales, (scale, i) =>
      Float64Array.from({ length: i + 1 }, (_, j) => covariance(i, j) / scale / at(scales, j) + (i === j ? lambda : 0)),
    );
    factorise(factor);
    const weights = Array.from({ length: this.#targets }, (_, t) => {
      const right = scales.map((scale, i) => covariance(this.#inputs + t, i) / scale);
      return solve(factor, right).map((value, i) => value / at(scales, i));
    });
    const targetMeans = Array.from(means.subarray(this.#inputs));
    const bias = weights.map((line, t) => line.reduce((sum, w, i) => sum - w * at(means, i), targetMeans[t] ?? 0));
    return { weights, bias, means: Array.from(means.subarray(0, this.#inputs)), targetMeans };
  }
}

/** @param inputs one row a sample; @param targets one row a sample */
export function ridge(
  inputs: readonly ArrayLike<number>[],
  targets: readonly (readonly number[])[],
  options: RidgeOptions,
): LinearMap {
  const statistics = new LinearStatistics(inputs[0]?.length ?? 0, targets[0]?.length ?? 0);
  for (const [i, input] of inputs.entries()) statistics.add(input, targets[i] ?? []);
  return statistics.solve(options);
}

/** Value of one target for an input. */
export function evaluate(
  { weights, bias }: Pick<LinearMap, 'weights' | 'bias'>,
  target: number,
  input: ArrayLike<number>,
): number {
  let sum = bias[target] ?? 0;
  for (const [i, weight] of (weights[target] ?? []).entries()) sum += weight * (input[i] ?? 0);
  return sum;
}

/** Cholesky: turns the lower half of a symmetric positive definite matrix into its factor, in place. */
function factorise(matrix: readonly Float64Array[]): void {
  for (const [i, row] of matrix.entries()) {
    for (let j = 0; j <= i; j++) {
      const other = matrix[j] ?? row;
      let sum = at(row, j);
      for (let k = 0; k < j; k++) sum -= at(row, k) * at(other, k);
      if (i === j && !(sum > 0)) throw new RangeError('The system is singular; raise lambda.');
      row[j] = i === j ? Math.sqrt(sum) : sum / at(other, j);
    }
  }
}

/** Solves (L Lᵀ) x = b for a Cholesky factor L. */
function solve(factor: readonly Float64Array[], right: Float64Array): Float64Array {
  const x = right.slice();
  for (const [i, row] of factor.entries()) {
    for (let j = 0; j < i; j++) x[i] = at(x, i) - at(row, j) * at(x, j);
    x[i] = at(x, i) / at(row, i);
  }
  for (let i = x.length - 1; i >= 0; i--) {
    const row = factor[i] ?? x;
    x[i] = at(x, i) / at(row, i);
    for (let j = 0; j < i; j++) x[j] = at(x, j) - at(row, j) * at(x, i);
  }
  return x;
}
