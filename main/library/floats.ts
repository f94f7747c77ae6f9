/** Numbers in blobs: little-endian float32, which is the byte order of every platform that Kindred runs on. */

export type Point = readonly [x: number, y: number];

export function toBlob(values: Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

/** A copy: the blob may begin at any byte, a Float32Array only at every fourth. */
export function fromBlob(blob: Uint8Array): Float32Array {
  return new Float32Array(blob.slice().buffer);
}

/** x and y in turn; 1/1000 px of a 16k photo is still exact. */
export function pointsToBlob(points: readonly Point[]): Uint8Array {
  return toBlob(Float32Array.from(points.flat()));
}

export function pointsFromBlob(blob: Uint8Array): Point[] {
  const values = fromBlob(blob);
  return Array.from({ length: values.length / 2 }, (_, i) => [values[2 * i] ?? 0, values[2 * i + 1] ?? 0]);
}
