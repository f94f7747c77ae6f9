/**
 * Restoring a backup, in two steps of which an end at any moment leaves a whole library. First a copy of the backup is
 * made beside the library and examined, every page; its name makes it an order. Then, at the next opening and under the
 * lock, the present file goes among the backups and the copy takes its place. Whatever is interrupted goes on at the next
 * opening. Nothing is deleted but the oldest of several libraries that were replaced in this way (see backups.ts).
 */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { LOCAL_ACCOUNT } from './accounts.ts';
import { copyDatabase, newBackup, rotate } from './backups.ts';
import { type Examination, examine } from './examine.ts';
import { asLibraryError, LibraryError } from './library-error.ts';
import { readMigrations } from './schema.ts';

/** What a user is told of a backup before it takes the library's place. */
export interface BackupContents {
  readonly bytes: number;
  readonly photos: number;
  readonly faces: number;
  readonly persons: number;
}

/** A copy that waits to take the library's place. */
const staged = (directory: string): string => join(directory, 'restore.sqlite');
/** The same while it is made and examined. */
const unfinished = (directory: string): string => join(directory, 'restore-unfinished.sqlite');

/**
 * Reads all of a backup.
 * @throws LibraryError not-found, foreign, newer, corrupt, unreadable
 */
export function inspectBackup(file: string, appVersion: string): BackupContents {
  if (!existsSync(file)) throw new LibraryError('not-found', `There is no file ${file}.`, { about: file });
  const condition = examine(file, { migrations: readMigrations(), appVersion, isThorough: true });
  if (condition.is === 'empty')
    throw new LibraryError('foreign', `${file} is no library. Choose another.`, { about: file });
  if (condition.is === 'damaged') {
    throw new LibraryError('corrupt', `${file} is damaged and cannot be restored. Choose an older backup.`, {
      about: file,
    });
  }
  const db = new Database(file, { readonly: true });
  try {
    const count = (sql: string): number => db.prepare<[string], number>(sql).pluck().get(LOCAL_ACCOUNT) ?? 0;
    return {
      bytes: statSync(file).size,
      photos: count("SELECT count(*) FROM image WHERE account_id = ? AND origin = 'library' AND deleted_at IS NULL"),
      faces: count(`
        SELECT count(*) FROM face JOIN image ON image.id = face.image_id
        WHERE face.account_id = ? AND image.origin = 'library' AND image.deleted_at IS NULL AND face.deleted_at IS NULL
          AND face.hidden_at IS NULL`),
      persons: count('SELECT count(*) FROM person WHERE account_id = ?'),
    };
  } finally {
    db.close();
  }
}

/**
 * The first step. The library may be open, and is as it was whatever happens here.
 * @throws LibraryError not-found, foreign, newer, corrupt, disk-full, not-writable, unreadable
 */
export async function stageRestore(directory: string, backup: string, appVersion: string): Promise<void> {
  const copy = unfinished(directory);
  if (!existsSync(backup)) throw new LibraryError('not-found', `There is no file ${backup}.`, { about: backup });
  try {
    rmSync(copy, { force: true });
    const db = new Database(backup, { readonly: true });
    try {
      // Page by page rather than as a file: what a log beside it holds comes along.
      await copyDatabase(db, copy);
    } finally {
      db.close();
    }
    inspectBackup(copy, appVersion);
    flush(copy);
    renameSync(copy, staged(directory));
  } catch (error: unknown) {
    rmSync(copy, { force: true });
    const known = asLibraryError(error);
    if (known instanceof LibraryError && (known.code === 'corrupt' || known.code === 'foreign')) {
      throw new LibraryError(known.code, `${backup} is damaged, or no library, and cannot be restored.`, {
        about: backup,
        cause: error,
      });
    }
    throw known;
  }
}

/** What `placeStaged` did: where the library is that was replaced, or why nothing was. */
export type Placed = { readonly setAside: string | null } | { readonly refused: string };

/**
 * The second step, if the first was taken. Under the lock, before anybody opens the library.
 * @returns null when nothing waits
 */
export function placeStaged(directory: string, library: string, examination: Examination): Placed | null {
  // Whoever was making it has ended: who makes one has the lock.
  for (const part of ['', '.part']) rmSync(unfinished(directory) + part, { force: true });
  const copy = staged(directory);
  if (!existsSync(copy)) return null;
  // It was sound when it was made; a disk may have lost it since.
  if (!isSound(copy, examination)) {
    renameSync(copy, freeName(join(directory, 'restore-refused')));
    return { refused: 'The copy that was to be restored is damaged. Nothing has been changed.' };
  }
  let setAside: string | null = null;
  if (existsSync(library)) {
    // The time of the order: after an interruption the parts of the library meet under the same name.
    setAside = newBackup(directory, 'replaced', statSync(copy).mtimeMs);
    // The log first: a library without its file is missing, one without its log would look whole.
    for (const part of ['-wal', '-shm', '']) {
      if (existsSync(library + part)) renameSync(library + part, setAside + part);
    }
  }
  // A log that belongs to a file that is gone would be replayed into the copy.
  for (const part of ['-wal', '-shm']) rmSync(library + part, { force: true });
  renameSync(copy, library);
  if (setAside) {
    makeWhole(setAside);
    rotate(directory, 'replaced', setAside);
  }
  return { setAside };
}

function isSound(file: string, examination: Examination): boolean {
  try {
    return examine(file, { ...examination, isThorough: true }).is === 'sound';
  } catch {
    return false;
  }
}

/** One file that stands alone, without a log beside it; a damaged one is left as it is. */
function makeWhole(file: string): void {
  try {
    const db = new Database(file);
    db.pragma('journal_mode = DELETE');
    db.close();
  } catch {
    // Then file and log stay beside each other.
  }
}

/** A name that no file has. */
export function freeName(stem: string): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? `${stem}.sqlite` : `${stem}-${n}.sqlite`;
    if (!existsSync(name)) return name;
  }
}

/** On the disk, not only on its way there. */
function flush(file: string): void {
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}
