import { mkdir, mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LOCAL_ACCOUNT } from '../../library/accounts.ts';
import { type Library, openLibrary } from '../../library/library.ts';
import { ThumbnailCache } from '../thumbnail-cache.ts';
import { type FakeEngine, fakeEngine } from './fake-engine.ts';
import { createImportJob, ImportJob, ImportOptions, type ImportProgress } from './import-job.ts';

let root: string;
let library: Library;
let engine: FakeEngine;
let told: ImportProgress[];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'kindred-import-'));
  await mkdir(join(root, 'photos'));
  library = openLibrary(join(root, 'data'), { role: 'owner', appVersion: 'test' });
  engine = fakeEngine();
  told = [];
});
afterEach(async () => {
  await library.close();
  await rm(root, { recursive: true });
});

const photo = (name: string): string => join(root, 'photos', name);
const put = (name: string, content: string): Promise<void> => writeFile(photo(name), content);

const openJob = (id: string): ImportJob =>
  new ImportJob(id, {
    ...{ library, engine, accountId: LOCAL_ACCOUNT, concurrency: 3 },
    thumbnails: new ThumbnailCache(join(root, 'thumbnails')),
    onProgress: (progress) => told.push(progress),
    onFaces: () => undefined,
  });

const newJob = (): ImportJob =>
  openJob(createImportJob(library, LOCAL_ACCOUNT, [join(root, 'photos')], ImportOptions.parse({})));

async function runImport(): Promise<ImportProgress> {
  const job = newJob();
  await job.run();
  return job.progress;
}

const photoAt = (name: string) => {
  const [row] = library.photoFiles.byPaths([photo(name)]);
  return {
    row,
    image: row && library.images.byId(row.imageId),
    faces: row ? library.faces.ofImages([row.imageId]) : [],
  };
};
const namesAt = (name: string): (string | null)[] => photoAt(name).faces.map((face) => face.person?.name ?? null);

test('every photo ends in the library or in the list of failures with a reason', async () => {
  await put('a.jpg', 'faces:Anna,Bea');
  await put('b.jpg', 'bad');
  await put('c.jpg', 'a landscape');
  await put('notes.txt', 'no photo');
  const progress = await runImport();
  expect(progress).toMatchObject({ state: 'done', total: 3, finished: 3, secondsLeft: 0 });
  expect(progress.counts).toMatchObject({ done: 2, failed: 1, faces: 2, pending: 0 });
  expect(library.importJobs.files(progress.jobId, 'failed', null, 10)).toMatchObject([
    { path: photo('b.jpg'), code: 'corrupt', message: `${photo('b.jpg')} is damaged.` },
  ]);
  expect(photoAt('a.jpg').image).toMatchObject({ camera: 'Fake 1', takenAt: '2020-05-04T10:00:00' });
  expect(told.at(-1)?.state).toBe('done');
});

test('a second import of the same folder looks at nothing again', async () => {
  for (let i = 0; i < 20; i++) await put(`${i}.jpg`, `faces:Anna photo ${i}`);
  await runImport();
  engine.analyzed.length = 0;
  expect((await runImport()).counts).toMatchObject({ done: 0, skipped: 20, failed: 0 });
  expect(engine.analyzed).toEqual([]);
});

test('a file that was only touched is not looked at again', async () => {
  await put('a.jpg', 'faces:Anna');
  await runImport();
  await utimes(photo('a.jpg'), new Date(), new Date(Date.now() + 60_000));
  expect((await runImport()).counts).toMatchObject({ done: 0, skipped: 1 });
  expect(engine.analyzed).toHaveLength(1);
});

test('the same bytes under many names are one photo, even when they come at once', async () => {
  for (const name of ['a.jpg', 'b.jpg', 'c.jpg', 'd.jpg']) await put(name, 'faces:Anna');
  const { counts } = await runImport();
  expect(counts).toMatchObject({ done: 1, duplicate: 3 });
  expect(library.counts()).toMatchObject({ photos: 1, files: 4 });
  expect(engine.analyzed).toHaveLength(1);
});

test('a moved file is followed: one photo, at its new path', async () => {
  await put('a.jpg', 'faces:Anna');
  await runImport();
  const { image } = photoAt('a.jpg');
  await rename(photo('a.jpg'), photo('moved.jpg'));
  await runImport();
  expect(photoAt('moved.jpg').image?.id).toBe(image?.id);
  expect(photoAt('a.jpg').row).toBeUndefined();
  expect(engine.analyzed).toHaveLength(1);
});

test('a vanished file is marked missing and its photo kept; when it is back it is no longer missing', async () => {
  await put('a.jpg', 'faces:Anna');
  await put('b.jpg', 'faces:Bea');
  await runImport();
  await rename(photo('a.jpg'), join(root, 'elsewhere'));
  await runImport();
  expect(photoAt('a.jpg').row?.missingAt).toEqual(expect.any(Number));
  expect(photoAt('b.jpg').row?.missingAt).toBeNull();
  expect(library.counts()).toMatchObject({ photos: 2, missingFiles: 1 });
  await rename(join(root, 'elsewhere'), photo('a.jpg'));
  await runImport();
  expect(photoAt('a.jpg').row?.missingAt).toBeNull();
});

test('an edited photo keeps its names, albums and tags', async () => {
  await put('a.jpg', 'faces:Anna,Bea');
  await runImport();
  const before = photoAt('a.jpg');
  const album = library.transaction(() => {
    const personId = library.persons.create(LOCAL_ACCOUNT, 'Anna');
    const [anna] = before.faces;
    library.persons.assign([{ faceId: anna?.id ?? '', personId, how: 'confirmed', confidence: null }]);
    library.tags.add(LOCAL_ACCOUNT, [before.image?.id ?? ''], ['beach']);
    const id = library.albums.create(LOCAL_ACCOUNT, 'Summer');
    library.albums.add(id, [before.image?.id ?? '']);
    return id;
  });
  await put('a.jpg', 'brighter faces:Anna,Bea');
  expect((await runImport()).counts).toMatchObject({ done: 1 });
  const after = photoAt('a.jpg');
  expect(after.image?.id).not.toBe(before.image?.id);
  expect(namesAt('a.jpg')).toEqual(['Anna', null]);
  expect(library.albums.members(album)).toContain(after.image?.id);
  expect(library.tags.ofImages([after.image?.id ?? '']).map(({ name }) => name)).toEqual(['beach']);
  expect(library.counts()).toMatchObject({ photos: 1, persons: 1 });
});

test('names that other programs wrote into a photo become people', async () => {
  await put('a.jpg', 'faces:x,y');
  // The first face lies at 100..250 of 1000 and 100..250 of 800.
  engine.regions = [
    { name: 'Anna', left: 0.09, top: 0.12, right: 0.26, bottom: 0.32, source: 'mwg-rs' },
    { name: null, left: 0.3, top: 0.125, right: 0.45, bottom: 0.31, source: 'mwg-rs' },
  ];
  await runImport();
  expect(namesAt('a.jpg')).toEqual(['Anna', null]);
});

test('a named place where no face was detected becomes a face with that name', async () => {
  await put('a.jpg', 'faces:x');
  engine.regions = [
    { name: 'Anna', left: 0.1, top: 0.125, right: 0.25, bottom: 0.3125, source: 'mwg-rs' },
    { name: 'Bea', left: 0.7, top: 0.5, right: 0.8, bottom: 0.7, source: 'microsoft' },
    { name: 'slip of the mouse', left: 0.5, top: 0.5, right: 0.501, bottom: 0.501, source: 'mwg-rs' },
  ];
  await runImport();
  expect(namesAt('a.jpg')).toEqual(['Anna', 'Bea']);
  const [, bea] = library.faces.ofImages([photoAt('a.jpg').image?.id ?? '']);
  expect(bea).toMatchObject({ origin: 'metadata', rect: { left: 700, top: 400, right: 800, bottom: 560 } });
});

test('a photo that was deleted from the library stays deleted', async () => {
  await put('a.jpg', 'faces:Anna');
  await runImport();
  library.transaction(() => library.images.setDeleted([photoAt('a.jpg').image?.id ?? ''], true));
  await runImport();
  expect(library.counts().photos).toBe(0);
});

test('a paused import stops, says so after a restart, and goes on where it was', async () => {
  for (let i = 0; i < 12; i++) await put(`${i}.jpg`, `faces:Anna photo ${i}`);
  const job = newJob();
  let pausing: Promise<void> | null = null;
  engine.before = () => {
    if (engine.analyzed.length >= 4) pausing ??= job.pause();
  };
  await job.run();
  await pausing;
  const { counts } = job.progress;
  expect(job.progress.state).toBe('paused');
  expect(counts.pending).toBeGreaterThan(0);
  expect(counts.done).toBeGreaterThan(0);

  expect(library.importJobs.unfinished().map(({ id }) => id)).toEqual([job.id]);
  engine.before = () => undefined;
  const resumed = openJob(job.id);
  await resumed.run();
  expect(resumed.progress).toMatchObject({ state: 'done', counts: { done: 12, pending: 0 } });
});

test('a cancelled import keeps what it has and never comes back', async () => {
  for (let i = 0; i < 12; i++) await put(`${i}.jpg`, `faces:Anna photo ${i}`);
  const job = newJob();
  let cancelling: Promise<void> | null = null;
  engine.before = () => {
    if (engine.analyzed.length >= 4) cancelling ??= job.cancel();
  };
  await job.run();
  await cancelling;
  expect(job.progress.state).toBe('cancelled');
  expect(library.counts().photos).toBe(job.progress.counts.done);
  expect(library.importJobs.unfinished()).toEqual([]);
});

test('failed files get another chance when asked for', async () => {
  await put('a.jpg', 'bad');
  const job = newJob();
  await job.run();
  await put('a.jpg', 'faces:Anna');
  expect(job.retryFailed()).toBe(1);
  await job.run();
  expect(job.progress.counts).toMatchObject({ done: 1, failed: 0 });
});

test('a file that was at hand at every pause is imported all the same', async () => {
  await put('a.jpg', 'faces:Anna');
  const job = newJob();
  for (let pauses = 0; pauses < 4; pauses++) {
    let pausing: Promise<void> | null = null;
    engine.before = () => {
      pausing ??= job.pause();
    };
    await job.run();
    await pausing;
    expect(job.progress).toMatchObject({ state: 'paused', counts: { pending: 1 } });
  }
  engine.before = () => undefined;
  await job.run();
  expect(job.progress.counts).toMatchObject({ done: 1, failed: 0 });
});

test('a file during which Kindred died three times is given up, the others go on', async () => {
  await put('a.jpg', 'faces:Anna');
  await put('poison.jpg', 'faces:Bea');
  const job = newJob();
  library.transaction(() => {
    library.importJobs.addFiles(job.id, [photo('poison.jpg')]);
    for (let death = 0; death < 3; death++) library.importJobs.begin(job.id, [photo('poison.jpg')]);
  });
  await job.run();
  expect(job.progress.counts).toMatchObject({ done: 1, failed: 1 });
  expect(library.importJobs.files(job.id, 'failed', null, 10)).toMatchObject([{ code: 'crashed' }]);
});
