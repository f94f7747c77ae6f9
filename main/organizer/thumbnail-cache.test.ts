import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Pictured, ThumbnailCache } from './thumbnail-cache.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'kindred-thumbnails-'));
});
afterEach(() => rm(directory, { recursive: true }));

const photo = (name: string, rotate: Pictured['rotate'] = null): Pictured => ({
  sha256: name.padStart(64, '0'),
  rotate,
});
const webp = (bytes: number) => [{ size: 320, width: 320, height: 240, webp: new Uint8Array(bytes) }];

test('what was put comes back, what was not is null', async () => {
  const cache = new ThumbnailCache(directory);
  await cache.put(photo('a'), webp(100));
  expect(await cache.get(photo('a'), 320)).toHaveLength(100);
  expect(await cache.get(photo('a'), 1280)).toBeNull();
  expect(await cache.get(photo('b'), 320)).toBeNull();
});

test('a photo that was turned has a thumbnail of its own', async () => {
  const cache = new ThumbnailCache(directory);
  await cache.put(photo('a'), webp(100));
  expect(await cache.get(photo('a', 'cw90'), 320)).toBeNull();
});

test('over the quota the least recently used go, and the newest stays', async () => {
  const cache = new ThumbnailCache(directory, 1000);
  for (const [age, name] of ['a', 'b', 'c'].entries()) {
    await cache.put(photo(name), webp(300));
    const shard = join(directory, '00');
    const [file] = (await readdir(shard)).filter((stored) => stored.includes(`${name}-`));
    const usedAt = new Date(Date.UTC(2020, 0, 1 + age));
    await utimes(join(shard, file ?? ''), usedAt, usedAt);
  }
  // Looking at the oldest makes it the one used last.
  await cache.get(photo('a'), 320);
  await cache.put(photo('d'), webp(300));
  const kept = await Promise.all(['a', 'b', 'c', 'd'].map((name) => cache.get(photo(name), 320)));
  expect(kept.map((bytes) => bytes !== null)).toEqual([true, false, true, true]);
});

test('nothing unfinished is left beside the thumbnails', async () => {
  const cache = new ThumbnailCache(directory);
  await Promise.all(['a', 'b', 'c'].map((name) => cache.put(photo(name), webp(50))));
  expect((await readdir(join(directory, '00'))).every((name) => name.endsWith('.webp'))).toBe(true);
});
