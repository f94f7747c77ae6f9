/**
 * Exports: copies of originals for somebody else, or another disk. One after the other, photo after photo, as a disk is no
 * faster in parallel. An export that ends early leaves whole copies only, and needs no memory of its own: asked for once
 * more, it finds what is there already and goes on behind it.
 */
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { type Failure, toFailure } from '../../kindred-error.ts';
import type { Library } from '../../library/library.ts';
import { asLibraryError, LibraryError } from '../../library/library-error.ts';
import type { Id } from '../../library/store.ts';
import { type Copied, copyOriginal } from './copy-original.ts';

export interface ExportProgress {
  readonly exportId: Id;
  readonly folder: string;
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly counts: Readonly<Record<Copied, number>>;
  /** Why it failed: the rest has not been tried. */
  readonly reason: Failure | null;
}

/** How often progress is told, ms; the end is told at once. */
const TOLD_EVERY = 200;

export class Exports {
  readonly #library: Pick<Library, 'photoFiles'>;
  readonly #onProgress: (progress: ExportProgress) => void;
  readonly #running = new Map<Id, AbortController>();
  #line: Promise<void> = Promise.resolve();

  constructor(library: Pick<Library, 'photoFiles'>, onProgress: (progress: ExportProgress) => void) {
    this.#library = library;
    this.#onProgress = onProgress;
  }

  /**
   * Begins behind other exports; the rest is told as progress.
   *
   * @param folder is there
   * @returns how it begins
   * @throws LibraryError `not-writable`
   */
  async start(photoIds: readonly Id[], folder: string): Promise<ExportProgress> {
    await access(folder, constants.W_OK).catch((cause: unknown) => {
      throw new LibraryError('not-writable', `${folder} may not be written. Choose another folder.`, {
        about: folder,
        cause,
      });
    });
    const exportId = crypto.randomUUID().replaceAll('-', '');
    const stop = new AbortController();
    this.#running.set(exportId, stop);
    const begin: ExportProgress = {
      ...{ exportId, folder, state: 'running', done: 0, total: photoIds.length },
      ...{ counts: { copied: 0, known: 0, missing: 0, failed: 0 }, reason: null },
    };
    this.#line = this.#line.then(async () => {
      await this.#run(begin, photoIds, stop.signal);
      this.#running.delete(exportId);
    });
    return begin;
  }

  /** What has been copied stays. One that has ended is left alone. */
  cancel(exportId: Id): void {
    this.#running.get(exportId)?.abort();
  }

  /** The file at hand is finished. */
  async close(): Promise<void> {
    for (const stop of this.#running.values()) stop.abort();
    await this.#line;
  }

  /** Never rejects. */
  async #run(begin: ExportProgress, photoIds: readonly Id[], signal: AbortSignal): Promise<void> {
    let progress = begin;
    let toldAt = Number.NEGATIVE_INFINITY;
    try {
      for (const id of photoIds) {
        if (signal.aborted) return this.#onProgress({ ...progress, state: 'cancelled' });
        const paths = this.#library.photoFiles.ofImages([id]).map(({ path }) => path);
        const outcome = await copyOriginal(paths, begin.folder);
        const counts = { ...progress.counts, [outcome]: progress.counts[outcome] + 1 };
        progress = { ...progress, done: progress.done + 1, counts };
        if (performance.now() - toldAt < TOLD_EVERY) continue;
        toldAt = performance.now();
        this.#onProgress(progress);
      }
      this.#onProgress({ ...progress, state: 'done' });
    } catch (error: unknown) {
      this.#onProgress({ ...progress, state: 'failed', reason: toFailure(asLibraryError(error)) });
    }
  }
}
