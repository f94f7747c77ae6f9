import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { newFolder } from './library-fixture.ts';
import { migrate, readMigrations, schemaVersion } from './schema.ts';

/** A library as it was after a migration. */
function libraryOfVersion(version: number): Database.Database {
  const db = new Database(':memory:');
  migrate(db, readMigrations().slice(0, version));
  return db;
}

const tables = (db: Database.Database): string[] =>
  db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all();

describe('migration 1, the library from empty', () => {
  test('makes all tables of the design', () => {
    expect(tables(libraryOfVersion(1))).toEqual(
      [
        ...['account', 'api_key', 'task', 'setting', 'change_log', 'change_row', 'change_cell'],
        ...['image', 'photo_file', 'album', 'album_photo', 'tag', 'image_tag', 'import_job', 'import_file'],
        ...['face', 'face_landmarks', 'face_crop', 'face_news', 'embedding', 'faceset', 'faceset_member'],
        ...['person', 'person_face', 'person_group', 'group_member', 'rejection'],
        ...['cluster', 'cluster_face', 'cluster_rejection'],
      ].sort(),
    );
  });

  test('leaves a sound file of version 1 that is marked as ours', () => {
    const db = libraryOfVersion(1);
    expect(schemaVersion(db)).toBe(1);
    expect(db.pragma('application_id', { simple: true })).toBe(0x4b6e6472);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  test('every reference from table to table has an index, so that nothing is slow to remove', () => {
    const db = libraryOfVersion(1);
    const references = db
      .prepare<[], { child: string; field: string }>(`
        SELECT child.name AS child, reference."from" AS field
        FROM sqlite_schema AS child, pragma_foreign_key_list(child.name) AS reference
        WHERE child.type = 'table'`)
      .all();
    const indexed = (table: string, column: string): boolean =>
      db
        .prepare<[string, string], number>(`
          SELECT count(*) FROM pragma_index_list(?) AS listed, pragma_index_info(listed.name) AS part
          WHERE part.seqno = 0 AND part.name = ?`)
        .pluck()
        .get(table, column) !== 0;
    // Accounts are never removed while they own anything.
    const owned = references.filter(({ field }) => field !== 'account_id');
    expect(owned.length).toBeGreaterThan(20);
    expect(owned.filter(({ child, field }) => !indexed(child, field))).toEqual([]);
  });
});

test('migrations run once', () => {
  const db = libraryOfVersion(1);
  migrate(db, readMigrations().slice(0, 1));
  expect(schemaVersion(db)).toBe(1);
});

test('a gap in the numbers of the migrations is a mistake that stops everything', () => {
  const folder = join(newFolder(), 'migrations');
  mkdirSync(folder);
  writeFileSync(join(folder, '0001-one.sql'), '');
  writeFileSync(join(folder, '0003-three.sql'), '');
  expect(() => readMigrations(folder)).toThrow(/0003-three\.sql is number 2/);
});
