import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { LOCAL_ACCOUNT } from './accounts.ts';
import { addPerson, newFolder, open, openWithNotices } from './library-fixture.ts';
import { prepareLibrary } from './prepare.ts';
import { readMigrations } from './schema.ts';

const DAY = 24 * 60 * 60 * 1000;
const MONDAY = Date.UTC(2026, 0, 5, 9, 30);

const names = (library: ReturnType<typeof open>): string[] =>
  library.persons.all(LOCAL_ACCOUNT).map(({ name }) => name);
const fileIn = (folder: string): string => join(folder, 'library.sqlite');

/** Bytes that are no page of any database, in the middle of the file; its head stays as it was. */
function damage(file: string): void {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, 8192, bytes.length);
  writeFileSync(file, bytes);
}

/** Only the pages of the persons: all else can be read. */
function damagePersons(file: string): void {
  const db = new Database(file, { readonly: true });
  const page = db.prepare<[], number>("SELECT rootpage FROM sqlite_schema WHERE name = 'person'").pluck().get();
  const size = Number(db.pragma('page_size', { simple: true }));
  db.close();
  const bytes = readFileSync(file);
  bytes.fill(0xa5, (Number(page) - 1) * size, Number(page) * size);
  writeFileSync(file, bytes);
}

/** Anna on Monday, in the backup; Bea on Tuesday, after it. */
async function libraryWithBackup(): Promise<string> {
  const folder = newFolder();
  const monday = open(folder, { now: () => MONDAY });
  addPerson(monday, 'Anna');
  await monday.close();
  const later = open(folder, { now: () => MONDAY + DAY / 2 });
  addPerson(later, 'Bea');
  await later.close();
  return folder;
}

test('a new folder becomes an empty library, without a word', () => {
  const folder = join(newFolder(), 'new', 'folder');
  const { library, notices } = openWithNotices(folder);
  expect(library.counts()).toMatchObject({ photos: 0, faces: 0, persons: 0 });
  expect(notices).toEqual([]);
});

test('what was written is there at the next opening', async () => {
  const folder = newFolder();
  const first = open(folder);
  addPerson(first, 'Anna');
  await first.close();
  const { library, notices } = openWithNotices(folder);
  expect(names(library)).toEqual(['Anna']);
  expect(notices).toEqual([]);
});

test('the database of another program is refused and left as it is', () => {
  const folder = newFolder();
  new Database(fileIn(folder)).exec('PRAGMA application_id = 42; CREATE TABLE song (name)').close();
  const before = readFileSync(fileIn(folder));
  expect(() => open(folder)).toThrow(expect.objectContaining({ code: 'foreign' }));
  expect(readFileSync(fileIn(folder))).toEqual(before);
});

test('a database without a mark of its program is not taken for ours', () => {
  const folder = newFolder();
  new Database(fileIn(folder)).exec('CREATE TABLE song (name)').close();
  expect(() => open(folder)).toThrow(expect.objectContaining({ code: 'foreign' }));
});

test('a library of a newer Kindred is refused with what to do', async () => {
  const folder = newFolder();
  await open(folder).close();
  const db = new Database(fileIn(folder));
  db.pragma('user_version = 999');
  db.close();
  expect(() => open(folder, { appVersion: '1.2.3' })).toThrow(/newer Kindred than 1\.2\.3\. Update/);
  expect(() => open(folder, { role: 'guest' })).toThrow(expect.objectContaining({ code: 'newer' }));
});

test('a folder that cannot be made is told in a sentence', () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'file'), '');
  expect(() => open(join(folder, 'file', 'library'))).toThrow(expect.objectContaining({ code: 'not-writable' }));
});

test('after an end that was not in order the library is checked, and the user told that it is sound', async () => {
  const folder = newFolder();
  const first = open(folder);
  addPerson(first, 'Anna');
  await first.close();
  writeFileSync(join(folder, 'owner.json'), 'half a');
  const { library, notices } = openWithNotices(folder);
  expect(names(library)).toEqual(['Anna']);
  expect(notices).toMatchObject([{ code: 'checked' }]);
});

test('a damaged file is set aside whole and the newest backup restored', async () => {
  const folder = await libraryWithBackup();
  damage(fileIn(folder));
  const damaged = readFileSync(fileIn(folder));
  writeFileSync(join(folder, 'owner.json'), '{}');
  const { library, notices } = openWithNotices(folder, { now: () => MONDAY + DAY });
  expect(names(library)).toEqual(['Anna']);
  expect(notices).toMatchObject([{ code: 'restored', madeAt: MONDAY }]);
  expect(readFileSync(join(folder, 'library-damaged-2026-01-06T09-30-00Z.sqlite'))).toEqual(damaged);
  expect(notices[0]?.message).toContain('library-damaged-2026-01-06T09-30-00Z.sqlite');
  expect(library.check()).toEqual([]);
});

test('damage that only shows in use is found at the next start', async () => {
  const folder = await libraryWithBackup();
  damagePersons(fileIn(folder));
  // The end was in order, so nobody looks at every page; the first query that meets the damage says so.
  const broken = open(folder);
  expect(() => names(broken)).toThrow(expect.objectContaining({ code: 'corrupt' }));
  await broken.close();
  const { library, notices } = openWithNotices(folder);
  expect(names(library)).toEqual(['Anna']);
  expect(notices).toMatchObject([{ code: 'restored' }]);
});

test('a file that is no database at all is damaged too, with its log', async () => {
  const folder = await libraryWithBackup();
  writeFileSync(fileIn(folder), 'x'.repeat(10_000));
  writeFileSync(`${fileIn(folder)}-wal`, 'y'.repeat(500));
  const { notices } = openWithNotices(folder, { now: () => MONDAY + DAY });
  expect(notices).toMatchObject([{ code: 'restored' }]);
  const aside = join(folder, 'library-damaged-2026-01-06T09-30-00Z.sqlite');
  expect(readFileSync(`${aside}-wal`, 'utf8')).toBe('y'.repeat(500));
});

test.each([
  ['gone', (file: string) => rmSync(file)],
  ['emptied', (file: string) => truncateSync(file)],
])('a library file that is %s comes back from the backup', async (_, harm) => {
  const folder = await libraryWithBackup();
  harm(fileIn(folder));
  const { library, notices } = openWithNotices(folder);
  expect(names(library)).toEqual(['Anna']);
  expect(notices).toMatchObject([{ code: 'restored' }]);
});

test('a damaged backup is passed over for an older one', async () => {
  const folder = await libraryWithBackup();
  const later = open(folder, { now: () => MONDAY + 2 * DAY });
  addPerson(later, 'Cleo');
  await later.close();
  const [oldest, newest] = readdirSync(join(folder, 'backups')).sort();
  expect([oldest, newest]).toEqual([
    'library-2026-01-05T09-30-00Z-daily.sqlite',
    'library-2026-01-07T09-30-00Z-daily.sqlite',
  ]);
  damage(join(folder, 'backups', 'library-2026-01-07T09-30-00Z-daily.sqlite'));
  writeFileSync(fileIn(folder), 'no database, but as long as one'.repeat(100));
  const { library, notices } = openWithNotices(folder);
  expect(names(library)).toEqual(['Anna']);
  expect(notices).toMatchObject([{ code: 'restored', madeAt: MONDAY }]);
});

test('without any backup Kindred starts empty, tells so, and keeps the damaged file', () => {
  const folder = newFolder();
  writeFileSync(fileIn(folder), 'z'.repeat(5000));
  const { library, notices } = openWithNotices(folder);
  expect(names(library)).toEqual([]);
  expect(notices).toMatchObject([{ code: 'started-empty' }]);
  const [notice] = notices;
  if (notice?.code !== 'started-empty') throw new Error('expected');
  expect(statSync(notice.setAside).size).toBe(5000);
});

test('a second damaged file on the same second does not overwrite the first', () => {
  const folder = newFolder();
  for (const size of [3000, 4000]) {
    for (const part of ['', '-wal', '-shm']) rmSync(fileIn(folder) + part, { force: true });
    writeFileSync(fileIn(folder), 'z'.repeat(size));
    prepareLibrary(preparation(folder));
  }
  const aside = readdirSync(folder).filter((name) => name.startsWith('library-damaged'));
  expect(aside.map((name) => statSync(join(folder, name)).size).sort()).toEqual([3000, 4000]);
});

const preparation = (folder: string): Parameters<typeof prepareLibrary>[0] => ({
  directory: folder,
  migrations: readMigrations(),
  appVersion: '0.0.0',
  unclean: false,
  now: () => MONDAY,
  onNotice: () => {},
});

const nextMigration = (sql: string) => {
  const known = readMigrations();
  return [...known, { version: known.length + 1, name: 'next', sql }];
};

test('a migration keeps what was there, after a backup of how it was', async () => {
  const folder = newFolder();
  const library = open(folder);
  addPerson(library, 'Anna');
  await library.close();
  const notices: unknown[] = [];
  const migrations = nextMigration("ALTER TABLE person ADD COLUMN nickname TEXT NOT NULL DEFAULT 'none'");
  prepareLibrary({ ...preparation(folder), migrations, onNotice: (notice) => notices.push(notice) });

  const backup = join(folder, 'backups', 'library-2026-01-05T09-30-00Z-migration.sqlite');
  expect(notices).toMatchObject([{ code: 'migrated', to: migrations.length, backup }]);
  const read = (file: string): unknown => {
    const db = new Database(file, { readonly: true });
    const person = db.prepare('SELECT * FROM person').get();
    db.close();
    return person;
  };
  expect(read(fileIn(folder))).toMatchObject({ name: 'Anna', nickname: 'none' });
  expect(read(backup)).not.toHaveProperty('nickname');
});

test('a migration that fails leaves the library as it was', async () => {
  const folder = newFolder();
  const library = open(folder);
  addPerson(library, 'Anna');
  await library.close();
  const migrations = nextMigration('DROP TABLE person_face; ALTER TABLE no_such_table ADD COLUMN x');
  expect(() => prepareLibrary({ ...preparation(folder), migrations })).toThrow(/no_such_table/);
  expect(names(open(folder))).toEqual(['Anna']);
});

test('a migration that leaves loose ends is not kept', async () => {
  const folder = newFolder();
  const library = open(folder);
  addPerson(library, 'Anna');
  await library.close();
  const migrations = nextMigration("UPDATE person SET account_id = 'nobody'");
  expect(() => prepareLibrary({ ...preparation(folder), migrations })).toThrow(/loose ends/);
  expect(names(open(folder))).toEqual(['Anna']);
});

test('a log that was never written back is not lost', async () => {
  const folder = newFolder();
  const library = open(folder);
  addPerson(library, 'Anna');
  // As after a power cut: the file and its log, copied while the library is open.
  const copy = newFolder();
  for (const part of ['', '-wal']) writeFileSync(fileIn(copy) + part, readFileSync(fileIn(folder) + part));
  expect(statSync(`${fileIn(copy)}-wal`).size).toBeGreaterThan(0);
  writeFileSync(join(copy, 'owner.json'), '{}');
  const { library: recovered, notices } = openWithNotices(copy);
  expect(names(recovered)).toEqual(['Anna']);
  expect(notices).toMatchObject([{ code: 'checked' }]);
});

test('half a page at the end of the log costs nothing but itself', async () => {
  const folder = newFolder();
  const library = open(folder);
  addPerson(library, 'Anna');
  const copy = newFolder();
  for (const part of ['', '-wal']) writeFileSync(fileIn(copy) + part, readFileSync(fileIn(folder) + part));
  appendFileSync(`${fileIn(copy)}-wal`, Buffer.alloc(1234, 7));
  expect(names(open(copy))).toEqual(['Anna']);
  expect(existsSync(join(copy, 'backups'))).toBe(false);
});
