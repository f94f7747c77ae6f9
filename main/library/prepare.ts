/**
 * From whatever lies in the folder to a sound library file of this version: new, migrated, or restored. Runs under the
 * lock, before anyone opens the library. Nothing is ever deleted: what is damaged is set aside under a name with a date.
 */
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { backUpBeforeMigration, listBackups, timeInName } from './backups.ts';
import { asLibraryError, LibraryError } from './library-error.ts';
import type { LibraryNotice } from './notice.ts';
import { APPLICATION_ID, type Migration, migrate, schemaVersion } from './schema.ts';

export interface Preparation {
  readonly directory: string;
  readonly migrations: readonly Migration[];
  readonly appVersion: string;
  /** The last owner did not close the library: look at every page. */
  readonly unclean: boolean;
  readonly now: () => number;
  readonly onNotice: (notice: LibraryNotice) => void;
}

/** `empty`: no file, or one without a single table. */
type Condition =
  | { readonly is: 'empty' }
  | { readonly is: 'damaged' }
  | { readonly is: 'sound'; readonly version: number };

export const libraryFile = (directory: string): string => join(directory, 'library.sqlite');

/** @throws LibraryError foreign, newer, disk-full, not-writable, unreadable */
export function prepareLibrary(preparation: Preparation): void {
  const { directory, migrations, unclean, now, onNotice } = preparation;
  const file = libraryFile(directory);
  const condition = examine(file, preparation, unclean);
  if (condition.is === 'sound') {
    if (unclean) {
      const message = 'Kindred was not closed properly last time. The library has been checked and is sound.';
      onNotice({ kind: 'checked', message });
    }
  } else {
    replace(preparation, condition.is === 'damaged');
  }

  const db = new Database(file);
  try {
    const from = schemaVersion(db);
    if (from === migrations.length) return;
    const backup = from === 0 ? null : backUpBeforeMigration(db, directory, now());
    migrate(db, migrations);
    if (backup === null) return;
    const message = `The library has been brought up to date for this version of Kindred. As it was before: ${backup}`;
    onNotice({ kind: 'migrated', from, to: migrations.length, backup, message });
  } finally {
    db.close();
  }
}

/**
 * Looks without touching: a connection that may write would tidy up the write-ahead log of a damaged file when it closes.
 * @param thorough read every page (integrity_check), else only the beginning
 */
function examine(file: string, { migrations, appVersion }: Preparation, thorough: boolean): Condition {
  if (!existsSync(file)) return { is: 'empty' };
  let db: Database.Database | null = null;
  try {
    db = new Database(file, { readonly: true });
    const tables = db.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get();
    const application = db.pragma('application_id', { simple: true });
    if (tables === 0 && application === 0) return { is: 'empty' };
    if (application !== APPLICATION_ID) {
      throw new LibraryError('foreign', `${file} is a database of another program. Choose another folder.`);
    }
    const version = schemaVersion(db);
    if (version > migrations.length) {
      const message = `This library was written by a newer Kindred than ${appVersion}. Update Kindred to open it.`;
      throw new LibraryError('newer', message);
    }
    const sound = !thorough || db.pragma('integrity_check(1)', { simple: true }) === 'ok';
    return sound ? { is: 'sound', version } : { is: 'damaged' };
  } catch (error: unknown) {
    const known = asLibraryError(error);
    if (known instanceof LibraryError && known.code === 'corrupt') return { is: 'damaged' };
    throw known;
  } finally {
    db?.close();
  }
}

/** Makes room for a sound file and puts the newest good backup there, if there is one. */
function replace(preparation: Preparation, damaged: boolean): void {
  const { directory, now, onNotice } = preparation;
  // A file that never held anything is no loss; but where there are backups, there was a library.
  const backup = listBackups(directory).find(({ file }) => isGood(file, preparation));
  if (!damaged && !backup) return;
  const setAside = putAside(directory, now());
  if (backup) {
    restore(backup.file, libraryFile(directory));
    const why = setAside ? `was damaged and has been set aside (${setAside})` : 'was gone';
    const since = new Date(backup.madeAt).toISOString();
    const message = `The library file ${why}. Kindred has restored the backup of ${since}; what was done after that is not in it.`;
    onNotice({ kind: 'restored', setAside, backup: backup.file, madeAt: backup.madeAt, message });
  } else if (setAside) {
    const message = `The library file was damaged and has been set aside (${setAside}). There was no good backup, so Kindred starts with an empty library; your photos are where they were.`;
    onNotice({ kind: 'started-empty', setAside, message });
  }
}

function isGood(backup: string, preparation: Preparation): boolean {
  try {
    return examine(backup, preparation, true).is === 'sound';
  } catch {
    return false; // From a newer Kindred, say, or unreadable: then an older one has to do.
  }
}

/** The file and its write-ahead log keep belonging together, so that a tool for rescuing data can still open them. */
function putAside(directory: string, now: number): string | null {
  const file = libraryFile(directory);
  if (!existsSync(file)) return null;
  const aside = freeName(join(directory, `library-damaged-${timeInName(now)}`));
  for (const part of ['-wal', '-shm', '']) {
    if (existsSync(file + part)) renameSync(file + part, aside + part);
  }
  return aside;
}

function freeName(stem: string): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? `${stem}.sqlite` : `${stem}-${n}.sqlite`;
    if (!existsSync(name)) return name;
  }
}

function restore(backup: string, file: string): void {
  rmSync(`${file}.part`, { force: true });
  copyFileSync(backup, `${file}.part`);
  // A log left behind by a file that is gone would be replayed into the backup.
  for (const part of ['-wal', '-shm']) rmSync(file + part, { force: true });
  renameSync(`${file}.part`, file);
}
