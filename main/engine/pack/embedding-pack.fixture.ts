/** For tests: a model pack of one's own, made of the shipped pack's embedding. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Manifest } from './manifest.ts';
import { SHIPPED_PACK } from './open-pack.ts';

/** @param change what pack.json says of the model */
export async function embeddingPack(change: (embedding: Record<string, unknown>) => object): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kindred-embedding-pack-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const shipped: Manifest = JSON.parse(await readFile(join(SHIPPED_PACK, 'pack.json'), 'utf8'));
  const embedding = { ...shipped.models.embedding };
  await cp(join(SHIPPED_PACK, 'arcface.onnx'), join(folder, 'arcface.onnx'));
  const models = { embedding: { ...embedding, ...change(embedding) } };
  const manifest = { format: 1, name: 'mine', version: '1', licence: 'MIT', models };
  await writeFile(join(folder, 'pack.json'), JSON.stringify(manifest));
  return folder;
}
