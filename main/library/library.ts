/**
 * The library: one SQLite file in the data folder with everything Kindred knows of a user's photos and people. This is the
 * door to it; behind it each file is one family of tables.
 *
 * Short synchronous queries, writes only inside `transaction` (the machine's work) or `change` (a person's, with undo).
 */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import Database from 'better-sqlite3';
import { type Accounts, accounts, ensureLocalAccount, LOCAL_ACCOUNT } from './accounts.ts';
import { type ApiKeys, apiKeys } from './api-keys.ts';
import { backUpIfDue, backUpNow, copyDatabase } from './backups.ts';
import { type Change, type Command, changes, type Reversal, type Reversible } from './changes.ts';
import { checkLibrary, type Finding } from './check.ts';
import { type Clusters, clusters } from './clusters.ts';
import { albums, type Collections, facesets, groups } from './collections.ts';
import { type Counts, counts } from './counts.ts';
import { type Embeddings, embeddings } from './embeddings.ts';
import { expiry, type Purged } from './expiry.ts';
import { type Faces, faces } from './faces.ts';
import { type Images, images } from './images.ts';
import { type ImportJobs, importJobs } from './import-jobs.ts';
import { asLibraryError, LibraryError, sqliteCode } from './library-error.ts';
import { type Holder, heldError, type Lock, takeLock } from './lock.ts';
import { type MemberNews, memberNews } from './member-news.ts';
import { KINDS, type Kind } from './news.ts';
import type { LibraryNotice } from './notice.ts';
import { type PersonAssignment, type Persons, persons } from './persons.ts';
import { type PhotoFiles, photoFiles } from './photo-files.ts';
import { libraryFile, prepareLibrary } from './prepare.ts';
import { createRecorder } from './recorder.ts';
import { type Rejections, rejections } from './rejections.ts';
import { readMigrations, schemaVersion } from './schema.ts';
import { type Settings, settings } from './settings.ts';
import { createStore, type Id, type Store } from './store.ts';
import { type Tags, tags } from './tags.ts';
import { type Tasks, tasks } from './tasks.ts';
import { type Timeline, timeline } from './timeline.ts';

export interface LibraryOptions {
  /** `owner`: the one window or server; `guest`: a short command, beside an owner or alone. */
  readonly role: 'owner' | 'guest';
  readonly appVersion: string;
  /** What the owner is, for those who find the library in use. */
  readonly kind?: Holder['kind'];
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly newId?: () => Id;
  /** Told at opening what was done to the file: checked, migrated, restored. */
  readonly onNotice?: (notice: LibraryNotice) => void;
}

export interface Library {
  readonly directory: string;
  readonly role: 'owner' | 'guest';
  readonly images: Images;
  readonly photoFiles: PhotoFiles;
  readonly faces: Faces;
  readonly embeddings: Embeddings;
  readonly persons: Persons;
  readonly clusters: Clusters;
  readonly rejections: Rejections;
  readonly groups: Collections;
  readonly facesets: Collections;
  readonly albums: Collections;
  readonly tags: Tags;
  readonly timeline: Timeline;
  readonly importJobs: ImportJobs;
  readonly settings: Settings;
  readonly accounts: Accounts;
  readonly apiKeys: ApiKeys;
  readonly tasks: Tasks;
  readonly memberNews: MemberNews;
  /** Milliseconds since 1970, by the clock given at opening. */
  readonly now: () => number;
  /** The machine's work: all of it or none. Transactions nest. */
  transaction<T>(work: () => T): T;
  /** A person's command: a transaction, with an entry in the change log for undo. */
  change<T>(command: Omit<Command, 'accountId'> & { readonly accountId?: Id }, work: () => T): T;
  /** Takes back the last change; null when there is none. */
  undo(accountId?: Id): Reversal | null;
  redo(accountId?: Id): Reversal | null;
  /** What undo and redo would take back and make again. */
  reversible(accountId?: Id): Reversible;
  /** The newest first; undone ones, which can be redone, are marked. */
  changes(accountId?: Id, limit?: number): Change[];
  /** Who was on these photos before the last change of that name took their faces away; as far as the log goes back. */
  released(accountId: Id, command: string, imageIds: readonly Id[]): PersonAssignment[];
  /** The same of the face sets that their faces were in. */
  leftFacesets(accountId: Id, command: string, imageIds: readonly Id[]): { facesetId: Id; faceId: Id }[];
  counts(accountId?: Id): Counts;
  /** Takes out some of what was sent to the API and has expired, in a transaction of its own. */
  purgeExpired(limit: number): Purged;
  /**
   * Calls back after the library has changed, by this process or another, with what kind of thing has; with none when only
   * its own bookkeeping has. Answers with the way to stop.
   */
  watch(changed: (kinds: ReadonlySet<Kind>) => void, interval?: number): () => void;
  /** Is another text whenever something of these kinds, and perhaps when something else, has changed. */
  revision(kinds: readonly Kind[]): string;
  /** Owner: tells others on which port of 127.0.0.1 it answers. */
  announce(port: number): void;
  /** Owner: the system is about to end all processes. What is written is safe: the next start need not look for damage. */
  foreseeEnd(): void;
  check(): Finding[];
  /** A copy of the whole library in a new file. */
  backup(file: string, replaces?: boolean): Promise<void>;
  /** A backup among the library's own, of which the last five of the kind are kept. @returns its path */
  backUpNow(): Promise<string>;
  /** The daily backup, if something has changed and the last one is a day old; its path or null. */
  backUpIfDue(): Promise<string | null>;
  /** Owner: takes the daily backup if it is due. Nothing works afterwards. */
  close(): Promise<void>;
}

/** How long to wait for another process to finish its transaction, ms. */
const BUSY_TIMEOUT = 5000;
/** Enough for the indexes of 100,000 photos, whose random ids touch every page of them. */
const CACHE_KIB = 64 * 1024;
/** How long to wait for the lock: a guest may hold it for the moment of its opening, ms. */
const LOCK_TIMEOUT = 2000;
/** How often to ask whether anybody has written; the question costs microseconds. */
const WATCH_INTERVAL = 500;

/**
 * Opens the library of a data folder; makes folder and file where there are none.
 * @throws LibraryError library-busy, foreign, newer, busy, disk-full, not-writable, unreadable
 */
export function openLibrary(directory: string, options: LibraryOptions): Library {
  const { role, now = Date.now, newId = randomId } = options;
  let lock: Lock | null = null;
  let db: Database.Database | null = null;
  try {
    mkdirSync(directory, { recursive: true });
    lock = enter(directory, options, now);
    db = openDatabase(libraryFile(directory));
    const store = createStore(db, now, newId);
    store.transaction(() => ensureLocalAccount(store));
    return assemble(directory, role, store, lock);
  } catch (error: unknown) {
    db?.close();
    lock?.release(false);
    throw asLibraryError(error);
  }
}

/** Leaves a sound file of this version behind; with the lock for an owner, without (null) for a guest. */
function enter(directory: string, options: LibraryOptions, now: () => number): Lock | null {
  const { role, appVersion, kind = 'command', onNotice = () => {} } = options;
  const migrations = readMigrations();
  const holder = { pid: process.pid, since: now(), kind, port: null };
  const isPrepared = (): boolean => versionOf(libraryFile(directory)) === migrations.length;
  // A guest need not wait for an owner that has prepared the library; else the lock may soon be free.
  const lock = takeLock(directory, holder, role === 'guest' && isPrepared() ? 0 : LOCK_TIMEOUT);
  if (!lock) {
    if (role === 'owner') throw heldError(directory);
    if (isPrepared()) return null;
    const message = 'Another Kindred is bringing this library up to date, or is of another version. Try again later.';
    throw new LibraryError('library-busy', message);
  }
  try {
    prepareLibrary({ directory, migrations, appVersion, unclean: lock.unclean, now, onNotice });
  } catch (error: unknown) {
    lock.release(!lock.unclean);
    throw error;
  }
  if (role === 'owner') return lock;
  lock.release(true);
  return null;
}

function openDatabase(file: string): Database.Database {
  const db = new Database(file, { timeout: BUSY_TIMEOUT, fileMustExist: true });
  db.pragma('journal_mode = WAL');
  // With WAL this survives the end of any process; only a power cut may cost the last changes, never the file.
  db.pragma('synchronous = NORMAL');
  db.pragma('foreign_keys = ON');
  db.pragma('temp_store = MEMORY');
  db.pragma(`cache_size = ${-CACHE_KIB}`);
  return db;
}

function assemble(directory: string, role: Library['role'], store: Store, lock: Lock | null): Library {
  const { db, now } = store;
  const log = changes(store, createRecorder(db));
  const count = counts(store);
  const purge = expiry(store);
  // Differs from its last answer when, and only when, another connection has committed something.
  const byOthers = store.values<[], number>('PRAGMA data_version');
  let closing: Promise<void> | null = null;
  const watches = new Set<NodeJS.Timeout>();
  const stop = (watch: NodeJS.Timeout): void => {
    clearInterval(watch);
    watches.delete(watch);
  };

  const close = async (): Promise<void> => {
    for (const watch of watches) stop(watch);
    try {
      if (lock && !store.damaged()) await backUpIfDue(db, directory, now());
    } finally {
      db.close();
      // Damage seen while open: the next owner looks at every page.
      lock?.release(!store.damaged());
    }
  };

  return {
    directory,
    role,
    images: images(store),
    photoFiles: photoFiles(store),
    faces: faces(store),
    embeddings: embeddings(store),
    persons: persons(store),
    clusters: clusters(store),
    rejections: rejections(store),
    groups: groups(store),
    facesets: facesets(store),
    albums: albums(store),
    tags: tags(store),
    timeline: timeline(store),
    importJobs: importJobs(store),
    settings: settings(store),
    accounts: accounts(store),
    apiKeys: apiKeys(store),
    tasks: tasks(store),
    memberNews: memberNews(store),
    now,
    transaction: store.transaction,
    change: ({ accountId = LOCAL_ACCOUNT, ...command }, work) =>
      store.transaction(() => log.run({ ...command, accountId }, work)),
    undo: (accountId = LOCAL_ACCOUNT) => store.transaction(() => log.undo(accountId)),
    redo: (accountId = LOCAL_ACCOUNT) => store.transaction(() => log.redo(accountId)),
    reversible: (accountId = LOCAL_ACCOUNT) => log.next(accountId),
    changes: (accountId = LOCAL_ACCOUNT, limit = 50) => log.recent(accountId, limit),
    released: log.released,
    leftFacesets: log.leftFacesets,
    counts: (accountId = LOCAL_ACCOUNT) => count(accountId),
    purgeExpired: (limit) => store.transaction(() => purge(limit)),
    watch: (changed, interval = WATCH_INTERVAL) => {
      const byUs = store.values<[], number>('SELECT total_changes()');
      let [others, ours, written] = [byOthers.get(), byUs.get(), new Map(store.written)];
      const watch = setInterval(() => {
        const now = { others: byOthers.get(), ours: byUs.get() };
        if (now.others === others && now.ours === ours) return;
        // What others have written is not known.
        const changedKinds = KINDS.filter(
          (kind) => now.others !== others || store.written.get(kind) !== written.get(kind),
        );
        [others, ours, written] = [now.others, now.ours, new Map(store.written)];
        changed(new Set(changedKinds));
      }, interval);
      watch.unref();
      watches.add(watch);
      return () => stop(watch);
    },
    revision: (kinds) => [byOthers.get(), ...kinds.map((kind) => store.written.get(kind) ?? 0)].join(' '),
    announce: (port) => lock?.announce(port),
    foreseeEnd: () => {
      if (!store.damaged()) lock?.foreseeEnd();
    },
    check: () => checkLibrary(store),
    backup: (file, replaces) => copyDatabase(db, file, replaces),
    backUpNow: () => backUpNow(db, directory, now()),
    backUpIfDue: () => backUpIfDue(db, directory, now()),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

/** The migration number of a file that someone else may have open; 0 where there is none or it cannot be told. */
function versionOf(file: string): number {
  if (!existsSync(file)) return 0;
  const db = new Database(file, { readonly: true, timeout: BUSY_TIMEOUT });
  try {
    return schemaVersion(db);
  } catch (error: unknown) {
    if (sqliteCode(error) === null) throw error;
    return 0;
  } finally {
    db.close();
  }
}

const randomId = (): Id => randomUUID().replaceAll('-', '');
