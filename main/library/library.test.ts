import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { LOCAL_ACCOUNT } from './accounts.ts';
import { addPerson, addPhoto, face, newFolder, open } from './library-fixture.ts';

const DAY = 24 * 60 * 60 * 1000;
const MONDAY = Date.UTC(2026, 0, 5, 9, 30);

const backups = (folder: string): string[] => readdirSync(join(folder, 'backups')).sort();

test('a write outside a transaction is refused', () => {
  const library = open();
  expect(() => library.persons.create(LOCAL_ACCOUNT, 'Anna')).toThrow(expect.objectContaining({ code: 'misuse' }));
  expect(library.persons.all(LOCAL_ACCOUNT)).toEqual([]);
});

test('a transaction that fails leaves nothing; one inside another fails alone', () => {
  const library = open();
  library.transaction(() => {
    addPerson(library, 'Anna');
    expect(() =>
      library.transaction(() => {
        addPerson(library, 'Bea');
        throw new Error('no');
      }),
    ).toThrow('no');
  });
  expect(library.persons.all(LOCAL_ACCOUNT).map(({ name }) => name)).toEqual(['Anna']);
});

test('clock and ids are those that were given', () => {
  const library = open(newFolder(), { now: () => 1234, newId: () => 'f'.repeat(32) });
  const id = addPerson(library, 'Anna');
  expect(library.persons.byId(id)).toMatchObject({ id: 'f'.repeat(32), createdAt: 1234 });
});

test('ids are 32 lower-case hex digits', () => {
  expect(addPerson(open(), 'Anna')).toMatch(/^[0-9a-f]{32}$/);
});

test('the counts of the status line', () => {
  const library = open();
  const { faces } = addPhoto(library, [face(), face(), face()]);
  addPerson(library, 'Anna', faces.slice(0, 1));
  library.transaction(() => library.faces.setHidden(faces.slice(1, 2), true));
  expect(library.counts()).toEqual({
    ...{ photos: 1, files: 0, missingFiles: 0, faces: 2, persons: 1, clusters: 0 },
    ...{ namedFaces: 1, clusteredFaces: 0, looseFaces: 1 },
  });
});

test('a backup is one whole file that opens as a library, and overwrites nothing', async () => {
  const folder = newFolder();
  const library = open(folder);
  addPerson(library, 'Anna');
  const copy = newFolder();
  await library.backup(join(copy, 'library.sqlite'));
  expect(readdirSync(copy)).toEqual(['library.sqlite']);
  expect(open(copy).persons.byName(LOCAL_ACCOUNT, 'Anna')).toHaveLength(1);
  await expect(library.backup(join(copy, 'library.sqlite'))).rejects.toMatchObject({ code: 'exists' });
  await expect(library.backup(join(copy, 'no', 'folder', 'x'))).rejects.toMatchObject({ code: 'not-writable' });
});

test('the daily backup is taken at closing, once a day, and only when something has changed', async () => {
  const folder = newFolder();
  const session = async (at: number, change: boolean) => {
    const library = open(folder, { now: () => at });
    if (change) addPerson(library, 'Anna');
    await library.close();
  };
  await session(MONDAY, true);
  expect(backups(folder)).toEqual(['library-2026-01-05T09-30-00Z-daily.sqlite']);
  await session(MONDAY + DAY / 2, true);
  expect(backups(folder)).toHaveLength(1);
  await session(MONDAY + DAY, false);
  expect(backups(folder)).toHaveLength(2); // For what was done half a day ago.
  await session(MONDAY + 3 * DAY, false);
  expect(backups(folder)).toHaveLength(2);
});

test('five daily backups are kept, and what a user puts beside them is left alone', async () => {
  const folder = newFolder();
  for (let day = 0; day < 8; day++) {
    const library = open(folder, { now: () => MONDAY + day * DAY });
    addPerson(library, 'Anna');
    await library.close();
    writeFileSync(join(folder, 'backups', 'my own.sqlite'), '');
  }
  const days = backups(folder).filter((name) => name.startsWith('library-'));
  expect(days).toHaveLength(5);
  expect(days[0]).toBe('library-2026-01-08T09-30-00Z-daily.sqlite');
  expect(backups(folder)).toContain('my own.sqlite');
});

test('a guest takes no daily backup', async () => {
  const folder = newFolder();
  const guest = open(folder, { role: 'guest' });
  addPerson(guest, 'Anna');
  await guest.close();
  expect(existsSync(join(folder, 'backups'))).toBe(false);
});

test('the file says whose it is and how it is to be used', () => {
  const folder = newFolder();
  open(folder);
  const db = new Database(join(folder, 'library.sqlite'), { readonly: true });
  expect(db.pragma('application_id', { simple: true })).toBe(0x4b6e6472);
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
  const loose = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'";
  expect(db.prepare(loose).all()).toEqual([]);
  db.close();
});

test('whoever watches hears of changes, whoever made them, and of nothing else', async () => {
  const folder = newFolder();
  const library = open(folder);
  const guest = open(folder, { role: 'guest' });
  let heard = 0;
  const stop = library.watch(() => heard++, 5);
  addPerson(library, 'Anna');
  await expect.poll(() => heard).toBe(1);
  addPerson(guest, 'Bea');
  await expect.poll(() => heard).toBe(2);
  library.persons.all(LOCAL_ACCOUNT);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(heard).toBe(2);
  stop();
});
