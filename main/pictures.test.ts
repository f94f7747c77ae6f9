import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { AnalyzeOptions, Engine } from './engine/engine.ts';
import { newFolder, open, photo } from './library/library-fixture.ts';
import { ThumbnailCache } from './organizer/thumbnail-cache.ts';
import { setThumbnailSize } from './organizer/thumbnail-size.ts';
import { createPictures } from './pictures.ts';

/** A photo in the library, whose file is where `file` says, and an engine whose pictures are as many bytes as they are wide. */
function gallery(missing = false) {
  const library = open(newFolder());
  const directory = mkdtempSync(join(tmpdir(), 'kindred-pictures-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const thumbnails = new ThumbnailCache(directory);
  const id = library.transaction(() => {
    const imageId = library.images.insert(photo());
    library.photoFiles.put({ path: '/album/a.jpg', imageId, bytes: 1, mtime: 1 });
    if (missing) library.photoFiles.markMissing(['/album/a.jpg']);
    return imageId;
  });
  const asked: AnalyzeOptions[] = [];
  const engine = {
    analyze: async (_source: unknown, options: AnalyzeOptions) => {
      asked.push(options);
      const made = (options.thumbnails ?? []).map((size) => ({
        ...{ size, width: size, height: size },
        webp: new Uint8Array(size),
      }));
      return { thumbnails: made };
    },
  } as unknown as Engine;
  return { library, id, asked, thumbnails, pictures: createPictures(library, thumbnails, engine) };
}

test('a thumbnail that is not there is made in the size that the user wants', async () => {
  const { library, id, pictures, asked } = gallery();
  setThumbnailSize(library, 'large');
  expect(await pictures.thumbnail(id)).toMatchObject({ bytes: { length: 512 } });
  expect(await pictures.thumbnail(id)).not.toHaveProperty('isProvisional');
  expect(asked).toEqual([{ at: [], thumbnails: [512, 2048], priority: 'interactive' }]);
});

test('when the size is changed, the former is shown at once, and gives way to one of the new size', async () => {
  const { library, id, pictures, asked, thumbnails } = gallery();
  await pictures.thumbnail(id);
  setThumbnailSize(library, 'small');
  const [first, second] = await Promise.all([pictures.thumbnail(id), pictures.thumbnail(id)]);
  expect(first).toMatchObject({ bytes: { length: 320 }, isProvisional: true });
  expect(second?.bytes).toHaveLength(320);
  await expect.poll(() => pictures.thumbnail(id)).toMatchObject({ bytes: { length: 240 } });
  expect(asked.map(({ priority }) => priority)).toEqual(['interactive', 'bulk']);
  // No room is taken by what is no longer wanted.
  await expect.poll(() => thumbnails.size()).toEqual({ files: 2, bytes: 240 + 960 });
});

test('of a photo whose file is gone the former thumbnail is kept', async () => {
  const { library, id, pictures, thumbnails } = gallery(true);
  const image = library.images.byId(id);
  if (image) await thumbnails.put(image, [{ size: 320, width: 320, height: 240, webp: new Uint8Array(320) }]);
  setThumbnailSize(library, 'large');
  for (let times = 0; times < 2; times++) {
    expect(await pictures.thumbnail(id)).toMatchObject({ bytes: { length: 320 } });
  }
});

test('of a photo that lies at two places, the one that can be read is shown', async () => {
  const { library, id, pictures } = gallery();
  const there = join(newFolder(), 'b.jpg');
  await writeFile(there, 'the photo');
  library.transaction(() => library.photoFiles.put({ path: there, imageId: id, bytes: 9, mtime: 1 }));
  expect(String((await pictures.photo(id))?.bytes)).toBe('the photo');
});
