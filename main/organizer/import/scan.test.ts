import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ScanEntry, scan } from './scan.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'kindred-scan-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const put = async (...paths: string[]): Promise<void> => {
  for (const path of paths) {
    await mkdir(join(root, path, '..'), { recursive: true });
    await writeFile(join(root, path), 'pixels');
  }
};
const collect = async (...paths: string[]): Promise<ScanEntry[]> => {
  const entries: ScanEntry[] = [];
  for await (const entry of scan(paths.map((path) => join(root, path)))) entries.push(entry);
  return entries;
};
const photos = async (...paths: string[]): Promise<string[]> =>
  (await collect(...paths))
    .filter((entry) => entry.kind === 'photo')
    .map((entry) => relative(root, entry.path).replaceAll('\\', '/'));

test('photos are found in every subfolder, files before folders, by name', async () => {
  await put('b.jpg', 'a.HEIC', 'z/1.png', 'c/d/e.webp', 'c/2.tif');
  expect(await photos('')).toEqual(['a.HEIC', 'b.jpg', 'c/2.tif', 'c/d/e.webp', 'z/1.png']);
});

test('a candidate carries its size and modification time', async () => {
  await put('a.jpg');
  const [entry] = await collect('');
  expect(entry).toMatchObject({ kind: 'photo', bytes: 6, modifiedAt: expect.any(Number) });
});

test('archives and other files are counted, not tried', async () => {
  await put('a.jpg', 'notes.txt', 'album.zip', 'film.mp4');
  const entries = await collect('');
  expect(entries.filter((entry) => entry.kind === 'ignored')).toHaveLength(3);
  expect(await photos('')).toEqual(['a.jpg']);
});

test('a file without any extension may be a photo that lost it', async () => {
  await put('recovered/f00012345', 'Makefile.am');
  expect(await photos('')).toEqual(['recovered/f00012345']);
});

test('a file that is named explicitly is tried whatever its name', async () => {
  await put('photo-without-extension', '.hidden.jpg');
  expect(await photos('photo-without-extension', '.hidden.jpg')).toEqual(['photo-without-extension', '.hidden.jpg']);
});

test('hidden and system folders are not entered, unless named', async () => {
  await put(
    '.git/a.jpg',
    'node_modules/b.jpg',
    '@eaDir/c.jpg',
    '.Trash-1000/d.jpg',
    '$RECYCLE.BIN/e.jpg',
    'f.jpg',
    '._f.jpg',
  );
  expect(await photos('')).toEqual(['f.jpg']);
  expect(await photos('.git')).toEqual(['.git/a.jpg']);
});

test('overlapping folders and a file inside them give each photo once', async () => {
  await put('a/b/c.jpg', 'a/d.jpg');
  expect(await photos('a/d.jpg', 'a/b', 'a', 'a')).toEqual(['a/d.jpg', 'a/b/c.jpg']);
  expect(await photos('a', 'a/d.jpg')).toEqual(['a/b/c.jpg', 'a/d.jpg']);
});

test('links that lead back up do not trap the walk', async () => {
  await put('a/b/c.jpg');
  await symlink(join(root, 'a'), join(root, 'a/b/up'), 'dir');
  await symlink(join(root, 'a/b'), join(root, 'other'), 'dir');
  expect(await photos('')).toEqual(['a/b/c.jpg']);
});

test('a path that does not exist is an entry, and the rest is walked', async () => {
  await put('a.jpg');
  const entries = await collect('gone', '');
  expect(entries[0]).toMatchObject({ kind: 'unreadable', failure: { code: 'not-found' } });
  expect(entries[1]).toMatchObject({ kind: 'photo' });
});

test('a dangling link to a photo is an entry', async () => {
  await symlink(join(root, 'gone.jpg'), join(root, 'link.jpg'));
  expect(await collect('')).toMatchObject([{ kind: 'unreadable', path: join(root, 'link.jpg') }]);
});

// The superuser may read everything, and Windows has no such bits.
test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'an unreadable folder is an entry, and the rest is walked',
  async () => {
    await put('a/secret.jpg', 'b.jpg');
    await chmod(join(root, 'a'), 0);
    try {
      expect(await collect('')).toMatchObject([{ kind: 'photo' }, { kind: 'unreadable', path: join(root, 'a') }]);
    } finally {
      await chmod(join(root, 'a'), 0o700);
    }
  },
);

test('an aborted scan ends without an error', async () => {
  await put('a.jpg', 'b.jpg', 'c/d.jpg');
  const controller = new AbortController();
  const seen: string[] = [];
  for await (const entry of scan([root], controller.signal)) {
    seen.push(entry.path);
    controller.abort();
  }
  expect(seen).toHaveLength(1);
});
