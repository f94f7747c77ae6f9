/**
 * The organizer: what Kindred does with photos while it runs. Imports (one after the other, the unfinished ones of an
 * earlier run first), watched folders, and the recognizing and grouping of the faces that come out of them.
 */
import { availableParallelism } from 'node:os';
import type { Trouble } from '../../preload/contract/notices.ts';
import type { Engine } from '../engine/engine.ts';
import { LOCAL_ACCOUNT } from '../library/accounts.ts';
import type { ImportJob as JobRow } from '../library/import-jobs.ts';
import type { Library } from '../library/library.ts';
import type { Kind } from '../library/news.ts';
import type { Id } from '../library/store.ts';
import { trouble } from '../notices.ts';
import { createImportJob, ImportJob, ImportOptions, type ImportProgress, progressOf } from './import/import-job.ts';
import { FolderWatch, type WatchBatch } from './import/watch.ts';
import { watchedFolders } from './import/watched-folders.ts';
import { OrganizerError } from './organizer-error.ts';
import { People } from './people/people.ts';
import type { ThumbnailCache } from './thumbnail-cache.ts';

export interface OrganizerOptions {
  readonly library: Library;
  readonly engine: Engine;
  readonly thumbnails: ThumbnailCache;
  /** Something a list may show is different now, by whomever: things of these kinds. */
  readonly onChange: (kinds: ReadonlySet<Kind>) => void;
  readonly onProgress: (progress: ImportProgress) => void;
  /** What went wrong behind the user's back, in a sentence. */
  readonly onNotice: (notice: Trouble) => void;
}

/** Files under way at once: each engine process holds two, the others are hashed or written meanwhile. */
const CONCURRENCY = availableParallelism() + 2;

/** Finished jobs that are kept, with the list of their files. */
const KEPT_JOBS = 20;

export interface ListedJob extends JobRow {
  readonly progress: ImportProgress;
}

export class Organizer {
  readonly #options: OrganizerOptions;
  readonly #jobs = new Map<Id, ImportJob>();
  /** Imports run one at a time; this is the end of the line. */
  #line: Promise<void> = Promise.resolve();
  #people: People | null = null;
  #watch: FolderWatch | null = null;
  #watched: readonly string[] = [];
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
    this.#unwatch = library.watch((kinds) => {
      if (kinds.has('settings')) this.#followFolders();
      onChange(kinds);
    });
    this.#people = await People.open({
      library,
      engine,
      onFailure: (error) => onNotice(trouble('grouping-waits', 'Faces wait to be grouped.', error)),
    });
    for (const job of library.importJobs.unfinished()) {
      if (job.state === 'running') void this.run(job.id).catch(() => undefined);
    }
    this.#followFolders(true);
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
      this.#forgetOldJobs();
      return job.progress;
    });
    // The next in line does not care how this one ended; whoever waits for it does.
    this.#line = turn.then(
      () => undefined,
      (error: unknown) => this.#options.onNotice(trouble('import-stopped', 'The import stopped.', error)),
    );
    return turn;
  }

  /** @throws OrganizerError `not-found` */
  job(id: Id): ImportJob {
    const { library, engine, thumbnails, onProgress } = this.#options;
    const known = this.#jobs.get(id);
    if (known) return known;
    const job = new ImportJob(id, {
      library,
      engine,
      thumbnails,
      accountId: LOCAL_ACCOUNT,
      concurrency: CONCURRENCY,
      onProgress,
      onFaces: () => this.people.look(),
    });
    this.#jobs.set(id, job);
    return job;
  }

  /** The newest jobs, with how far they have come. */
  jobs(): readonly ListedJob[] {
    const { importJobs } = this.#options.library;
    const jobs = importJobs.recent(LOCAL_ACCOUNT, KEPT_JOBS);
    const counts = importJobs.countsOf(jobs.map(({ id }) => id));
    return jobs.map((job) => ({
      ...job,
      // What is under way in this run knows its pace as well.
      progress: this.#jobs.get(job.id)?.progress ?? progressOf(job, counts.get(job.id) ?? importJobs.counts(job.id)),
    }));
  }

  /** Files at hand are begun anew when it goes on. @throws OrganizerError `invalid` for a job that is not running */
  async pause(id: Id): Promise<void> {
    this.#need(id, ['running']);
    await this.job(id).pause();
  }

  /** Ends a job; what it has imported stays. @throws OrganizerError `invalid` for one that has ended */
  async cancel(id: Id): Promise<void> {
    this.#need(id, ['running', 'paused']);
    await this.job(id).cancel();
  }

  /** Goes on with a job, behind other imports. @throws OrganizerError `invalid` for one that is not paused */
  resume(id: Id): void {
    this.#need(id, ['paused']);
    void this.#again(id).catch(() => undefined); // `run` has told it.
  }

  /**
   * Tries the failed files of a job again, behind other imports.
   *
   * @returns their number
   * @throws OrganizerError `invalid` for a job that is running or was cancelled
   */
  retry(id: Id): number {
    this.#need(id, ['paused', 'done']);
    const retried = this.job(id).retryFailed();
    if (retried > 0) void this.#again(id).catch(() => undefined); // `run` has told it.
    return retried;
  }

  /** Leaves everything so that the next start goes on. */
  async close(): Promise<void> {
    this.#closing = true;
    this.#unwatch();
    await this.#watch?.close();
    await Promise.all([...this.#jobs.values()].map((job) => job.interrupt()));
    // At once: an import ends with a wait until all its faces have been looked at, which may take minutes.
    await Promise.all([this.#line, this.#people?.close()]);
  }

  #again(id: Id): Promise<ImportProgress> {
    const { library } = this.#options;
    library.transaction(() => library.importJobs.setState(id, 'running'));
    return this.run(id);
  }

  /** @throws OrganizerError `not-found`, `invalid` for a job in another state */
  #need(id: Id, states: readonly JobRow['state'][]): void {
    const { state } = this.job(id).progress;
    if (!states.includes(state)) throw new OrganizerError('invalid', `This import is ${state}.`);
  }

  /** Watches what the setting says now. Folders that are new to it are walked once: they may have gained photos. */
  #followFolders(isStart = false): void {
    const folders = watchedFolders(this.#options.library);
    const added = folders.filter((folder) => !this.#watched.includes(folder));
    if (added.length === 0 && folders.length === this.#watched.length) return;
    this.#watched = folders;
    void this.#watch?.close();
    this.#watch = null;
    if (folders.length === 0) return;
    this.#watch = new FolderWatch(folders, (batch) => void this.#importBatch(batch), {
      onError: (error) =>
        this.#options.onNotice(trouble('folder-not-followed', 'A watched folder cannot be followed.', error)),
    });
    if (added.length > 0) void this.#importFollowed(added, !isStart);
  }

  #forgetOldJobs(): void {
    const { library } = this.#options;
    const old = library.importJobs
      .recent(LOCAL_ACCOUNT, KEPT_JOBS + 100)
      .slice(KEPT_JOBS)
      .filter(({ finishedAt }) => finishedAt !== null);
    if (old.length > 0) this.#forget(old.map(({ id }) => id));
  }

  #forget(ids: readonly Id[]): void {
    const { library } = this.#options;
    library.transaction(() => ids.map((id) => library.importJobs.remove(id)));
    for (const id of ids) this.#jobs.delete(id);
  }

  /** New files first: one that was moved is recognized by its bytes before its old path counts as missing. */
  async #importBatch({ changed, vanished }: WatchBatch): Promise<void> {
    const { library } = this.#options;
    if (changed.length > 0 && !(await this.#importFollowed(changed))) return;
    try {
      library.transaction(() => library.photoFiles.markMissing(vanished));
    } catch (error: unknown) {
      this.#tellUnnoted(error);
    }
  }

  /**
   * For nobody who waits.
   *
   * @param isAsked the user has just begun to follow these and wants to see what comes of it
   * @returns whether it came to its end; why not has been told, and the next start walks again
   */
  async #importFollowed(paths: readonly string[], isAsked = false): Promise<boolean> {
    try {
      const id = this.import(paths);
      const end = await this.run(id).catch(() => null); // `run` has told it.
      // Every start walks the folders: what came to nothing would soon push the user's own imports off the list.
      if (end && !isAsked && cameToNothing(end)) this.#forget([id]);
      return end !== null;
    } catch (error: unknown) {
      this.#tellUnnoted(error);
      return false;
    }
  }

  #tellUnnoted(error: unknown): void {
    const message = 'What is new in the watched folders could not be noted.';
    this.#options.onNotice(trouble('folders-not-noted', message, error));
  }
}

const cameToNothing = ({ state, counts }: ImportProgress): boolean =>
  state === 'done' && counts.done + counts.duplicate + counts.failed === 0;
