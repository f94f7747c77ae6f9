import { mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openWindow, type TestWindow } from './window.fixture.ts';

async function photosFolder({ folder }: TestWindow, files: Readonly<Record<string, string>>): Promise<string> {
  const photos = join(await realpath(folder), 'photos');
  await mkdir(photos, { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(join(photos, name), content);
  return photos;
}

const jobOf = async ({ call }: TestWindow, jobId: string) => {
  const { jobs } = await call('imports.list', {});
  const job = jobs.find(({ progress }) => progress.jobId === jobId);
  if (!job) throw new Error('The job is listed.');
  return job;
};

const ended = (window: TestWindow, jobId: string): Promise<void> =>
  vi.waitFor(async () => expect((await jobOf(window, jobId)).progress.state).toBe('done'), { timeout: 10_000 });

test('an import runs by itself and says how it went, file by file', async () => {
  const window = await openWindow();
  const photos = await photosFolder(window, { 'a.jpg': 'faces:Anna', 'b.jpg': 'bad', 'c.jpg': 'bad too' });
  const { jobId } = await window.call('imports.start', { paths: [photos] });
  await ended(window, jobId);
  const { progress, paths, finishedAt } = await jobOf(window, jobId);
  expect([paths, finishedAt]).toEqual([[photos], expect.any(Number)]);
  expect(progress).toMatchObject({ done: 3, total: 3, secondsLeft: 0, counts: { done: 1, failed: 2, faces: 1 } });
  const asked = { id: jobId, state: 'failed', limit: 1 } as const;
  const first = await window.call('imports.files', { ...asked, after: null });
  expect(first.files).toMatchObject([{ path: join(photos, 'b.jpg'), code: 'corrupt', photoId: null }]);
  const second = await window.call('imports.files', { ...asked, after: first.next });
  expect(second.files).toMatchObject([{ path: join(photos, 'c.jpg') }]);
});

test('what failed is tried again when it has been put right', async () => {
  const window = await openWindow();
  const photos = await photosFolder(window, { 'a.jpg': 'bad' });
  const { jobId } = await window.call('imports.start', { paths: [photos] });
  await ended(window, jobId);
  await photosFolder(window, { 'a.jpg': 'faces:Anna' });
  expect(await window.call('imports.retry', { id: jobId })).toEqual({ retried: 1 });
  await ended(window, jobId);
  expect((await jobOf(window, jobId)).progress.counts).toMatchObject({ done: 1, failed: 0 });
});

test('an import is paused, goes on and is cancelled; one that has ended cannot be', async () => {
  const window = await openWindow();
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  window.engine.before = () => held;
  const photos = await photosFolder(window, { 'a.jpg': 'faces:Anna' });
  const { jobId: id } = await window.call('imports.start', { paths: [photos] });
  await vi.waitFor(async () => expect((await jobOf(window, id)).progress.total).toBe(1));
  const pausing = window.call('imports.pause', { id });
  release();
  await pausing;
  expect((await jobOf(window, id)).progress).toMatchObject({ state: 'paused', total: 1 });
  await expect(window.call('imports.pause', { id })).rejects.toMatchObject({ code: 'invalid' });
  await window.call('imports.resume', { id });
  await ended(window, id);
  await expect(window.call('imports.cancel', { id })).rejects.toMatchObject({ code: 'invalid' });
  await expect(window.call('imports.resume', { id })).rejects.toMatchObject({ code: 'invalid' });
  await expect(window.call('imports.resume', { id: 'f'.repeat(32) })).rejects.toMatchObject({ code: 'not-found' });

  const next = await window.call('imports.start', { paths: [photos] });
  await window.call('imports.cancel', { id: next.jobId });
  expect((await jobOf(window, next.jobId)).progress.state).toBe('cancelled');
});

test('folders are followed and let go', async () => {
  const window = await openWindow();
  const photos = await photosFolder(window, {});
  await window.call('folders.add', { paths: [photos] });
  expect(await window.call('folders.list', {})).toEqual({ folders: [{ path: photos, missing: false }] });
  await window.call('folders.remove', { paths: [photos] });
  expect(await window.call('folders.list', {})).toEqual({ folders: [] });
});

test('a followed folder that has gone is said to be missing, until it is back', async () => {
  const window = await openWindow();
  const photos = await photosFolder(window, {});
  await window.call('folders.add', { paths: [photos] });
  await rm(photos, { recursive: true });
  expect(await window.call('folders.list', {})).toEqual({ folders: [{ path: photos, missing: true }] });
  await photosFolder(window, {});
  expect(await window.call('folders.list', {})).toEqual({ folders: [{ path: photos, missing: false }] });
});

test.each([
  ['imports.start', '/nowhere/at all', 'not-found'],
  ['imports.start', 'Pictures', 'relative-path'],
  ['imports.start', './Pictures', 'relative-path'],
  ['imports.start', '~somebody/Pictures', 'relative-path'],
  ['imports.start', '~/there is no such folder', 'not-found'],
  ['folders.add', '/nowhere/at all', 'not-found'],
  ['folders.add', 'Pictures', 'relative-path'],
] as const)('%s of %s is refused: %s, and names the path', async (name, path, code) => {
  const window = await openWindow();
  const named = expect.stringContaining(path.replace('~/', ''));
  await expect(window.call(name, { paths: [path] })).rejects.toMatchObject({ code, message: named, about: named });
  expect((await window.call('imports.list', {})).jobs).toEqual([]);
  expect((await window.call('folders.list', {})).folders).toEqual([]);
});

test('a file is no folder that can be followed', async () => {
  const window = await openWindow();
  const file = join(await photosFolder(window, { 'a.jpg': 'faces:Anna' }), 'a.jpg');
  await expect(window.call('folders.add', { paths: [file] })).rejects.toMatchObject({ code: 'not-a-folder' });
});

test('one of several paths that leads nowhere is enough to begin nothing', async () => {
  const window = await openWindow();
  const photos = await photosFolder(window, { 'a.jpg': 'faces:Anna' });
  const paths = [photos, join(photos, 'b.jpg')];
  await expect(window.call('imports.start', { paths })).rejects.toMatchObject({ code: 'not-found' });
  expect((await window.call('imports.list', {})).jobs).toEqual([]);
});
