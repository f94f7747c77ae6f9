/**
 * Watched folders: new, changed and vanished photos, told in batches once they have settled. A camera card or a sync
 * client writes for seconds; a file is told only when its size has stopped growing. A moved file is a file that vanishes
 * here and appears there: both come in one batch, so that the import can see that they are one.
 */
import { basename, relative, sep } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { isSkippedName, mayBePhoto } from './scan.ts';

export interface WatchBatch {
  /** Files that are new or have other bytes than before. */
  readonly changed: readonly string[];
  readonly vanished: readonly string[];
}

export interface WatchOptions {
  /** A file whose size has not changed for this long is complete, ms. */
  readonly settled?: number;
  /** Quiet time after the last event before a batch is told, ms. */
  readonly quiet?: number;
  /** A folder can no longer be watched (unplugged, no permission); the others go on. Told of each kind of failure once. */
  readonly onError?: (error: Error) => void;
}

const SETTLED = 2000;
/** Longer than a file takes to settle: the new place of a moved file must come before its old place is told alone. */
const QUIET = 3500;

export class FolderWatch {
  readonly #watcher: FSWatcher;
  readonly #told: (batch: WatchBatch) => void;
  readonly #quiet: number;
  readonly #changed = new Set<string>();
  readonly #vanished = new Set<string>();
  readonly #ready: Promise<void>;
  #timer: NodeJS.Timeout | null = null;

  /**
   * Does not tell of what is there already: that is the import's first walk.
   *
   * @param told called with every batch, never with an empty one
   */
  constructor(folders: readonly string[], told: (batch: WatchBatch) => void, options: WatchOptions = {}) {
    const { settled = SETTLED, quiet = QUIET, onError } = options;
    this.#told = told;
    this.#quiet = quiet;
    this.#watcher = watch([...folders], {
      ignoreInitial: true,
      followSymlinks: true,
      awaitWriteFinish: { stabilityThreshold: settled, pollInterval: Math.min(200, settled) },
      ignored: (path, stats) => isIgnored(path, folders, stats?.isFile() === true),
    });
    this.#watcher.on('add', (path) => this.#note(path, this.#changed, this.#vanished));
    this.#watcher.on('change', (path) => this.#note(path, this.#changed, this.#vanished));
    this.#watcher.on('unlink', (path) => this.#note(path, this.#vanished, this.#changed));
    const failed = new Set<string>();
    this.#watcher.on('error', (error) => {
      const failure = error instanceof Error ? error : new Error(String(error));
      const what = 'code' in failure ? String(failure.code) : failure.message;
      // A system that watches no more folders says so of each one.
      if (!failed.has(what)) onError?.(failure);
      failed.add(what);
    });
    this.#ready = new Promise((resolve) => this.#watcher.once('ready', resolve));
  }

  /** Resolves when everything below the folders is being watched. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  /** Nothing is told any more; what waited for quiet is dropped and found again by the next walk. */
  async close(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    await this.#watcher.close();
  }

  /** The last word on a path counts. */
  #note(path: string, now: Set<string>, before: Set<string>): void {
    before.delete(path);
    now.add(path);
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(), this.#quiet);
  }

  #tell(): void {
    const batch = { changed: [...this.#changed].sort(), vanished: [...this.#vanished].sort() };
    this.#changed.clear();
    this.#vanished.clear();
    this.#timer = null;
    this.#told(batch);
  }
}

/** The same rules as the scan's: hidden and system folders below a watched one are none of our business. */
function isIgnored(path: string, folders: readonly string[], isFile: boolean): boolean {
  const below = folders
    .map((folder) => relative(folder, path))
    .filter((inner) => !inner.startsWith('..'))
    .sort((a, b) => a.length - b.length)[0];
  if (below?.split(sep).some((name) => name !== '' && isSkippedName(name))) return true;
  return isFile && !mayBePhoto(basename(path));
}
