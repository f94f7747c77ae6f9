/**
 * Backups: whole copies of the library file in `backups/`, with the time in their names. All of these are rotated, each
 * kind by itself; a backup for which a user names a file goes there and is never touched again.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { asLibraryError, LibraryError } from './library-error.ts';
import { APPLICATION_ID, LIBRARY_FILE } from './schema.ts';

/**
 * `daily` is taken when something has changed since the last; `asked` when a user wants one now; `migration` before a new
 * version changes the file; `replaced` is the library whose place a restored backup has taken: not a copy but the file itself.
 */
const KINDS = ['daily', 'asked', 'migration', 'replaced'] as const;
type BackupKind = (typeof KINDS)[number];

/**
 * How many of each kind are kept. Replaced libraries as well: each is as large as the library, and whoever restores
 * five times without missing what was replaced first does not miss it; the restore dialog and the list tell how many.
 */
const KEPT: Readonly<Record<BackupKind, number>> = { daily: 5, asked: 5, migration: 2, replaced: 5 };
const DAY = 24 * 60 * 60 * 1000;
const NAME = new RegExp(
  `^library-(\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d)Z-(${KINDS.join('|')})(?:-\\d+)?\\.sqlite$`,
);

export interface Backup {
  readonly file: string;
  readonly kind: BackupKind;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  readonly bytes: number;
}

/** `2026-01-31T08-15-00Z`: a time that every file system takes as part of a name. */
export function timeInName(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
}

/** The backups of a library, newest first. */
export function listBackups(directory: string): Backup[] {
  const folder = join(directory, 'backups');
  if (!existsSync(folder)) return [];
  const found = readdirSync(folder).flatMap((name): Backup[] => {
    const [, time, said] = NAME.exec(name) ?? [];
    const kind = KINDS.find((known) => known === said);
    if (time === undefined || kind === undefined) return [];
    const madeAt = Date.parse(`${time.slice(0, 10)}T${time.slice(11).replaceAll('-', ':')}Z`);
    const file = join(folder, name);
    // Another process may have rotated it away meanwhile.
    const { size: bytes } = statSync(file, { throwIfNoEntry: false }) ?? { size: 0 };
    return [{ file, kind, madeAt, bytes }];
  });
  return found.sort((a, b) => b.madeAt - a.madeAt || b.file.localeCompare(a.file));
}

/** Copies the library before its file is changed; the copy is there in full or not at all. */
export function backUpBeforeMigration(db: Database.Database, directory: string, now: number): string {
  const file = newBackup(directory, 'migration', now);
  rmSync(`${file}.part`, { force: true });
  try {
    db.prepare('VACUUM INTO ?').run(`${file}.part`);
  } catch (error: unknown) {
    rmSync(`${file}.part`, { force: true });
    throw error;
  }
  renameSync(`${file}.part`, file);
  rotate(directory, 'migration', file);
  return file;
}

/**
 * Takes the daily backup if something has changed since the last one and that is a day old.
 * @returns the new backup, or null when none was due
 */
export async function backUpIfDue(db: Database.Database, directory: string, now: number): Promise<string | null> {
  const [last] = listBackups(directory).filter(({ kind }) => kind === 'daily');
  if (last && now - last.madeAt < DAY) return null;
  // All changes go to the main file first: its time is then the time of the last change, and the backup is younger.
  db.pragma('wal_checkpoint(TRUNCATE)');
  if (last && statSync(db.name).mtimeMs <= statSync(last.file).mtimeMs) return null;
  const file = newBackup(directory, 'daily', now);
  await copyDatabase(db, file);
  rotate(directory, 'daily', file);
  return file;
}

/** A copy among the backups, whenever the last one was taken. @returns its path */
export async function backUpNow(db: Database.Database, directory: string, now: number): Promise<string> {
  const file = newBackup(directory, 'asked', now);
  await copyDatabase(db, file);
  rotate(directory, 'asked', file);
  return file;
}

/**
 * A copy of the whole library, taken page by page while it stays in use.
 * @param file     its folder must exist
 * @param replaces the user has agreed that a backup which is there goes; otherwise, and for any other file, it must not exist
 * @throws LibraryError exists, not-writable, disk-full, unreadable
 */
export async function copyDatabase(db: Database.Database, file: string, replaces = false): Promise<void> {
  if (existsSync(file) && !(replaces && isBackup(file))) {
    const why = replaces ? 'which is no backup and is not overwritten' : 'and a backup does not overwrite anything';
    throw new LibraryError('exists', `There is already a file ${file}, ${why}. Choose another name.`, { about: file });
  }
  if (!existsSync(dirname(file))) {
    throw new LibraryError('not-writable', `There is no folder ${dirname(file)} for the backup. Choose another.`, {
      about: dirname(file),
    });
  }
  rmSync(`${file}.part`, { force: true });
  try {
    await db.backup(`${file}.part`);
    const copy = new Database(`${file}.part`);
    copy.pragma('journal_mode = DELETE'); // One file that stands alone, without a log beside it.
    copy.close();
  } catch (error: unknown) {
    rmSync(`${file}.part`, { force: true });
    throw asLibraryError(error);
  }
  renameSync(`${file}.part`, file);
}

/** A library that stands alone: not one that is lived in, which has its own name and a log beside it while it is open. */
function isBackup(file: string): boolean {
  if (basename(file) === LIBRARY_FILE || existsSync(`${file}-wal`)) return false;
  let db: Database.Database | null = null;
  try {
    db = new Database(file, { readonly: true });
    return db.pragma('application_id', { simple: true }) === APPLICATION_ID;
  } catch {
    return false;
  } finally {
    db?.close();
  }
}

/** Where a backup of this moment goes; its folder is there. It never takes the place of another. */
export function newBackup(directory: string, kind: BackupKind, now: number): string {
  mkdirSync(join(directory, 'backups'), { recursive: true });
  const stem = join(directory, 'backups', `library-${timeInName(now)}-${kind}`);
  for (let n = 1; ; n++) {
    const file = n === 1 ? `${stem}.sqlite` : `${stem}-${n}.sqlite`;
    if (!existsSync(file)) return file;
  }
}

/**
 * Removes the oldest ones of a kind, but for as many as are kept.
 * @param newest has just come, and stays whatever the clock says
 */
export function rotate(directory: string, rotated: BackupKind, newest: string): void {
  const others = listBackups(directory).filter(({ kind, file }) => kind === rotated && file !== newest);
  for (const { file } of others.slice(KEPT[rotated] - 1)) {
    // A replaced library that was damaged may have its log beside it.
    for (const part of ['', '-wal', '-shm']) rmSync(file + part, { force: true });
  }
}
