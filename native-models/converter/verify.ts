/** The numeric check: a converted file must say what its source says, in the runtime that the product uses. */
import { InferenceSession, Tensor } from 'onnxruntime-node';

export interface Reference {
  readonly inputs: Readonly<Record<string, { readonly shape: readonly number[]; readonly data: Float32Array }>>;
  readonly outputs: Record<string, ArrayLike<number>>;
  /** Largest difference allowed, as a share of the largest value of an output (or of 1, if that is more). */
  readonly tolerance: number;
}

/** What float arithmetic in another order explains. */
export const ROUNDING = 1e-5;
/** What weights rounded to 11 bits explain; whether that costs accuracy is measured on photos, see ../README.md. */
export const HALVED = 5e-3;

/** A model file, and what it must answer to one input. */
export interface Converted {
  readonly bytes: Uint8Array;
  readonly reference: Reference;
}

export interface Difference {
  readonly output: string;
  /** Largest absolute difference to the source. */
  readonly difference: number;
  /** Largest absolute value of the source, to judge the difference by. */
  readonly magnitude: number;
}

/** @throws when an output is missing or further from the source than the reference tolerates */
export async function verify({ bytes, reference }: Converted): Promise<Difference[]> {
  const session = await InferenceSession.create(bytes, { logSeverityLevel: 3 });
  const feeds = Object.entries(reference.inputs).map(([name, { shape, data }]) => {
    return [name, new Tensor('float32', data, shape)] as const;
  });
  const results = await session.run(Object.fromEntries(feeds));
  const differences = Object.entries(reference.outputs).map(([output, expected]) => {
    const actual = results[output]?.data;
    if (!(actual instanceof Float32Array) || actual.length !== expected.length)
      throw new Error(`output ${output} is missing or has another size`);
    return { output, ...compare(expected, actual) };
  });
  await session.release();
  const bad = differences.find(
    ({ difference, magnitude }) => !(difference <= reference.tolerance * Math.max(1, magnitude)),
  );
  if (bad !== undefined) throw new Error(`output ${bad.output} is off by ${bad.difference} (of ${bad.magnitude})`);
  return differences;
}

function compare(expected: ArrayLike<number>, actual: Float32Array): Omit<Difference, 'output'> {
  let difference = 0;
  let magnitude = 0;
  for (const [index, value] of actual.entries()) {
    const wanted = expected[index] ?? Number.NaN;
    difference = Math.max(difference, Math.abs(wanted - value));
    magnitude = Math.max(magnitude, Math.abs(wanted));
  }
  return { difference, magnitude };
}
