/** Is a file a library that this Kindred can open? Looked at without touching it. */
import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { asLibraryError, LibraryError } from './library-error.ts';
import { APPLICATION_ID, type Migration, schemaVersion } from './schema.ts';

/** `empty`: no file, or one without a single table. */
export type Condition =
  | { readonly is: 'empty' }
  | { readonly is: 'damaged' }
  | { readonly is: 'sound'; readonly version: number };

export interface Examination {
  readonly migrations: readonly Migration[];
  readonly appVersion: string;
  /** Read every page (integrity_check), else only the beginning. */
  readonly isThorough: boolean;
}

/**
 * Read-only: a connection that may write would tidy up the write-ahead log of a damaged file when it closes.
 * @throws LibraryError foreign, newer, not-writable, unreadable
 */
export function examine(file: string, { migrations, appVersion, isThorough }: Examination): Condition {
  if (!existsSync(file)) return { is: 'empty' };
  let db: Database.Database | null = null;
  try {
    db = new Database(file, { readonly: true });
    const tables = db.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get();
    const application = db.pragma('application_id', { simple: true });
    if (tables === 0 && application === 0) return { is: 'empty' };
    if (application !== APPLICATION_ID) {
      throw new LibraryError('foreign', `${file} is a database of another program. Choose another.`, { about: file });
    }
    const version = schemaVersion(db);
    if (version > migrations.length) {
      const message = `This library was written by a newer Kindred than ${appVersion}. Update Kindred to open it.`;
      throw new LibraryError('newer', message);
    }
    const isSound = !isThorough || db.pragma('integrity_check(1)', { simple: true }) === 'ok';
    return isSound ? { is: 'sound', version } : { is: 'damaged' };
  } catch (error: unknown) {
    const known = asLibraryError(error);
    if (known instanceof LibraryError && known.code === 'corrupt') return { is: 'damaged' };
    throw known;
  } finally {
    db?.close();
  }
}
