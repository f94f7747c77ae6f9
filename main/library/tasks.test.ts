import { expect, test } from 'vitest';
import { LOCAL_ACCOUNT } from './accounts.ts';
import { newFolder, open } from './library-fixture.ts';

test('a task keeps what it was given and what it came to, over a restart', async () => {
  const folder = newFolder();
  const first = open(folder);
  const id = first.transaction(() => first.tasks.insert(LOCAL_ACCOUNT, '/face/search', { faces: ['a', 'b'] }, 1000));
  first.transaction(() => first.tasks.begin(id));
  await first.close();

  const second = open(folder);
  expect(second.tasks.unfinished()).toEqual([id]);
  expect(second.tasks.byId(id)).toMatchObject({ state: 'processing', input: { faces: ['a', 'b'] }, result: null });
  second.transaction(() => second.tasks.succeed(id, { status: 'OK', candidates: [] }));
  expect(second.tasks.unfinished()).toEqual([]);
  expect(second.tasks.byId(id)).toMatchObject({
    state: 'done',
    result: { status: 'OK', candidates: [] },
    reason: null,
  });
});

test('tasks wait in the order in which they came', () => {
  let now = 0;
  const library = open(newFolder(), { now: () => now++ });
  const made = library.transaction(() =>
    ['a', 'b', 'c'].map((name) => library.tasks.insert(LOCAL_ACCOUNT, `/${name}`, null, 1000)),
  );
  expect(library.tasks.unfinished()).toEqual(made);
});

test('a task that failed says why, and is gone at the instant it expires', () => {
  let now = 0;
  const library = open(newFolder(), { now: () => now });
  const id = library.transaction(() => library.tasks.insert(LOCAL_ACCOUNT, '/face/search', null, 1000));
  library.transaction(() => library.tasks.fail(id, 'The models are tired.'));
  expect(library.tasks.byId(id)).toMatchObject({ state: 'failed', reason: 'The models are tired.' });
  now = 999;
  expect(library.transaction(() => library.tasks.purge())).toBe(0);
  now = 1000;
  expect(library.transaction(() => library.tasks.purge())).toBe(1);
  expect(library.tasks.byId(id)).toBeUndefined();
});
