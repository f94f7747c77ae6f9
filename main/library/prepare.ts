/**
 * From whatever lies in the folder to a sound library file of this version: new, migrated, or restored. Runs under the
 * lock, before anyone opens the library. Nothing is ever deleted: what is damaged is set aside under a name with a date.
 */
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { backUpBeforeMigration, listBackups, timeInName } from './backups.ts';
import { carryRevocations } from './carry-revocations.ts';
import { type Examination, examine } from './examine.ts';
import type { LibraryNotice } from './notice.ts';
import { freeName, placeStaged } from './restore.ts';
import { LIBRARY_FILE, type Migration, migrate, schemaVersion } from './schema.ts';

export interface Preparation {
  readonly directory: string;
  readonly migrations: readonly Migration[];
  readonly appVersion: string;
  /** The last owner did not close the library: look at every page. */
  readonly unclean: boolean;
  readonly now: () => number;
  readonly onNotice: (notice: LibraryNotice) => void;
}

export const libraryFile = (directory: string): string => join(directory, LIBRARY_FILE);

/** @throws LibraryError foreign, newer, disk-full, not-writable, unreadable */
export function prepareLibrary(preparation: Preparation): void {
  const { directory, migrations, unclean, now, onNotice } = preparation;
  const file = libraryFile(directory);
  const former = restoreOrdered(preparation);
  const condition = examine(file, looking(preparation, unclean));
  if (condition.is === 'sound') {
    if (unclean) {
      const message = 'Kindred was not closed properly last time. The library has been checked and is sound.';
      onNotice({ code: 'checked', message });
    }
  } else {
    replace(preparation, condition.is === 'damaged');
  }

  const db = new Database(file);
  try {
    const from = schemaVersion(db);
    const backup = from === 0 || from === migrations.length ? null : backUpBeforeMigration(db, directory, now());
    migrate(db, migrations);
    if (former !== null) carryRevocations(former, db);
    if (backup === null) return;
    const message = `The library has been brought up to date for this version of Kindred. As it was before: ${backup}`;
    onNotice({ code: 'migrated', from, to: migrations.length, backup, message });
  } finally {
    db.close();
  }
}

const looking = ({ migrations, appVersion }: Preparation, isThorough: boolean): Examination => ({
  migrations,
  appVersion,
  isThorough,
});

/** A backup that the user wants to have restored takes the library's place. @returns the file that was there before */
function restoreOrdered(preparation: Preparation): string | null {
  const { directory, onNotice } = preparation;
  const placed = placeStaged(directory, libraryFile(directory), looking(preparation, true));
  if (placed === null) return null;
  if ('refused' in placed) {
    onNotice({ code: 'not-restored', message: placed.refused });
    return null;
  }
  const { setAside } = placed;
  const before = setAside === null ? '' : ` As the library was before: ${setAside}`;
  onNotice({ code: 'replaced', setAside, message: `The backup has been restored.${before}` });
  return setAside;
}

/** Makes room for a sound file and puts the newest good backup there, if there is one. */
function replace(preparation: Preparation, damaged: boolean): void {
  const { directory, now, onNotice } = preparation;
  // A file that never held anything is no loss; but where there are backups, there was a library.
  const backup = listBackups(directory).find(({ file, kind }) => kind !== 'replaced' && isGood(file, preparation));
  if (!damaged && !backup) return;
  const setAside = putAside(directory, now());
  if (backup) {
    restore(backup.file, libraryFile(directory));
    const why = setAside ? `was damaged and has been set aside (${setAside})` : 'was gone';
    const since = new Date(backup.madeAt).toISOString();
    const message = `The library file ${why}. Kindred has restored the backup of ${since}; what was done after that is not in it.`;
    onNotice({ code: 'restored', setAside, backup: backup.file, madeAt: backup.madeAt, message });
  } else if (setAside) {
    const message = `The library file was damaged and has been set aside (${setAside}). There was no good backup, so Kindred starts with an empty library; your photos are where they were.`;
    onNotice({ code: 'started-empty', setAside, message });
  }
}

function isGood(backup: string, preparation: Preparation): boolean {
  try {
    return examine(backup, looking(preparation, true)).is === 'sound';
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

function restore(backup: string, file: string): void {
  rmSync(`${file}.part`, { force: true });
  copyFileSync(backup, `${file}.part`);
  // A log left behind by a file that is gone would be replayed into the backup.
  for (const part of ['-wal', '-shm']) rmSync(file + part, { force: true });
  renameSync(`${file}.part`, file);
}
