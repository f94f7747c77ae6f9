/** Made-up embeddings, the same in every run. */

/** @returns a source of numbers, 0..1 (Park and Miller's generator) */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** A direction in `width` dimensions, of length 1. */
export function unitVector(width: number, random: () => number): Float32Array {
  const vector = Float32Array.from({ length: width }, () => random() - 0.5);
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}
