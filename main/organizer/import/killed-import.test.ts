import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LOCAL_ACCOUNT } from '../../library/accounts.ts';
import { openLibrary } from '../../library/library.ts';

const PHOTOS = 120;
const KILLS = 6;

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'kindred-killed-'));
  await mkdir(join(root, 'photos'));
  for (let photo = 0; photo < PHOTOS; photo++) {
    // Four people take turns on the photos; every tenth file is a copy of the first.
    const content =
      photo % 10 === 9 ? 'faces:Anna photo 0' : `faces:${['Anna', 'Bea', 'Cem', 'Dora'][photo % 4]} photo ${photo}`;
    await writeFile(join(root, 'photos', `${photo}.jpg`), content);
  }
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** Runs the import in a process of its own and kills it once so many files are done; true when it came to its end. */
async function importUntil(killAfter: number): Promise<boolean> {
  const fixture = join(import.meta.dirname, 'killed-import.fixture.ts');
  const child = spawn(process.execPath, [fixture, join(root, 'data'), join(root, 'photos')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let done = false;
  for await (const line of createInterface(child.stdout)) {
    done ||= line === 'done';
    if (Number(line) >= killAfter) child.kill('SIGKILL');
  }
  await ended;
  return done;
}

test('an import that is killed again and again ends with every photo once, and nothing lost', async () => {
  let finished = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    finished += 6 + Math.floor(Math.random() * 12);
    expect(await importUntil(finished)).toBe(false);
  }
  expect(await importUntil(Number.POSITIVE_INFINITY)).toBe(true);

  const library = openLibrary(join(root, 'data'), { role: 'owner', appVersion: 'test' });
  try {
    const [job, ...others] = library.importJobs.recent(LOCAL_ACCOUNT, 10);
    expect(others).toEqual([]);
    expect(job?.state).toBe('done');
    const copies = PHOTOS / 10;
    const photos = PHOTOS - copies;
    expect(library.importJobs.counts(job?.id ?? '')).toMatchObject({
      pending: 0,
      failed: 0,
      done: photos,
      duplicate: copies,
    });
    expect(library.counts()).toMatchObject({ photos, files: PHOTOS, faces: photos, looseFaces: 0, clusters: 4 });
    expect(library.check()).toEqual([]);
  } finally {
    await library.close();
  }
});
