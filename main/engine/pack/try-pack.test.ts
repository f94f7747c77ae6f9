import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { embeddingPack } from './embedding-pack.fixture.ts';
import { tryPack } from './try-pack.ts';

test('a pack whose models are what it says works', async () => {
  await tryPack(await embeddingPack(() => ({ id: 'mine-1' })));
});

test('a model of another shape than its pack says is refused', async () => {
  const wrongInput = await embeddingPack(({ input }) => ({
    input: { ...(input as object), layout: 'nhwc' },
  }));
  await expect(tryPack(wrongInput)).rejects.toMatchObject({ code: 'pack-unusable' });
  const wrongOutput = await embeddingPack(() => ({ dimensions: 128 }));
  await expect(tryPack(wrongOutput)).rejects.toMatchObject({
    code: 'pack-unusable',
    message: expect.stringContaining('512 numbers, not the 128'),
  });
});

test('a damaged file is told as such', async () => {
  const folder = await embeddingPack(() => ({}));
  await writeFile(join(folder, 'arcface.onnx'), 'cut off');
  await expect(tryPack(folder)).rejects.toMatchObject({ code: 'pack-damaged' });
});
