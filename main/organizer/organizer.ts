/**
 * The organizer: what Kindred does with photos while it runs. Imports (one after the other, the unfinished ones of an
 * earlier run first), watched folders, and the recognizing and grouping of the faces that come out of them.
 */
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { Engine } from '../engine/engine.ts';
import { toFailure } from '../kindred-error.ts';
import { LOCAL_ACCOUNT } from '../library/accounts.ts';
import type { Library } from '../library/library.ts';
import type { Id } from '../library/store.ts';
import { createImportJob, ImportJob, ImportOptions, type ImportProgress } from './import/import-job.ts';
import { FolderWatch, type WatchBatch } from './import/watch.ts';
import { OrganizerError } from './organizer-error.ts';
import { openPeople, type People } from './people/people.ts';
import type { ThumbnailCache } from './thumbnail-cache.ts';

export interface OrganizerOptions {
  readonly library: Library;
  readonly engine: Engine;
  readonly thumbnails: ThumbnailCache;
  /** Something a list may show is different now, by whomever. */
  readonly onChange: () => void;
  readonly onProgress: (progress: ImportProgress) => void;
  /** What went wrong behind the user's back, in a sentence. */
  readonly onNotice: (message: string) => void;
}

/** Files under way at once: each engine process holds two, the others are hashed or written meanwhile. */
const CONCURRENCY = availableParallelism() + 2;

const WATCHED_FOLDERS = 'import.watched-folders';

export class Organizer {
  readonly #options: OrganizerOptions;
  readonly #jobs = new Map<Id, ImportJob>();
  /** Imports run one at a time; this is the end of the line. */
  #line: Promise<void> = Promise.resolve();
  #people: People | null = null;
  #watch: FolderWatch | null = null;
  #unwatch: () => void = () => undefined;
  #closing = false;

  constructor(options: OrganizerOptions) {
    this.#options = options;
  }

  /** Suggestions, and the index of all faces. */
  get people(): People {
    if (!this.#people) throw new OrganizerError('busy', 'The organizer is still starting.');
    return this.#people;
  }

  /** Loads the faces, goes on with what an earlier run left unfinished, and begins to watch. */
  async open(): Promise<void> {
    const { library, engine, onChange, onNotice } = this.#options;
    this.#unwatch = library.watch(onChange);
    this.#people = await openPeople({
      library,
      pack: engine.pack,
      onArrivals: onChange,
      onFailure: (error) => onNotice(`Faces wait to be grouped. ${toFailure(error).message}`),
    });
    for (const job of library.importJobs.unfinished()) {
      if (job.state === 'running') void this.run(job.id).catch(() => undefined);
    }
    this.#watchFolders();
  }

  /**
   * Begins to import files and folders behind other imports.
   *
   * @returns the id of the job; `run(id)` waits for its end
   * @throws OrganizerError `invalid` for no paths
   */
  import(paths: readonly string[], options: ImportOptions = ImportOptions.parse({})): Id {
    return createImportJob(this.#options.library, LOCAL_ACCOUNT, paths, options);
  }

  /**
   * Runs a job when its turn comes, or waits for it.
   *
   * @returns how it ended: `done`, or `paused` and `cancelled` by others
   * @throws LibraryError when the library cannot be written; the job can be run again
   */
  run(id: Id): Promise<ImportProgress> {
    const job = this.job(id);
    const turn = this.#line.then(async () => {
      if (this.#closing || job.progress.state !== 'running') return job.progress;
      await job.run();
      await this.people.settle();
      return job.progress;
    });
    // The next in line does not care how this one ended; whoever waits for it does.
    this.#line = turn.then(
      () => undefined,
      (error: unknown) => this.#options.onNotice(`The import stopped. ${toFailure(error).message}`),
    );
    return turn;
  }

  /** @throws OrganizerError `not-found` */
  job(id: Id): ImportJob {
    const { library, engine, thumbnails, onProgress, onChange } = this.#options;
    const known = this.#jobs.get(id);
    if (known) return known;
    const job = new ImportJob(id, {
      library,
      engine,
      thumbnails,
      accountId: LOCAL_ACCOUNT,
      concurrency: CONCURRENCY,
      onProgress: (progress) => {
        onProgress(progress);
        onChange();
      },
      onFaces: () => this.people.look(),
    });
    this.#jobs.set(id, job);
    return job;
  }

  /** Goes on with a paused job. */
  async resume(id: Id): Promise<ImportProgress> {
    const { library } = this.#options;
    library.transaction(() => library.importJobs.setState(id, 'running'));
    return this.run(id);
  }

  get watchedFolders(): readonly string[] {
    return z.array(z.string()).catch([]).parse(this.#options.library.settings.get(WATCHED_FOLDERS));
  }

  /** From now on, photos that come into these folders are imported by themselves. */
  setWatchedFolders(folders: readonly string[]): void {
    const { library } = this.#options;
    const absolute = [...new Set(folders.map((folder) => resolve(folder)))];
    library.transaction(() => library.settings.set(WATCHED_FOLDERS, absolute));
    this.#watchFolders();
  }

  /** Leaves everything so that the next start goes on. */
  async close(): Promise<void> {
    this.#closing = true;
    this.#unwatch();
    await this.#watch?.close();
    await Promise.all([...this.#jobs.values()].map((job) => job.interrupt()));
    await this.#line;
    await this.#people?.close();
  }

  #watchFolders(): void {
    void this.#watch?.close();
    this.#watch = null;
    const folders = this.watchedFolders;
    if (folders.length === 0) return;
    this.#watch = new FolderWatch(folders, (batch) => this.#importBatch(batch), {
      onError: (error) => this.#options.onNotice(`A watched folder cannot be followed: ${error.message}`),
    });
  }

  /** New files first: one that was moved is recognized by its bytes before its old path counts as missing. */
  #importBatch({ changed, vanished }: WatchBatch): void {
    const { library } = this.#options;
    const imported = changed.length > 0 ? this.run(this.import(changed)) : Promise.resolve();
    void imported
      .then(() => library.transaction(() => library.photoFiles.markMissing(vanished)))
      .then(this.#options.onChange)
      .catch(() => undefined); // `run` has told it.
  }
}
