import { copyFile, mkdir, mkdtemp, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LOCAL_ACCOUNT } from '../library/accounts.ts';
import { type Library, openLibrary } from '../library/library.ts';
import { LibraryError } from '../library/library-error.ts';
import { fakeEngine } from './import/fake-engine.ts';
import type { ImportProgress } from './import/import-job.ts';
import { addWatchedFolders } from './import/watched-folders.ts';
import { MADE_UP_PACK, MadeUpLibrary } from './made-up-library.ts';
import { Organizer } from './organizer.ts';
import { ThumbnailCache } from './thumbnail-cache.ts';

let root: string;
let library: Library;
let organizer: Organizer;
let notices: string[];
let onProgress: (progress: ImportProgress) => void;

beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'kindred-organizer-')));
  await mkdir(join(root, 'photos'));
  notices = [];
  onProgress = () => undefined;
  library = openLibrary(join(root, 'data'), { role: 'owner', appVersion: 'test' });
  organizer = await openOrganizer();
});
afterEach(async () => {
  await organizer.close();
  await library.close();
  await rm(root, { recursive: true });
});

async function openOrganizer(of = library, engine = fakeEngine()): Promise<Organizer> {
  const opened = new Organizer({
    library: of,
    engine,
    thumbnails: new ThumbnailCache(join(root, 'thumbnails')),
    onChange: () => undefined,
    onProgress: (progress) => onProgress(progress),
    onNotice: ({ message }) => notices.push(message),
  });
  await opened.open();
  return opened;
}

const photo = (name: string): string => join(root, 'photos', name);
const put = (name: string, content: string): Promise<void> => writeFile(photo(name), content);

test('an import leaves the faces of one person in one group', async () => {
  for (const name of ['a', 'b', 'c']) await put(`${name}.jpg`, `faces:Anna,Bea photo ${name}`);
  await organizer.run(organizer.import([join(root, 'photos')]));
  const groups = library.clusters.bySize(LOCAL_ACCOUNT, { minFaces: 2, limit: 10, offset: 0 });
  expect(groups.map(({ faces }) => faces)).toEqual([3, 3]);
});

test('imports wait for each other and each ends with its own counts', async () => {
  await put('a.jpg', 'faces:Anna');
  await put('b.jpg', 'faces:Bea');
  const jobs = [organizer.import([photo('a.jpg')]), organizer.import([photo('b.jpg')])];
  const ended = await Promise.all(jobs.map((id) => organizer.run(id)));
  expect(ended.map(({ counts }) => counts.done)).toEqual([1, 1]);
});

test('what an earlier run left unfinished is finished by the next', async () => {
  await put('a.jpg', 'faces:Anna');
  const id = organizer.import([photo('a.jpg')]);
  await organizer.close();
  organizer = await openOrganizer();
  await vi.waitUntil(() => library.importJobs.byId(id)?.state === 'done', { timeout: 10_000 });
  expect(library.counts().photos).toBe(1);
});

test('a followed folder is walked once and then watched; a file moved inside it is followed', async () => {
  await put('a.jpg', 'faces:Anna');
  addWatchedFolders(library, [join(root, 'photos')]);
  // The setting may come from another process; a restart sees it in any case.
  await organizer.close();
  organizer = await openOrganizer();
  await vi.waitUntil(() => library.counts().photos === 1, { timeout: 10_000 });

  await copyFile(photo('a.jpg'), photo('copy.jpg'));
  await put('b.jpg', 'faces:Bea');
  await vi.waitUntil(() => library.counts().files === 3, { timeout: 20_000 });
  expect(library.counts()).toMatchObject({ photos: 2, files: 3 });

  await rename(photo('b.jpg'), photo('moved.jpg'));
  await vi.waitUntil(() => library.photoFiles.byPaths([photo('moved.jpg')]).length === 1, { timeout: 20_000 });
  await vi.waitUntil(() => library.photoFiles.byPaths([photo('b.jpg')]).length === 0, { timeout: 5000 });
  expect(library.counts()).toMatchObject({ photos: 2, files: 3, missingFiles: 0 });
  expect(notices).toEqual([]);
});

test('a walk of the followed folders that finds nothing new leaves no import behind', async () => {
  await put('a.jpg', 'faces:Anna');
  addWatchedFolders(library, [join(root, 'photos')]);
  await vi.waitUntil(() => organizer.jobs()[0]?.state === 'done', { timeout: 10_000 });
  for (let starts = 0; starts < 2; starts++) {
    await organizer.close();
    const seen = library.photoFiles.byPaths([photo('a.jpg')])[0]?.seenAt;
    organizer = await openOrganizer();
    await vi.waitUntil(() => library.photoFiles.byPaths([photo('a.jpg')])[0]?.seenAt !== seen, { timeout: 10_000 });
    await vi.waitUntil(() => organizer.jobs().length === 1, { timeout: 10_000 });
  }
});

test('photos that come into a followed folder while the library cannot be written are a notice, not the end', async () => {
  await put('there.jpg', 'faces:Cleo');
  addWatchedFolders(library, [join(root, 'photos')]);
  await vi.waitUntil(() => organizer.jobs().some(({ state }) => state === 'done'), { timeout: 10_000 });
  const full = vi.spyOn(library.importJobs, 'create').mockImplementation(() => {
    throw new LibraryError('disk-full', 'The disk is full.');
  });
  await put('a.jpg', 'faces:Anna');
  await vi.waitUntil(() => notices.length > 0, { timeout: 20_000 });
  expect(notices).toEqual(['What is new in the watched folders could not be noted. The disk is full.']);
  full.mockRestore();

  await put('b.jpg', 'faces:Bea');
  await vi.waitUntil(() => library.counts().photos === 2, { timeout: 20_000 });
});

test('closing does not wait until all faces have been looked at: the next start goes on', async () => {
  const home = new MadeUpLibrary();
  const faces = Array.from({ length: 1000 }, (_, i) => ({ person: i >> 1, likeness: 1 }));
  const closed = await openOrganizer(home.library, { ...fakeEngine(), pack: MADE_UP_PACK });
  await put('a.jpg', 'faces:Anna');
  const id = closed.import([photo('a.jpg')]);
  const ended = closed.run(id);
  await new Promise<void>((resolve) => {
    onProgress = ({ state }) => {
      if (state !== 'done') return;
      home.add(...faces);
      resolve();
    };
  });
  await closed.close();
  expect(home.library.counts().looseFaces).toBeGreaterThan(200);
  expect((await ended).state).toBe('done');
  await home.close();
});
