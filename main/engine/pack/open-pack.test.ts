import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Manifest } from './manifest.ts';
import { openPack, SHIPPED_PACK } from './open-pack.ts';
import type { PackErrorCode } from './pack-error.ts';

let shelf: string;
let shipped: Manifest;
beforeAll(async () => {
  shelf = await mkdtemp(join(tmpdir(), 'kindred-pack-'));
  shipped = JSON.parse(await readFile(join(SHIPPED_PACK, 'pack.json'), 'utf8'));
});
afterAll(() => rm(shelf, { recursive: true }));

type Json = Record<string, unknown>;

/** A pack folder with one detector of a few bytes; `change` may spoil its manifest before it is written. */
async function detectorPack(name: string, change: (manifest: Json, detector: Json) => void = () => {}) {
  const folder = join(shelf, name);
  await mkdir(folder);
  const onnx = Buffer.from('not a real model, but its very bytes');
  await writeFile(join(folder, 'scrfd.onnx'), onnx);
  const sha256 = createHash('sha256').update(onnx).digest('hex');
  const detector = {
    ...shipped.models.detector,
    decoder: 'scrfd',
    file: { name: 'scrfd.onnx', bytes: onnx.length, sha256 },
  };
  const manifest = { format: 1, name: 'other', version: '2', licence: 'research', models: { detector } };
  change(manifest, detector);
  await writeFile(join(folder, 'pack.json'), JSON.stringify(manifest));
  return folder;
}

const refuses = (folder: string, code: PackErrorCode, hint: string | RegExp) =>
  expect(openPack(folder)).rejects.toMatchObject({ code, message: expect.stringMatching(hint) });

test('the shipped pack opens: every role filled, every file as it was sealed', async () => {
  const { facts, models } = await openPack(SHIPPED_PACK);
  expect(facts).toMatchObject({ name: 'kindred', licence: 'MIT', embeddingSize: 512 });
  expect(facts.calibration).toBe(models.embedding.calibration);
  for (const model of Object.values(models)) expect(model.onnx.length).toBeGreaterThan(100_000);
});

test('a pack with only a detector takes the other models from the shipped pack', async () => {
  const { facts, models } = await openPack(await detectorPack('partial'));
  expect(models.detector.decoder).toBe('scrfd');
  expect(Buffer.from(models.detector.onnx).toString()).toBe('not a real model, but its very bytes');
  expect(models.embedding.decoder).toBe('arcface-112');
  expect(facts).toMatchObject({
    name: 'other + kindred',
    licence: 'research; MIT',
    embeddingModel: shipped.models.embedding?.id,
  });
});

test('heads do without an embedding they were not fitted with', async () => {
  const folder = join(shelf, 'other-embedding');
  await mkdir(folder);
  const onnx = Buffer.from('another embedding');
  await writeFile(join(folder, 'other.onnx'), onnx);
  const sha256 = createHash('sha256').update(onnx).digest('hex');
  const embedding = {
    ...shipped.models.embedding,
    id: 'other-1',
    file: { name: 'other.onnx', bytes: onnx.length, sha256 },
  };
  const manifest = { format: 1, name: 'other', version: '2', licence: 'MIT', models: { embedding } };
  await writeFile(join(folder, 'pack.json'), JSON.stringify(manifest));
  const [own, other] = [await openPack(SHIPPED_PACK), await openPack(folder)];
  expect(own.models.attributes.heads?.withEmbedding?.model).toBe(own.facts.embeddingModel);
  expect(other.models.attributes.heads?.withEmbedding).toBeNull();
  expect(other.models.attributes.heads?.smile).toEqual(own.models.attributes.heads?.smile);
});

test('two packs that leave the same role open are not enough', async () => {
  const folder = await detectorPack('incomplete');
  await expect(openPack(folder, { base: folder })).rejects.toMatchObject({
    code: 'pack-invalid',
    message: expect.stringContaining('no model for: orientation, landmarks, embedding, attributes'),
  });
});

test('one changed byte is found', async () => {
  const folder = await detectorPack('damaged');
  const bytes = await readFile(join(folder, 'scrfd.onnx'));
  bytes.writeUInt8(bytes.readUInt8(5) ^ 1, 5);
  await writeFile(join(folder, 'scrfd.onnx'), bytes);
  await refuses(folder, 'pack-damaged', /scrfd\.onnx is damaged.*Copy the model pack again/);
});

test('a file cut short is found before it is read', async () => {
  const folder = await detectorPack('short');
  await writeFile(join(folder, 'scrfd.onnx'), 'not a real model');
  await refuses(folder, 'pack-damaged', 'has 16 bytes instead of 36');
});

test('a missing model file is named', async () => {
  const folder = await detectorPack('missing');
  await rm(join(folder, 'scrfd.onnx'));
  await refuses(folder, 'pack-missing', /scrfd\.onnx is missing/);
});

test('a folder without pack.json is no pack', async () => {
  await mkdir(join(shelf, 'empty'));
  await refuses(join(shelf, 'empty'), 'pack-missing', 'pack.json cannot be read');
});

test('a foreign file called pack.json is refused', async () => {
  const folder = await detectorPack('foreign');
  await writeFile(join(folder, 'pack.json'), '{"name":"tiny-web-packer","main":"index.js"}');
  await refuses(folder, 'pack-invalid', /pack\.json is not what Kindred expects: format/);
  await writeFile(join(folder, 'pack.json'), 'PK\u0003\u0004');
  await refuses(folder, 'pack-invalid', /not valid JSON/);
});

test.each(['../scrfd.onnx', '/etc/passwd', 'models/scrfd.onnx', '..\\scrfd.onnx', 'C:scrfd.onnx', '..', ''])(
  'a file name that leaves the folder is refused: %j',
  async (name) => {
    const folder = await detectorPack(`traversal-${createHash('md5').update(name).digest('hex')}`, (_, detector) => {
      detector.file = { ...shipped.models.detector?.file, name };
    });
    await refuses(folder, 'pack-invalid', 'must be a plain file name inside the pack');
  },
);

test('a pack for a later Kindred says so, whatever else it holds', async () => {
  const folder = await detectorPack('newer', (manifest) => {
    manifest.format = 2;
    manifest.models = [];
  });
  await refuses(folder, 'pack-too-new', 'Update Kindred');
});

test('an unknown decoder is named, with those there are', async () => {
  const folder = await detectorPack('unknown', (_, detector) => {
    detector.decoder = 'retinaface';
  });
  await refuses(folder, 'pack-unknown-decoder', /"retinaface".*ultraface, scrfd, yunet/);
});

test('a calibration that does not ascend is refused', async () => {
  const folder = await detectorPack('calibration', (manifest) => {
    const calibration = [
      [0.1, 0.4],
      [0.3, 0.3],
    ];
    manifest.models = { embedding: { ...shipped.models.embedding, calibration } };
  });
  await refuses(folder, 'pack-invalid', /calibration: must ascend/);
});
