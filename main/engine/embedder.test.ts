import { expect, test } from 'vitest';
import { embedder } from './embedder.ts';
import type { Model } from './model.ts';

const format = { layout: 'nchw', channels: 'bgr', mean: [0, 0, 0], std: [1, 1, 1] } as const;
const crop = { width: 1, height: 1, data: new Uint8Array(3) };

/** A model that always answers the same. */
const answering = (outputs: Record<string, number[]>): Model => ({
  run: async () =>
    new Map(
      Object.entries(outputs).map(([name, data]) => [name, { dims: [1, data.length], data: Float32Array.from(data) }]),
    ),
  release: async () => {},
});

test('an embedding has length 1, whatever a one-output model calls it', async () => {
  expect(await embedder(answering({ '516': [3, 4] }), format).embed(crop)).toEqual(Float32Array.of(0.6, 0.8));
});

test('among several outputs the embedding is the one of that name', async () => {
  const model = answering({ quality: [1], embedding: [0, 2] });
  expect(await embedder(model, format).embed(crop)).toEqual(Float32Array.of(0, 1));
  await expect(embedder(answering({ a: [1], b: [2] }), format).embed(crop)).rejects.toThrow(
    'no output named embedding',
  );
});
