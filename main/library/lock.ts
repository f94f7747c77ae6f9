/**
 * One owner (window or server) for each library at a time, across processes. The lock is an exclusive SQLite lock held on
 * a file of its own: the operating system lets go of it however the process ends, on all platforms, without guessing
 * whether some process id is still alive. Who holds it is written beside it, in a file that is never locked.
 *
 * That file is also the marker of an end in order: whoever gets the lock and still finds it knows that the last owner
 * did not close the library.
 */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { LibraryError, sqliteCode } from './library-error.ts';

const holderSchema = z.object({
  pid: z.int(),
  /** Milliseconds since 1970. */
  since: z.int(),
  kind: z.enum(['window', 'server', 'command']),
  /** Where it answers on 127.0.0.1, once it does. */
  port: z.int().nullable(),
});

/** Who owns a library. */
export type Holder = Readonly<z.infer<typeof holderSchema>>;

export interface Lock {
  /** The last owner did not close the library. */
  readonly unclean: boolean;
  /** Tells others on which port this owner answers. */
  announce(port: number): void;
  /** The process may be ended at any moment from now on, and that is in order. The lock stays as long as the process. */
  foreseeEnd(): void;
  /** @param inOrder false leaves the mark of an end that was not in order, so that the next owner checks the file */
  release(inOrder: boolean): void;
}

/**
 * @param timeout how long to wait for another process to let go, ms
 * @returns null when another process holds the lock
 */
export function takeLock(directory: string, holder: Holder, timeout: number): Lock | null {
  // Never open owner.lock by other means than SQLite: on POSIX systems, closing any handle of a file drops the locks that
  // the process holds on it.
  const db = new Database(join(directory, 'owner.lock'), { timeout });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error: unknown) {
    db.close();
    if (sqliteCode(error) === 'SQLITE_BUSY') return null;
    throw error;
  }
  const unclean = existsSync(holderFile(directory));
  writeHolder(directory, holder);
  return {
    unclean,
    announce: (port) => writeHolder(directory, { ...holder, port }),
    foreseeEnd: () => rmSync(holderFile(directory), { force: true }),
    release: (inOrder) => {
      if (inOrder) rmSync(holderFile(directory), { force: true });
      db.close();
    },
  };
}

/** Who holds the library, as far as it says; meaningful only while the lock is held. */
export function readHolder(directory: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(holderFile(directory), 'utf8')));
  } catch {
    return null; // Not there, or half-way through being there: nobody is known.
  }
}

/** What to tell someone who wanted to own a library that has an owner. */
export function heldError(directory: string): LibraryError {
  const holder = readHolder(directory);
  if (!holder) return new LibraryError('library-busy', 'Another Kindred has this library open. Close it there first.');
  const where = holder.port === null ? '' : `, http://127.0.0.1:${holder.port}`;
  const since = new Date(holder.since).toISOString();
  return new LibraryError(
    'library-busy',
    `Another Kindred (${holder.kind}, process ${holder.pid}${where}) has had this library open since ${since}. Close it there first.`,
  );
}

const holderFile = (directory: string): string => join(directory, 'owner.json');

function writeHolder(directory: string, holder: Holder): void {
  const file = holderFile(directory);
  writeFileSync(`${file}.new`, `${JSON.stringify(holder)}\n`);
  renameSync(`${file}.new`, file);
}
