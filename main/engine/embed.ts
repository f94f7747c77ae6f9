/**
 * Embeddings as plain vectors: a face is a direction, and the cosine of two directions says how alike the faces are.
 * Loads no model, so that anyone may compare (embedder.ts makes them).
 */

/** Cosine similarity of two L2-normalised embeddings of one model, in [-1, 1] up to rounding. */
export function similarity(a: Float32Array, b: Float32Array): number {
  let dot = 0;
  for (let i = 0; i < a.length; i++) dot += (a[i] as number) * (b[i] as number);
  return dot;
}

/** The vector at length 1; a vector of zeros, which is similar to no one, stays what it is. */
export function normalise(vector: Float32Array): Float32Array {
  const length = Math.sqrt(similarity(vector, vector));
  return length > 0 ? vector.map((value) => value / length) : vector.slice();
}
