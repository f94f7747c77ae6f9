import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Pictured, ThumbnailCache } from './thumbnail-cache.ts';

/** Paths that are open in another program, as Windows sees it. */
const { held } = vi.hoisted(() => ({ held: new Set<string>() }));
vi.mock('node:fs/promises', async (importActual) => {
  const actual = await importActual<typeof import('node:fs/promises')>();
  const refuseHeld = (path: string): void => {
    if (held.has(path)) throw Object.assign(new Error('EPERM: operation not permitted'), { code: 'EPERM' });
  };
  return {
    ...actual,
    rename: async (from: string, to: string) => {
      refuseHeld(to);
      await actual.rename(from, to);
    },
    rm: async (path: string, options: object) => {
      refuseHeld(path);
      await actual.rm(path, options);
    },
  };
});

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'kindred-thumbnails-'));
});
afterEach(() => held.clear());
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

test('the same thumbnail may be made many times at once', async () => {
  const cache = new ThumbnailCache(directory);
  await Promise.all(Array.from({ length: 20 }, () => cache.put(photo('a'), webp(100))));
  expect(await cache.get(photo('a'), 320)).toHaveLength(100);
  expect(await readdir(join(directory, '00'))).toHaveLength(1);
});

test('a thumbnail that is being read stands in nobody else’s way', async () => {
  const cache = new ThumbnailCache(directory, 250);
  await cache.put(photo('a'), webp(100));
  held.add(join(directory, '00', `${photo('a').sha256}-320.webp`));
  await cache.put(photo('a'), webp(100));
  await cache.put(photo('b'), webp(100));
  await cache.put(photo('c'), webp(100));
  expect(await cache.get(photo('a'), 320)).toHaveLength(100);
  expect((await readdir(join(directory, '00'))).every((name) => name.endsWith('.webp'))).toBe(true);
});
