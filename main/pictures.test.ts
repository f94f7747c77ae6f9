import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { AnalyzeOptions, Engine } from './engine/engine.ts';
import type { NewImage } from './library/images.ts';
import { newFolder, open, photo } from './library/library-fixture.ts';
import { ThumbnailCache } from './organizer/thumbnail-cache.ts';
import { setThumbnailSize } from './organizer/thumbnail-size.ts';
import { createPictures } from './pictures.ts';

/** Photos in the library, whose files are there, and an engine whose pictures are as many bytes as they are wide. */
function gallery({ missing = false, photos = 1, of = {} as Partial<NewImage> } = {}) {
  const library = open(newFolder());
  const directory = mkdtempSync(join(tmpdir(), 'kindred-pictures-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const thumbnails = new ThumbnailCache(join(directory, 'thumbnails'));
  const files = Array.from({ length: photos }, (_, i) => join(directory, `${i}.jpg`));
  const ids = library.transaction(() =>
    files.map((path) => {
      writeFileSync(path, 'the photo');
      const { size: bytes, mtimeMs: mtime } = statSync(path);
      const imageId = library.images.insert({ ...photo(), ...of });
      library.photoFiles.put({ path, imageId, bytes, mtime });
      if (missing) library.photoFiles.markMissing([path]);
      return imageId;
    }),
  );
  const asked: AnalyzeOptions[] = [];
  const looked: string[] = [];
  let held: Promise<void> = Promise.resolve();
  /** Nothing is answered until the function that this returns is called. */
  const hold = (): (() => void) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    held = promise;
    return resolve;
  };
  const engine = {
    read: async () => ({ sha256: 'of other bytes' }),
    analyze: async ({ path }: { path: string }, options: AnalyzeOptions) => {
      asked.push(options);
      looked.push(path);
      await held;
      const made = (options.thumbnails ?? []).map((size) => ({
        ...{ size, width: size, height: size },
        webp: new Uint8Array(size),
      }));
      return { thumbnails: made };
    },
  } as unknown as Engine;
  const [id = '', ...others] = ids;
  const [file = ''] = files;
  const improved: string[] = [];
  const pictures = createPictures(library, thumbnails, engine, (photoId) => improved.push(photoId));
  return { improved, library, id, file, others, files, asked, looked, thumbnails, pictures, hold };
}

test('a thumbnail that is not there is made in the size that the user wants', async () => {
  const { library, id, pictures, asked } = gallery();
  setThumbnailSize(library, 'large');
  expect(await pictures.thumbnail(id)).toMatchObject({ bytes: { length: 512 } });
  expect(await pictures.thumbnail(id)).not.toHaveProperty('isProvisional');
  expect(asked).toEqual([{ at: [], thumbnails: [512, 2048], priority: 'interactive' }]);
});

test('when the size is changed, the former is shown at once, and gives way to one of the new size', async () => {
  const { library, id, pictures, asked, thumbnails, improved } = gallery();
  await pictures.thumbnail(id);
  setThumbnailSize(library, 'small');
  const [first, second] = await Promise.all([pictures.thumbnail(id), pictures.thumbnail(id)]);
  expect(first).toMatchObject({ bytes: { length: 320 }, isProvisional: true });
  expect(second?.bytes).toHaveLength(320);
  // Whoever looks at it is told, so that it need not be asked for time and again.
  await expect.poll(() => improved).toEqual([id]);
  expect(await pictures.thumbnail(id)).toMatchObject({ bytes: { length: 240 } });
  expect(asked.map(({ priority }) => priority)).toEqual(['interactive', 'bulk']);
  // No room is taken by what is no longer wanted.
  await expect.poll(() => thumbnails.size()).toEqual({ files: 2, bytes: 240 + 960 });
});

test('of a photo whose file is gone the former thumbnail is kept', async () => {
  const { library, id, pictures, thumbnails, improved } = gallery({ missing: true });
  const image = library.images.byId(id);
  if (image) await thumbnails.put(image, [{ size: 320, width: 320, height: 240, webp: new Uint8Array(320) }]);
  setThumbnailSize(library, 'large');
  for (let times = 0; times < 2; times++) {
    expect(await pictures.thumbnail(id)).toMatchObject({ bytes: { length: 320 } });
  }
  await wait(50);
  expect(improved).toEqual([]);
});

test('of a photo that lies at two places, the one that can be read is shown', async () => {
  const { library, id, file, pictures } = gallery();
  await rm(file);
  const there = join(newFolder(), 'b.jpg');
  await writeFile(there, 'the photo');
  library.transaction(() => library.photoFiles.put({ path: there, imageId: id, bytes: 9, mtime: 1 }));
  expect(String((await pictures.photo(id))?.bytes)).toBe('the photo');
});

test('a picture of a photo that lies at two places is made from the one that is there', async () => {
  const { library, id, file, pictures, looked } = gallery();
  const there = join(dirname(file), 'z.jpg');
  await writeFile(there, 'the photo');
  const { size: bytes, mtimeMs: mtime } = statSync(there);
  library.transaction(() => library.photoFiles.put({ path: there, imageId: id, bytes, mtime }));
  await rm(file);
  expect(await pictures.thumbnail(id)).toMatchObject({ bytes: { length: 320 } });
  expect(looked).toEqual([there]);
});

test('a file that holds another photo by now is not taken for the one that was imported', async () => {
  const { id, file, pictures, looked } = gallery();
  await writeFile(file, 'another photo');
  expect(await pictures.thumbnail(id)).toBeNull();
  expect(looked).toEqual([]);
});

test('a photo that is asked for from all sides at once is looked at once', async () => {
  const { id, pictures, asked } = gallery();
  const all = await Promise.all(Array.from({ length: 20 }, () => pictures.thumbnail(id)));
  for (const one of all) expect(one).toMatchObject({ bytes: { length: 320 } });
  expect(asked).toHaveLength(1);
});

test('of many pictures that have to be made, those asked for last come first: the others were scrolled past', async () => {
  const atOnce = availableParallelism();
  const { id, others, files, pictures, looked, hold } = gallery({ photos: 3 * atOnce + 3 });
  const goOn = hold();
  const shown = [id, ...others].map((one) => pictures.thumbnail(one));
  await expect.poll(() => looked.length).toBe(atOnce);
  // Until all the others have found that they have to wait.
  await wait(200);
  goOn();
  await Promise.all(shown);
  const waited = files.filter((file) => !looked.slice(0, atOnce).includes(file));
  expect(looked.slice(atOnce)).toEqual(waited.toReversed());
});

test.each<{ of: Partial<NewImage> }>([{ of: { format: 'heic' } }, { of: { format: 'jpeg', rotate: 'cw90' } }])(
  'all of a photo that no browser shows as it is ($of) is made when it is asked for, once, and kept beside the others',
  async ({ of }) => {
    const { id, pictures, asked, thumbnails } = gallery({ of });
    expect(await pictures.photo(id)).toMatchObject({ type: 'image/webp', bytes: { length: 1280 } });
    for (let times = 0; times < 2; times++) {
      expect(await pictures.whole(id)).toMatchObject({ type: 'image/webp', bytes: { length: 16_383 } });
    }
    expect(asked.map((options) => options.thumbnails)).toEqual([[320, 1280], [16_383]]);
    expect(await thumbnails.size()).toMatchObject({ files: 3 });
  },
);

test('all of a photo that browsers show is its file', async () => {
  const { id, pictures, asked } = gallery();
  expect(String((await pictures.whole(id))?.bytes)).toBe('the photo');
  expect(asked).toEqual([]);
});
