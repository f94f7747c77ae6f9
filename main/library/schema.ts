/**
 * The shape of the library file: what marks it as ours and the numbered migrations that bring any older one up to date.
 * Migrations are files NNNN-name.sql, append-only: one that has been released is never edited.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import { LibraryError } from './library-error.ts';

/** `Kndr`, at byte 68 of the file. */
export const APPLICATION_ID = 0x4b6e6472;

/** Of a library in its folder. */
export const LIBRARY_FILE = 'library.sqlite';

/** Holds three embeddings of 512 floats where SQLite's usual 4096 bytes hold one and waste the rest. */
const PAGE_SIZE = 8192;

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** The migrations of this Kindred, oldest first, numbered from 1 without a gap. */
export function readMigrations(folder = join(import.meta.dirname, 'migrations')): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .sort();
  return names.map((name, i) => {
    const version = Number(name.slice(0, 4));
    if (version !== i + 1) throw new Error(`Migrations must be numbered without a gap; ${name} is number ${i + 1}.`);
    return { version, name: name.slice(5, -4), sql: readFileSync(`${folder}/${name}`, 'utf8') };
  });
}

/** The number of the last migration that this file has seen; 0 for a new one. */
export function schemaVersion(db: BetterSqlite3.Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/**
 * Runs what is missing, each migration in one transaction, so that an end at any moment leaves a file of some version.
 * @param db read and write, with nobody else using it
 */
export function migrate(db: BetterSqlite3.Database, migrations: readonly Migration[]): void {
  const from = schemaVersion(db);
  if (from === 0) {
    db.pragma(`page_size = ${PAGE_SIZE}`);
    db.pragma('journal_mode = WAL');
  }
  // A migration may rebuild a table, which must not look like deleting its rows to the tables that refer to it.
  db.pragma('foreign_keys = OFF');
  for (const { version, name, sql } of migrations.slice(from)) {
    db.transaction(() => {
      db.exec(sql);
      const broken = db.pragma('foreign_key_check');
      if (Array.isArray(broken) && broken.length > 0) {
        throw new LibraryError('corrupt', `The library could not be brought up to date: ${name} left loose ends.`);
      }
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${version}`);
    }).exclusive();
  }
  db.pragma('foreign_keys = ON');
}
