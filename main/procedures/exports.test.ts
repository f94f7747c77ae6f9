import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { photo } from '../library/library-fixture.ts';
import { openWindow, type TestWindow } from './window.fixture.ts';

function add({ library, folder }: TestWindow, name: string, rating: number | null): string {
  const path = join(folder, name);
  writeFileSync(path, name);
  return library.transaction(() => {
    const imageId = library.images.insert(photo({ rating }));
    library.photoFiles.put({ path, imageId, bytes: name.length, mtime: 0 });
    return imageId;
  });
}

test('photos are saved by their ids, or all that a filter leaves', async () => {
  const window = await openWindow();
  const { call, folder, exported } = window;
  const target = join(folder, 'copies');
  mkdirSync(target);
  const id = add(window, 'plain.jpg', null);
  add(window, 'liked.jpg', 5);
  const begun = await call('exports.start', { photos: { ids: [id] }, folder: target });
  expect(begun).toMatchObject({ state: 'running', done: 0, total: 1, folder: target });
  await expect.poll(() => exported.at(-1)?.state).toBe('done');
  expect(readdirSync(target)).toEqual(['plain.jpg']);
  await call('exports.start', { photos: { filter: { rating: 5 } }, folder: target });
  await expect.poll(() => readdirSync(target)).toEqual(['liked.jpg', 'plain.jpg']);
});

test.each([
  ['relative-path', 'copies'],
  ['not-found', '/nowhere/at all'],
])('%s: a folder %s is refused', async (code, folder) => {
  const { call } = await openWindow();
  await expect(call('exports.start', { photos: { filter: {} }, folder })).rejects.toMatchObject({ code });
});
