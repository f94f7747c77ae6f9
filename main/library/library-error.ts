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
];

/** The SQLite code of an error, e.g. `SQLITE_BUSY`; null when it is not one of SQLite's. */
export function sqliteCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return error.code.startsWith('SQLITE_') ? error.code : null;
}

/** SQLite's failures that a user can do something about, as LibraryError; anything else as it came. */
export function asLibraryError(error: unknown): unknown {
  const code = sqliteCode(error);
  const known = SQLITE_FAILURES.find(([prefix]) => code?.startsWith(prefix));
  return known ? new LibraryError(known[1], known[2], { cause: error }) : error;
}
