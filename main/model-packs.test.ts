import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type OpenCore, openCore } from './core.ts';
import { embeddingPack } from './engine/pack/embedding-pack.fixture.ts';
import { newFolder } from './library/library-fixture.ts';
import type { ListedPack } from './model-packs.ts';

const DEMO = join(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json'), '../demo');

async function openIn(data: string, notices: string[] = []): Promise<OpenCore> {
  const core = await openCore({
    data,
    kind: 'server',
    onNotice: ({ message }) => notices.push(message),
    engine: { processes: 1 },
  });
  onTestFinished(() => core.close());
  return core;
}

const packsOf = async (core: OpenCore): Promise<readonly ListedPack[]> =>
  ((await core.call('models.list', {})) as { packs: ListedPack[] }).packs;
const modelsOf = ({ library }: OpenCore) => library.embeddings.counts();

test('another pack is added, chosen, makes all faces comparable anew, is left again and removed', async () => {
  const core = await openIn(newFolder());
  await core.organizer.run(core.organizer.import([join(DEMO, 'sample1.jpg')]));
  const [before] = modelsOf(core);
  expect(before?.faces).toBeGreaterThan(1);

  const path = await embeddingPack(() => ({ id: 'mine-1' }));
  expect(await core.call('models.add', { path })).toEqual({ id: 'mine-1' });
  expect(await packsOf(core)).toMatchObject([
    { id: null, name: 'kindred', isInUse: true },
    { id: 'mine-1', name: 'mine', licence: 'MIT', isInUse: false, models: [{ role: 'embedding' }] },
  ]);

  await core.call('models.choose', { id: 'mine-1' });
  expect(core.engine.pack).toMatchObject({ embeddingModel: 'mine-1', name: 'mine + kindred' });
  await core.organizer.people.changedOver();
  expect(modelsOf(core)).toEqual([{ model: 'mine-1', faces: before?.faces }]);
  expect((await packsOf(core)).find(({ isInUse }) => isInUse)?.id).toBe('mine-1');
  await expect(core.call('models.remove', { id: 'mine-1' })).rejects.toMatchObject({ code: 'pack-in-use' });

  await core.call('models.choose', { id: null });
  await core.organizer.people.changedOver();
  expect(modelsOf(core)).toEqual([before]);
  await core.call('models.remove', { id: 'mine-1' });
  expect(await packsOf(core)).toHaveLength(1);
  await expect(core.call('models.choose', { id: 'mine-1' })).rejects.toMatchObject({ code: 'pack-missing' });
});

test('when the chosen pack is gone, Kindred goes on with its own and says so', async () => {
  const data = newFolder();
  const core = await openIn(data);
  await core.call('models.add', { path: await embeddingPack(() => ({ id: 'mine-1' })) });
  await core.call('models.choose', { id: 'mine-1' });
  await core.close();
  await rm(join(data, 'models'), { recursive: true });
  const notices: string[] = [];
  const again = await openIn(data, notices);
  expect(again.engine.pack.name).toBe('kindred');
  expect(notices).toEqual([expect.stringContaining('mine-1 cannot be used')]);
  expect(await packsOf(again)).toMatchObject([{ id: null, isInUse: true }]);
});

test('a pack whose models do not fit is not added, nor is a name that leads out of the shelf', async () => {
  const core = await openIn(newFolder());
  const path = await embeddingPack(() => ({ dimensions: 128 }));
  await expect(core.call('models.add', { path })).rejects.toMatchObject({ code: 'pack-unusable' });
  expect(await packsOf(core)).toHaveLength(1);
  await expect(core.call('models.remove', { id: '../library' })).rejects.toMatchObject({ code: 'invalid-arguments' });
});
