import { mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openWindow, type TestWindow } from './window.fixture.ts';

/** A photo that has been imported from a file, and maybe a second one of the same bytes. */
async function imported(window: TestWindow, names: readonly string[]) {
  const folder = join(window.folder, 'album');
  await mkdir(folder);
  const paths = names.map((name) => join(folder, name));
  for (const path of paths) await writeFile(path, 'faces:Anna');
  const { jobId } = await window.call('imports.start', { paths: [folder] });
  await window.organizer.run(jobId);
  const { files } = await window.call('imports.files', { id: jobId, state: 'done', after: null, limit: 1 });
  const original = async () => (await window.call('photo.show', { id: files[0]?.photoId ?? '' })).original;
  return { paths, original };
}

test('an original that is as it was imported is there, without another look at it', async () => {
  const window = await openWindow();
  const { original } = await imported(window, ['a.jpg']);
  const looks = window.engine.analyzed.length;
  expect(await original()).toBe('there');
  expect(window.engine.analyzed).toHaveLength(looks);
});

test('one that has gone is missing, long before an import says so, and there again when it is back', async () => {
  const window = await openWindow();
  const { paths, original } = await imported(window, ['a.jpg']);
  for (const path of paths) await rm(path);
  expect(await original()).toBe('missing');
  for (const path of paths) await writeFile(path, 'faces:Anna');
  expect(await original()).toBe('there');
});

test('one that has been damaged is broken; it is decoded once to see', async () => {
  const window = await openWindow();
  const { paths, original } = await imported(window, ['a.jpg']);
  for (const path of paths) await writeFile(path, 'bad');
  const looks = window.engine.analyzed.length;
  expect([await original(), await original()]).toEqual(['broken', 'broken']);
  expect(window.engine.analyzed).toHaveLength(looks + 1);
});

test('another date alone does not break it', async () => {
  const window = await openWindow();
  const { paths, original } = await imported(window, ['a.jpg']);
  for (const path of paths) await utimes(path, 1, 1);
  expect(await original()).toBe('there');
});

test('of two files one is enough', async () => {
  const window = await openWindow();
  const { paths, original } = await imported(window, ['a.jpg', 'b.jpg']);
  await rm(paths[0] ?? '');
  expect(await original()).toBe('there');
  await writeFile(paths[1] ?? '', 'bad');
  expect(await original()).toBe('broken');
});

test('nobody waits long for an answer: the last known one has to do', async () => {
  const window = await openWindow();
  const { paths, original } = await imported(window, ['a.jpg']);
  for (const path of paths) await writeFile(path, 'bad');
  let release: () => void = () => undefined;
  window.engine.before = () =>
    new Promise((resolve) => {
      release = resolve;
    });
  expect(await original()).toBe('there');
  release();
  await vi.waitFor(async () => expect(await original()).toBe('broken'));
});
