/** Every way in which the library can fail, with a sentence for the person in front of it. */
import { KindredError } from '../kindred-error.ts';

export type LibraryErrorCode =
  | 'library-busy' // another window or server owns the library
  | 'foreign' // a database, but not a library
  | 'newer' // written by a newer Kindred
  | 'corrupt' // damaged while in use; the next start sets it aside
  | 'busy' // another process is writing and does not come to an end
  | 'disk-full'
  | 'not-writable'
  | 'unreadable' // the file or the disk fails
  | 'exists' // a backup would overwrite a file
  | 'not-found' // an id that is not (any more) in the library
  | 'misuse'; // a write outside a transaction: a mistake in Kindred

export class LibraryError extends KindredError<LibraryErrorCode> {}

const SQLITE_FAILURES: readonly (readonly [prefix: string, code: LibraryErrorCode, message: string])[] = [
  ['SQLITE_FULL', 'disk-full', 'The disk is full. Nothing was lost; free some space and try again.'],
  ['SQLITE_BUSY', 'busy', 'Another Kindred is writing to the library. Try again in a moment.'],
  ['SQLITE_READONLY', 'not-writable', 'The library may not be written: its file or folder is read-only.'],
  ['SQLITE_CANTOPEN', 'not-writable', 'The library cannot be opened: its folder is missing or may not be written.'],
  [
    'SQLITE_CORRUPT',
    'corrupt',
    'The library file is damaged. Restart Kindred: it will be set aside and a backup restored.',
  ],
  [
    'SQLITE_NOTADB',
    'corrupt',
    'The library file is damaged. Restart Kindred: it will be set aside and a backup restored.',
  ],
  [
    'SQLITE_IOERR',
    'unreadable',
    'The disk failed while the library was read or written. Check the disk and try again.',
  ],
  [
    'SQLITE_CONSTRAINT_FOREIGNKEY',
    'not-found',
    'A photo, face or person that this needs is no longer in the library. Nothing has been changed.',
  ],
];

/** Failures of the file system around the library file, by Node's codes. */
const FILE_FAILURES: Readonly<Record<string, readonly [code: LibraryErrorCode, message: string]>> = {
  ENOSPC: ['disk-full', 'The disk is full. Nothing was lost; free some space and try again.'],
  EDQUOT: ['disk-full', 'The disk quota is used up. Nothing was lost; free some space and try again.'],
  EACCES: ['not-writable', 'The folder of the library may not be written. Change its permissions or choose another.'],
  EPERM: ['not-writable', 'The folder of the library may not be written. Change its permissions or choose another.'],
  EROFS: ['not-writable', 'The folder of the library is on a read-only disk. Choose another.'],
  ENOTDIR: ['not-writable', 'The folder of the library cannot be made: a file is in the way. Choose another.'],
  EEXIST: ['not-writable', 'The folder of the library cannot be made: a file is in the way. Choose another.'],
  EIO: ['unreadable', 'The disk failed while the library was read or written. Check the disk and try again.'],
};

/** The SQLite code of an error, e.g. `SQLITE_BUSY`; null when it is not one of SQLite's. */
export function sqliteCode(error: unknown): string | null {
  const code = errorCode(error);
  return code?.startsWith('SQLITE_') ? code : null;
}

/** Failures of SQLite and the disk that a user can do something about, as LibraryError; anything else as it came. */
export function asLibraryError(error: unknown): unknown {
  const code = errorCode(error);
  if (code === null || error instanceof LibraryError) return error;
  const sqlite = SQLITE_FAILURES.find(([prefix]) => code.startsWith(prefix));
  if (sqlite) return new LibraryError(sqlite[1], sqlite[2], { cause: error });
  const file = FILE_FAILURES[code];
  return file ? new LibraryError(...file, { cause: error }) : error;
}

function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
