import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { LOCAL_ACCOUNT } from './accounts.ts';
import { listBackups, newBackup } from './backups.ts';
import { addFaces, addPerson, apiKey, newFolder, open, openWithNotices } from './library-fixture.ts';
import { inspectBackup, stageRestore } from './restore.ts';

const VERSION = '0.0.0';

const names = (library: ReturnType<typeof open>): string[] =>
  library.persons.all(LOCAL_ACCOUNT).map(({ name }) => name);

/** Anna is in the backup, Bea came after it; the library is closed. */
async function annaThenBea(): Promise<{ readonly folder: string; readonly backup: string }> {
  const folder = newFolder();
  const backup = join(folder, 'anna.sqlite');
  const library = open(folder);
  addPerson(library, 'Anna', addFaces(library, 2));
  await library.backup(backup);
  addPerson(library, 'Bea');
  await library.close();
  return { folder, backup };
}

test('a backup tells what is in it', async () => {
  const { backup } = await annaThenBea();
  expect(inspectBackup(backup, VERSION)).toEqual({ photos: 2, faces: 2, persons: 1, bytes: expect.any(Number) });
});

test('a backup takes the place of the library, which is kept and can be restored in its turn', async () => {
  const { folder, backup } = await annaThenBea();
  await stageRestore(folder, backup, VERSION);
  const { library, notices } = openWithNotices(folder);
  expect(names(library)).toEqual(['Anna']);
  expect(notices).toMatchObject([{ code: 'replaced', setAside: expect.stringContaining('replaced') }]);
  expect(existsSync(backup)).toBe(true);
  await library.close();

  const replaced = listBackups(folder).find(({ kind }) => kind === 'replaced');
  expect(inspectBackup(replaced?.file ?? '', VERSION).persons).toBe(2);
  await stageRestore(folder, replaced?.file ?? '', VERSION);
  const again = open(folder);
  expect(names(again)).toEqual(['Anna', 'Bea']);
  await again.close();
  // Twice replaced within a second, perhaps: none takes the place of another.
  expect(listBackups(folder).filter(({ kind }) => kind === 'replaced')).toHaveLength(2);
});

test('of libraries that were replaced the last five are kept, and the last one whatever the clock says', async () => {
  const { folder, backup } = await annaThenBea();
  const replaced = () => listBackups(folder).filter(({ kind }) => kind === 'replaced');
  for (let day = 1; day <= 6; day++) {
    copyFileSync(backup, newBackup(folder, 'replaced', Date.UTC(2090, 0, day)));
  }
  await stageRestore(folder, backup, VERSION);
  const { library, notices } = openWithNotices(folder);
  await library.close();
  const [notice] = notices;
  const setAside = notice?.code === 'replaced' ? (notice.setAside ?? '') : '';
  expect(inspectBackup(setAside, VERSION).persons).toBe(2);
  expect(replaced().map(({ file }) => file)).toContain(setAside);
  expect(replaced()).toHaveLength(5);
});

test('a key that has been revoked since stays revoked', async () => {
  const folder = newFolder();
  const backup = join(folder, 'before.sqlite');
  const library = open(folder);
  const [kept, revoked] = library.transaction(() => [apiKey(), apiKey()].map(library.apiKeys.insert));
  await library.backup(backup);
  library.transaction(() => library.apiKeys.revoke(revoked ?? ''));
  const [{ revokedAt } = { revokedAt: null }] = library.apiKeys.all().filter(({ id }) => id === revoked);
  await library.close();

  await stageRestore(folder, backup, VERSION);
  const restored = open(folder);
  expect(revokedAt).not.toBeNull();
  expect(restored.apiKeys.all().map(({ id, revokedAt }) => [id, revokedAt])).toEqual([
    [kept, null],
    [revoked, revokedAt],
  ]);
  await restored.close();
});

test('staging changes nothing: the library stays open, and is what it was until the next opening', async () => {
  const { folder, backup } = await annaThenBea();
  const library = open(folder);
  await stageRestore(folder, backup, VERSION);
  addPerson(library, 'Cleo');
  expect(names(library)).toEqual(['Anna', 'Bea', 'Cleo']);
  await library.close();
  expect(names(open(folder))).toEqual(['Anna']);
});

test('what the log beside a file holds is restored with it', async () => {
  const { folder } = await annaThenBea();
  const other = newFolder();
  const library = open(folder);
  addPerson(library, 'Cleo');
  // Copied while it was open, with the log in which Cleo still is.
  for (const part of ['', '-wal'])
    copyFileSync(join(folder, `library.sqlite${part}`), join(other, `mine.sqlite${part}`));
  await library.close();
  await stageRestore(folder, join(other, 'mine.sqlite'), VERSION);
  expect(names(open(folder))).toEqual(['Anna', 'Bea', 'Cleo']);
});

test('a library that is gone is restored as well', async () => {
  const { folder, backup } = await annaThenBea();
  await stageRestore(folder, backup, VERSION);
  renameSync(join(folder, 'library.sqlite'), join(folder, 'somewhere-else.sqlite'));
  const { library, notices } = openWithNotices(folder);
  expect(names(library)).toEqual(['Anna']);
  expect(notices).toMatchObject([{ code: 'replaced', setAside: null }]);
});

test('when it was interrupted between log and file, both are found under one name', async () => {
  const { folder, backup } = await annaThenBea();
  const file = join(folder, 'library.sqlite');
  const library = open(folder);
  addPerson(library, 'Cleo');
  await stageRestore(folder, backup, VERSION);
  // As after a power cut: log and file are there; and then another one, when the log has been moved and the file not.
  const cut = newFolder();
  for (const part of ['', '-wal']) copyFileSync(file + part, join(cut, `library.sqlite${part}`));
  copyFileSync(join(folder, 'restore.sqlite'), join(cut, 'restore.sqlite'));
  const aside = newBackup(cut, 'replaced', statSync(join(cut, 'restore.sqlite')).mtimeMs);
  renameSync(join(cut, 'library.sqlite-wal'), `${aside}-wal`);
  await library.close();
  expect(names(open(cut))).toEqual(['Anna']);
  const [replaced] = listBackups(cut).filter(({ kind }) => kind === 'replaced');
  expect(readdirSync(join(cut, 'backups')).filter((name) => name.includes('replaced'))).toHaveLength(1);
  expect(inspectBackup(replaced?.file ?? '', VERSION).persons).toBe(3);
});

test('when it was interrupted after the library was moved, the copy still takes its place', async () => {
  const { folder, backup } = await annaThenBea();
  await stageRestore(folder, backup, VERSION);
  const file = join(folder, 'library.sqlite');
  renameSync(file, join(folder, 'library-moved.sqlite'));
  writeFileSync(`${file}-wal`, 'what a log that belongs to another file looks like');
  expect(names(open(folder))).toEqual(['Anna']);
});

test('what an interrupted first step has left is cleared away, and changes nothing', async () => {
  const { folder } = await annaThenBea();
  for (const name of ['restore-unfinished.sqlite', 'restore-unfinished.sqlite.part']) {
    writeFileSync(join(folder, name), 'half');
  }
  expect(names(open(folder))).toEqual(['Anna', 'Bea']);
  expect(readdirSync(folder).filter((name) => name.startsWith('restore'))).toEqual([]);
});

test('a copy that was damaged while it waited is refused, and the library opened', async () => {
  const { folder, backup } = await annaThenBea();
  await stageRestore(folder, backup, VERSION);
  const staged = join(folder, 'restore.sqlite');
  writeFileSync(staged, readFileSync(staged).fill(0xa5, 8192));
  const { library, notices } = openWithNotices(folder);
  expect(names(library)).toEqual(['Anna', 'Bea']);
  expect(notices).toMatchObject([{ code: 'not-restored' }]);
  expect(existsSync(staged)).toBe(false);
});

test.each([
  ['not-found', () => undefined],
  ['corrupt', (file: string) => writeFileSync(file, 'no database at all, but long enough to be looked at'.repeat(99))],
  ['foreign', (file: string) => new Database(file).exec('CREATE TABLE other (a)').close()],
  ['newer', (file: string, backup: string) => newer(backup, file)],
  ['corrupt', (file: string, backup: string) => writeFileSync(file, readFileSync(backup).fill(0xa5, 8192))],
])('what is no sound backup is refused with %s before anything is touched', async (code, make) => {
  const { folder, backup } = await annaThenBea();
  const file = join(folder, 'given.sqlite');
  make(file, backup);
  await expect(stageRestore(folder, file, VERSION)).rejects.toMatchObject({ code });
  expect(readdirSync(folder).filter((name) => name.startsWith('restore'))).toEqual([]);
  expect(names(open(folder))).toEqual(['Anna', 'Bea']);
});

function newer(backup: string, file: string): void {
  copyFileSync(backup, file);
  const db = new Database(file);
  db.pragma('user_version = 9999');
  db.close();
}
