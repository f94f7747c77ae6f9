import { expect, test } from 'vitest';
import { addPhoto, open } from './library-fixture.ts';

test('the same bytes twice are one photo with two paths; those that are there come first', () => {
  const library = open();
  const { id } = addPhoto(library);
  library.transaction(() => {
    library.photoFiles.put({ path: '/a/1.jpg', imageId: id, bytes: 9, mtime: 1.5 });
    library.photoFiles.put({ path: '/b/1.jpg', imageId: id, bytes: 9, mtime: 2.5 });
    library.photoFiles.markMissing(['/a/1.jpg']);
  });
  expect(library.photoFiles.ofImages([id])).toMatchObject([
    { path: '/b/1.jpg', mtime: 2.5, missingAt: null },
    { path: '/a/1.jpg', missingAt: expect.any(Number) },
  ]);
  expect(library.counts()).toMatchObject({ photos: 1, files: 2, missingFiles: 1 });
  library.transaction(() => library.photoFiles.seen(['/a/1.jpg']));
  expect(library.photoFiles.byPaths(['/a/1.jpg'])).toMatchObject([{ imageId: id, missingAt: null }]);
});

test('a path that holds other bytes now belongs to the other photo; the first photo is without a file', () => {
  const library = open();
  const [before, after] = [addPhoto(library).id, addPhoto(library).id];
  const put = (imageId: string) =>
    library.transaction(() => library.photoFiles.put({ path: '/a/1.jpg', imageId, bytes: 9, mtime: 1 }));
  put(before);
  put(after);
  expect(library.photoFiles.byPaths(['/a/1.jpg'])).toMatchObject([{ imageId: after }]);
  expect(library.images.withoutFile('0'.repeat(32)).map(({ id }) => id)).toEqual([before]);
});

test('the files of a folder are those below it, not those beside it', () => {
  const library = open();
  const { id } = addPhoto(library);
  const paths = ['/a/1.jpg', '/a/b/2.jpg', '/a.jpg', '/ab/3.jpg', '/a/z.jpg'];
  library.transaction(() => {
    for (const path of paths) library.photoFiles.put({ path, imageId: id, bytes: 1, mtime: 1 });
  });
  const below = (after: string | null) => library.photoFiles.under('/a/', after, 2).map(({ path }) => path);
  expect(below(null)).toEqual(['/a/1.jpg', '/a/b/2.jpg']);
  expect(below('/a/b/2.jpg')).toEqual(['/a/z.jpg']);
});
