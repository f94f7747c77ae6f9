import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { LOCAL_ACCOUNT } from './accounts.ts';
import { apiKey, newFolder, openWithNotices } from './library-fixture.ts';
import { migrate, readMigrations, schemaVersion } from './schema.ts';

/** A library as it was after a migration. */
function libraryOfVersion(version: number): Database.Database {
  const db = new Database(':memory:');
  migrate(db, readMigrations().slice(0, version));
  return db;
}

/** A row or two of each family of tables, as Kindred wrote them at version 1. */
const SOME_OF_EVERYTHING = `
  INSERT INTO account (id, name, created_at) VALUES ('${LOCAL_ACCOUNT}', 'local', 1);
  INSERT INTO image (id, account_id, origin, sha256, format, bytes, width, height, created_at)
    VALUES ('i', '${LOCAL_ACCOUNT}', 'library', 'x', 'jpeg', 1000, 640, 480, 1);
  INSERT INTO photo_file (path, image_id, bytes, mtime, seen_at) VALUES ('/photos/i.jpg', 'i', 1000, 1.5, 1);
  INSERT INTO face (id, account_id, image_id, position, origin, rect_left, rect_top, rect_right, rect_bottom, score,
      eye_dist, quality, size, sharpness, yaw, pitch, roll, created_at)
    VALUES ('f', '${LOCAL_ACCOUNT}', 'i', 0, 'detected', 0, 0, 9, 9, 1, 4, 0.5, 9, 1, 0, 0, 0, 1),
      ('g', '${LOCAL_ACCOUNT}', 'i', 1, 'detected', 9, 9, 18, 18, 1, 4, 0.5, 9, 1, 0, 0, 0, 1);
  INSERT INTO face_crop (face_id, jpeg) VALUES ('f', x'ffd8ff');
  INSERT INTO embedding (face_id, model, vector) VALUES ('f', 'm', x'0000803f'), ('g', 'm', x'0000803f');
  INSERT INTO person (id, account_id, name, created_at) VALUES ('p', '${LOCAL_ACCOUNT}', 'Anna', 1);
  INSERT INTO person_face (face_id, person_id, image_id, quality, how, position, added_at)
    VALUES ('f', 'p', 'i', 0.5, 'confirmed', 0, 1);
  INSERT INTO cluster (id, account_id, created_at) VALUES ('c', '${LOCAL_ACCOUNT}', 1);
  INSERT INTO cluster_face (face_id, cluster_id, image_id, quality, how, added_at)
    VALUES ('g', 'c', 'i', 0.5, 'automatic', 1);
  INSERT INTO rejection (face_id, person_id, added_at) VALUES ('g', 'p', 1);
  INSERT INTO person_group (id, account_id, name, created_at) VALUES ('r', '${LOCAL_ACCOUNT}', 'Friends', 1);
  INSERT INTO group_member (group_id, person_id, position, added_at) VALUES ('r', 'p', 0, 1);
  INSERT INTO faceset (id, account_id, name, created_at) VALUES ('s', '${LOCAL_ACCOUNT}', 'Set', 1);
  INSERT INTO faceset_member (faceset_id, face_id, position, added_at) VALUES ('s', 'g', 0, 1);
  INSERT INTO album (id, account_id, name, created_at) VALUES ('a', '${LOCAL_ACCOUNT}', 'Summer', 1);
  INSERT INTO album_photo (album_id, image_id, position, added_at) VALUES ('a', 'i', 0, 1);
  INSERT INTO tag (id, account_id, name) VALUES ('t', '${LOCAL_ACCOUNT}', 'sea');
  INSERT INTO image_tag (image_id, tag_id) VALUES ('i', 't');
  INSERT INTO import_job (id, account_id, roots, options, state, created_at)
    VALUES ('j', '${LOCAL_ACCOUNT}', '["/photos"]', '{}', 'done', 1);
  INSERT INTO import_file (job_id, path, state, image_id, updated_at) VALUES ('j', '/photos/i.jpg', 'done', 'i', 1);
  INSERT INTO setting (name, value) VALUES ('theme', '"dark"');
  INSERT INTO change_log (account_id, name, label, args, made_at) VALUES ('${LOCAL_ACCOUNT}', 'name', 'Name', '{}', 1)`;

/** Every row of every table. */
function contents(db: Database.Database): Record<string, unknown[]> {
  return Object.fromEntries(
    tables(db)
      .filter((table) => table !== 'api_key')
      .map((table) => [table, db.prepare(`SELECT * FROM ${table}`).all()]),
  );
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
    const db = libraryOfVersion(readMigrations().length);
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

describe('migration 2, keys of the local API', () => {
  test('touches nothing that is in a library of version 1', () => {
    const db = libraryOfVersion(1);
    db.exec(SOME_OF_EVERYTHING);
    const before = contents(db);
    migrate(db, readMigrations().slice(0, 2));
    expect(schemaVersion(db)).toBe(2);
    expect(contents(db)).toEqual(before);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
  });

  test('a folder with a library of version 1 opens with its people, and takes accounts and keys', () => {
    const folder = newFolder();
    const db = new Database(join(folder, 'library.sqlite'));
    migrate(db, readMigrations().slice(0, 1));
    db.exec(SOME_OF_EVERYTHING);
    db.close();
    const { library, notices } = openWithNotices(folder);
    expect(notices).toMatchObject([{ code: 'migrated' }]);
    expect(library.persons.all(LOCAL_ACCOUNT)).toMatchObject([{ name: 'Anna', faces: 1 }]);
    const accountId = library.transaction(() => library.accounts.create('robot'));
    library.transaction(() => library.apiKeys.insert(apiKey({ accountId })));
    expect(library.apiKeys.all()).toMatchObject([{ account: 'robot' }]);
  });

  test('makes names of accounts unique, whatever their case', () => {
    const db = libraryOfVersion(2);
    db.exec("INSERT INTO account (id, name, created_at) VALUES ('a', 'local', 1)");
    expect(() => db.exec("INSERT INTO account (id, name, created_at) VALUES ('b', 'Local', 2)")).toThrow(/UNIQUE/);
  });

  test('keys go with their account', () => {
    const db = libraryOfVersion(2);
    db.exec(`
      INSERT INTO account (id, name, created_at) VALUES ('a', 'robot', 1);
      INSERT INTO api_key (id, account_id, name, secret_hash, deny, quotas, rate_calls, rate_seconds, id_lifetime,
          task_lifetime, async, downloads, created_at)
        VALUES ('k', 'a', 'script', 'h', '[]', '{}', 1, 1, 1, 1, 'auto', 1, 1);
      DELETE FROM account`);
    expect(db.prepare('SELECT count(*) FROM api_key').pluck().get()).toBe(0);
  });
});

describe('migration 3, news of members', () => {
  test('touches nothing that is in a library of version 2', () => {
    const db = libraryOfVersion(1);
    db.exec(SOME_OF_EVERYTHING);
    migrate(db, readMigrations().slice(0, 2));
    const before = contents(db);
    migrate(db, readMigrations().slice(0, 3));
    expect(schemaVersion(db)).toBe(3);
    expect(contents(db)).toMatchObject(before);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  test('what joins or leaves a set of version 2 is news from then on', () => {
    const db = libraryOfVersion(1);
    db.exec(SOME_OF_EVERYTHING);
    migrate(db, readMigrations().slice(0, 3));
    const owners = () => db.prepare('SELECT owner_id FROM member_news ORDER BY seq').pluck().all();
    expect(owners()).toEqual([]);
    db.exec("DELETE FROM faceset_member; DELETE FROM group_member; UPDATE person SET name = 'Bea'");
    expect(owners()).toEqual(['s', 'r', 'p']);
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

describe('migration 5, labels in any language', () => {
  test('labels from before are still what changes are called', () => {
    const folder = newFolder();
    const db = new Database(join(folder, 'library.sqlite'));
    migrate(db, readMigrations().slice(0, 4));
    db.exec(SOME_OF_EVERYTHING);
    db.exec(`UPDATE change_log SET label = 'Rename Anna "Ann" to Anne'`);
    db.close();
    const { library } = openWithNotices(folder);
    expect(library.reversible()).toEqual({ undo: 'Rename Anna "Ann" to Anne', redo: null });
    expect(library.changes()).toMatchObject([{ label: 'Rename Anna "Ann" to Anne' }]);
    const label = { does: 'rename-person', person: 'Anna', to: 'Bea' };
    library.change({ name: 'rename', label, args: {} }, () => library.persons.rename('p', 'Bea'));
    expect(library.reversible().undo).toEqual(label);
  });
});

describe('migration 6, the wall clock', () => {
  test('photos without a date move to the day that it was here', () => {
    const folder = newFolder();
    const db = new Database(join(folder, 'library.sqlite'));
    migrate(db, readMigrations().slice(0, 5));
    db.exec(SOME_OF_EVERYTHING);
    const written = new Date(2026, 0, 2, 0, 30);
    db.prepare("UPDATE image SET file_at = ? WHERE id = 'i'").run(written.getTime());
    db.close();
    const { library } = openWithNotices(folder);
    expect(library.images.byId('i')?.timelineAt).toBe('2026-01-02T00:30:00');
  });
});
