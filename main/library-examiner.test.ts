import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { addCluster, addFace, newFolder, open } from './library/library-fixture.ts';
import { LibraryExaminer } from './library-examiner.ts';

function examinerOf(folder: string): LibraryExaminer {
  const examiner = new LibraryExaminer(folder);
  onTestFinished(() => examiner.close());
  return examiner;
}

test('a library is looked at by another process while this one goes on', async () => {
  const folder = newFolder();
  const library = open(folder);
  addCluster(library, [addFace(library)]);
  const examiner = examinerOf(folder);
  let turns = 0;
  const counting = setInterval(() => turns++, 5);
  const [first, second] = await Promise.all([examiner.check(), examiner.check()]);
  clearInterval(counting);
  expect(first).toEqual([]);
  expect(second).toBe(first);
  expect(turns).toBeGreaterThan(5);
});

test('what cannot be looked at is told by its own code', async () => {
  await expect(examinerOf(newFolder()).check()).rejects.toMatchObject({ code: 'not-writable' });
});

test('what it is about is told across the processes', async () => {
  const folder = newFolder();
  const backup = join(folder, 'no-such-backup.sqlite');
  const message = `There is no file ${backup}.`;
  await expect(examinerOf(folder).inspect(backup)).rejects.toMatchObject({ code: 'not-found', message, about: backup });
});

test('closing ends it', async () => {
  const folder = newFolder();
  open(folder);
  const examiner = examinerOf(folder);
  const answer = examiner.check();
  examiner.close();
  await expect(answer).rejects.toMatchObject({ code: 'interrupted' });
});
