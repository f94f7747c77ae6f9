/**
 * An import as a persisted job. First the roots are walked and every file gets a row; then file after file comes to an
 * end of its own, in a transaction with everything that follows from it. Whatever stops the process, the next start goes
 * on with the rows that are still pending.
 */
import { resolve } from 'node:path';
import PQueue from 'p-queue';
import { z } from 'zod';
import { toFailure } from '../../kindred-error.ts';
import type { ImportCounts, ImportOutcome, ImportJob as JobRow, JobState } from '../../library/import-jobs.ts';
import type { Library } from '../../library/library.ts';
import { LibraryError } from '../../library/library-error.ts';
import type { Id } from '../../library/store.ts';
import { OrganizerError } from '../organizer-error.ts';
import { FileImporter, type FileImporterOptions } from './file-importer.ts';
import { Pace } from './pace.ts';
import { scan } from './scan.ts';
import { markVanished } from './vanished.ts';

/** What the user chose for this import; kept with the job. */
export const ImportOptions = z.object({
  /** Look four times instead of twice for small faces. */
  thorough: z.boolean().default(false),
  /** Turn photos whose faces are not upright. */
  autoRotate: z.boolean().default(false),
});
export type ImportOptions = z.infer<typeof ImportOptions>;

export interface ImportProgress {
  readonly jobId: Id;
  readonly state: JobState;
  /** While false, `total` still grows. */
  readonly discovered: boolean;
  readonly total: number;
  /** Files that have come to an end, of whatever kind. */
  readonly finished: number;
  readonly counts: ImportCounts;
  /** Files a second, lately; null while unknown. */
  readonly rate: number | null;
  readonly secondsLeft: number | null;
}

export interface ImportJobOptions extends Omit<FileImporterOptions, 'look'> {
  /** Files under way at once: enough to keep the engine busy while others are hashed and written. */
  readonly concurrency: number;
  readonly onProgress: (progress: ImportProgress) => void;
  /** New faces are in the library. */
  readonly onFaces: () => void;
}

const PAGE = 256;
const DISCOVERY_BATCH = 500;
/** A file that was begun so often and never came to an end brings Kindred down: it is given up. */
const MOST_ATTEMPTS = 3;
/** Progress is told at most this often, ms. */
const PROGRESS_EVERY = 200;

/** Ends of a file that say nothing about the file: it stays pending. */
const INTERRUPTED = new Set(['cancelled', 'closed']);

/** @returns the id of a new job over these files and folders, which waits to be run */
export function createImportJob(library: Library, accountId: Id, paths: readonly string[], options: ImportOptions): Id {
  const roots = [...new Set(paths.map((path) => resolve(path)))];
  if (roots.length === 0) throw new OrganizerError('invalid', 'An import needs at least one file or folder.');
  return library.transaction(() => library.importJobs.create(accountId, roots, options));
}

/** @param pace of a job that is under way */
export function progressOf(
  { id, state, discovered }: Pick<JobRow, 'id' | 'state' | 'discovered'>,
  counts: ImportCounts,
  pace?: Pace,
): ImportProgress {
  const { pending, done, duplicate, failed, skipped } = counts;
  const finished = done + duplicate + failed + skipped;
  return {
    jobId: id,
    state,
    discovered,
    total: finished + pending,
    finished,
    counts,
    rate: pace?.rate ?? null,
    secondsLeft: pending === 0 ? 0 : (pace?.secondsFor(pending) ?? null),
  };
}

export class ImportJob {
  readonly id: Id;
  readonly #options: ImportJobOptions;
  readonly #importer: FileImporter;
  readonly #roots: readonly string[];
  readonly #pace = new Pace();
  #counts: ImportCounts;
  #running: Promise<void> | null = null;
  #stop = new AbortController();
  #toldAt = Number.NEGATIVE_INFINITY;

  /** @throws OrganizerError `not-found` */
  constructor(id: Id, options: ImportJobOptions) {
    const job = options.library.importJobs.byId(id);
    if (!job) throw new OrganizerError('not-found', 'This import is no longer in the library.');
    const { thorough, autoRotate } = ImportOptions.parse(job.options);
    this.id = id;
    this.#options = options;
    this.#roots = job.roots;
    this.#importer = new FileImporter({
      ...options,
      look: { detection: thorough ? 'thorough' : 'default', autoRotate },
    });
    this.#counts = options.library.importJobs.counts(id);
  }

  get progress(): ImportProgress {
    const gone = { id: this.id, state: 'cancelled', discovered: false } as const;
    return progressOf(this.#options.library.importJobs.byId(this.id) ?? gone, this.#counts, this.#pace);
  }

  /**
   * Works until nothing is pending, or until `pause`, `cancel` or `interrupt`. Calling it again while it works waits for
   * the same end.
   *
   * @throws LibraryError when the library cannot be written (the disk is full); the job goes on at the next `run`
   */
  run(): Promise<void> {
    this.#running ??= this.#work().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** Drop the files at hand, to be begun anew, and wait; persists over a restart. */
  async pause(): Promise<void> {
    this.#setState('paused');
    await this.interrupt();
  }

  /** Drop the files at hand and end the job; what it has imported stays. */
  async cancel(): Promise<void> {
    this.#setState('cancelled');
    await this.interrupt();
  }

  /** Stop without a word in the library: the next start goes on. */
  async interrupt(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    this.#tell();
  }

  /** Failed files get another chance at the next `run`. @returns their number */
  retryFailed(): number {
    const { library } = this.#options;
    const retried = library.transaction(() => library.importJobs.retryFailed(this.id));
    this.#counts = library.importJobs.counts(this.id);
    return retried;
  }

  async #work(): Promise<void> {
    this.#stop = new AbortController();
    this.#pace.reset();
    this.#setState('running');
    const { signal } = this.#stop;
    if (!this.#options.library.importJobs.byId(this.id)?.discovered) await this.#discover(signal);
    await this.#workOff(signal);
    if (signal.aborted) return;
    this.#setState('done');
    this.#tell();
  }

  async #discover(signal: AbortSignal): Promise<void> {
    const { library } = this.#options;
    let found: string[] = [];
    let unreadable: ImportOutcome[] = [];
    const keep = (): void => {
      library.transaction(() => {
        library.importJobs.addFiles(this.id, [...found, ...unreadable.map(({ path }) => path)]);
        library.importJobs.finish(this.id, unreadable);
      });
      found = [];
      unreadable = [];
      this.#counts = library.importJobs.counts(this.id);
      this.#tellNowAndThen();
    };
    for await (const entry of scan(this.#roots, signal)) {
      if (entry.kind === 'photo') found.push(entry.path);
      else if (entry.kind === 'unreadable') unreadable.push({ path: entry.path, state: 'failed', ...entry.failure });
      if (found.length + unreadable.length >= DISCOVERY_BATCH) keep();
    }
    keep();
    if (signal.aborted) return;
    await markVanished(library, this.#roots, signal);
    library.transaction(() => library.importJobs.setDiscovered(this.id));
  }

  async #workOff(signal: AbortSignal): Promise<void> {
    const { library, concurrency } = this.#options;
    const queue = new PQueue({ concurrency });
    let failure: unknown = null;
    for (let after: string | null = null; !signal.aborted && failure === null; ) {
      const page = library.importJobs.pending(this.id, after, PAGE);
      if (page.length === 0) break;
      for (const { path, attempts } of page) {
        // As many wait as work: the queue never holds a page of promises.
        await queue.onSizeLessThan(concurrency);
        if (signal.aborted || failure !== null) break;
        void queue
          .add(() => this.#importOne(path, attempts, signal))
          .catch((error: unknown) => {
            failure = error;
          });
      }
      after = page.at(-1)?.path ?? null;
    }
    await queue.onIdle();
    if (failure !== null) throw failure;
  }

  /** @throws LibraryError only: whatever is wrong with the file is its outcome */
  async #importOne(path: string, attempts: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const { library } = this.#options;
    if (attempts >= MOST_ATTEMPTS) {
      const message = `Kindred ended ${attempts} times while it was looking at this file.`;
      return this.#finish({ path, state: 'failed', code: 'crashed', message });
    }
    library.transaction(() => library.importJobs.begin(this.id, [path]));
    let outcome: ImportOutcome | null = null;
    const record = (told: ImportOutcome): void => {
      library.importJobs.finish(this.id, [told]);
      outcome = told;
    };
    try {
      await this.#importer.import(path, record, signal);
    } catch (error: unknown) {
      if (error instanceof LibraryError) throw error;
      const failure = toFailure(error);
      if (INTERRUPTED.has(failure.code)) {
        library.transaction(() => library.importJobs.letGo(this.id, path));
        return;
      }
      return this.#finish({ path, state: 'failed', ...failure });
    }
    if (outcome) this.#count(outcome);
  }

  #finish(outcome: ImportOutcome): void {
    const { library } = this.#options;
    library.transaction(() => library.importJobs.finish(this.id, [outcome]));
    this.#count(outcome);
  }

  #count(outcome: ImportOutcome): void {
    const faces = 'faces' in outcome ? outcome.faces : 0;
    const counts = this.#counts;
    this.#counts = {
      ...counts,
      pending: counts.pending - 1,
      [outcome.state]: counts[outcome.state] + 1,
      faces: counts.faces + faces,
    };
    this.#pace.tick();
    if (faces > 0) this.#options.onFaces();
    this.#tellNowAndThen();
  }

  #setState(state: JobState): void {
    const { library } = this.#options;
    library.transaction(() => library.importJobs.setState(this.id, state));
  }

  #tellNowAndThen(): void {
    if (performance.now() - this.#toldAt >= PROGRESS_EVERY) this.#tell();
  }

  #tell(): void {
    this.#toldAt = performance.now();
    this.#options.onProgress(this.progress);
  }
}
