import { expect, test } from 'vitest';
import { LOCAL_ACCOUNT } from './accounts.ts';
import type { Library } from './library.ts';
import { addPhoto, open } from './library-fixture.ts';
import type { Id } from './store.ts';

const paths = ['/p/a.jpg', '/p/b.jpg', '/p/c.jpg', '/p/d.jpg'];

const newJob = (library: Library): Id =>
  library.transaction(() => {
    const id = library.importJobs.create(LOCAL_ACCOUNT, ['/p'], { thorough: true });
    library.importJobs.addFiles(id, paths);
    return id;
  });

test('a job that was not finished goes on after a restart, with the files that are left', async () => {
  const first = open();
  const id = newJob(first);
  const image = addPhoto(first).id;
  first.transaction(() => {
    first.importJobs.begin(id, paths.slice(0, 2));
    first.importJobs.finish(id, [{ path: '/p/a.jpg', state: 'done', imageId: image, faces: 2 }]);
  });
  await first.close();
  const library = open(first.directory);
  expect(library.importJobs.unfinished()).toMatchObject([
    { id, roots: ['/p'], options: { thorough: true }, state: 'running', discovered: false },
  ]);
  // b was begun and not finished: it may be what ended the program.
  expect(library.importJobs.pending(id, null, 2)).toMatchObject([
    { path: '/p/b.jpg', attempts: 1 },
    { path: '/p/c.jpg', attempts: 0 },
  ]);
  expect(library.importJobs.pending(id, '/p/c.jpg', 2)).toMatchObject([{ path: '/p/d.jpg' }]);
});

test('counts, the error list, and another try', () => {
  const library = open();
  const id = newJob(library);
  const image = addPhoto(library).id;
  library.transaction(() =>
    library.importJobs.finish(id, [
      { path: '/p/a.jpg', state: 'done', imageId: image, faces: 2 },
      { path: '/p/b.jpg', state: 'duplicate', imageId: image, faces: 0 },
      { path: '/p/c.jpg', state: 'failed', code: 'corrupt', message: 'The file is cut off.' },
    ]),
  );
  expect(library.importJobs.counts(id)).toEqual({ pending: 1, done: 1, duplicate: 1, failed: 1, skipped: 0, faces: 2 });
  expect(library.importJobs.files(id, 'failed', null, 10)).toMatchObject([
    { path: '/p/c.jpg', code: 'corrupt', message: 'The file is cut off.' },
  ]);
  library.transaction(() => library.importJobs.retryFailed(id));
  expect(library.importJobs.counts(id)).toMatchObject({ pending: 2, failed: 0 });
});

test('a file found twice is one file, and one that is done stays done', () => {
  const library = open();
  const id = newJob(library);
  const image = addPhoto(library).id;
  library.transaction(() => {
    library.importJobs.finish(id, [{ path: '/p/a.jpg', state: 'done', imageId: image, faces: 0 }]);
    expect(library.importJobs.addFiles(id, [...paths, '/p/e.jpg'])).toBe(1);
  });
  expect(library.importJobs.counts(id)).toMatchObject({ pending: 4, done: 1 });
});

test('a finished job is no longer to be gone on with, and knows when it ended', () => {
  const library = open(undefined, { now: () => 77 });
  const id = newJob(library);
  library.transaction(() => {
    library.importJobs.setDiscovered(id);
    library.importJobs.setState(id, 'paused');
  });
  expect(library.importJobs.unfinished()).toMatchObject([{ state: 'paused', discovered: true, finishedAt: null }]);
  library.transaction(() => library.importJobs.setState(id, 'done'));
  expect(library.importJobs.unfinished()).toEqual([]);
  expect(library.importJobs.recent(LOCAL_ACCOUNT, 5)).toMatchObject([{ id, state: 'done', finishedAt: 77 }]);
});
