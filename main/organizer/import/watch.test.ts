import { appendFile, mkdir, mkdtemp, realpath, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FolderWatch, type WatchBatch } from './watch.ts';

let folder: string;
let watch: FolderWatch;
let batches: WatchBatch[];

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'kindred-watch-')));
  await writeFile(join(folder, 'there.jpg'), 'before');
  batches = [];
  watch = new FolderWatch([folder], (batch) => batches.push(batch), { settled: 150, quiet: 800 });
  await watch.ready;
});
afterEach(async () => {
  await watch.close();
  await rm(folder, { recursive: true });
});

const path = (name: string): string => join(folder, name);
const told = () => vi.waitUntil(() => batches.length > 0, { timeout: 10_000 });

test('new photos in new folders are told in one batch; other files, hidden folders and what was there are not', async () => {
  await mkdir(path('album/deep'), { recursive: true });
  await mkdir(path('.trash'));
  await writeFile(path('album/deep/b.jpg'), 'b');
  await writeFile(path('a.png'), 'a');
  await writeFile(path('notes.txt'), 'n');
  await writeFile(path('.trash/c.jpg'), 'c');
  await told();
  expect(batches).toEqual([{ changed: [path('a.png'), path('album/deep/b.jpg')], vanished: [] }]);
});

test('a moved file vanishes and appears in the same batch', async () => {
  await rename(path('there.jpg'), path('moved.jpg'));
  await told();
  expect(batches).toEqual([{ changed: [path('moved.jpg')], vanished: [path('there.jpg')] }]);
});

test('a file that is still being written is told once, when it is complete', async () => {
  for (let part = 0; part < 5; part++) {
    await appendFile(path('slow.jpg'), 'x'.repeat(1000));
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  await told();
  expect(batches).toEqual([{ changed: [path('slow.jpg')], vanished: [] }]);
});

test('a file that comes and goes is only gone', async () => {
  await writeFile(path('there.jpg'), 'changed');
  await new Promise((resolve) => setTimeout(resolve, 50));
  await unlink(path('there.jpg'));
  await told();
  expect(batches).toEqual([{ changed: [], vanished: [path('there.jpg')] }]);
});
