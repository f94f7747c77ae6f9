/**
 * Whether the original of a photo can still be shown. What is shown in its place is its thumbnail, which looks like it:
 * somebody has to say so. A file that is as it was imported is sound; one that is not is decoded once to see.
 */
import { stat } from 'node:fs/promises';
import type { Engine } from '../engine/engine.ts';
import { toFailure } from '../kindred-error.ts';
import type { Library } from '../library/library.ts';
import type { PhotoFileRow } from '../library/photo-files.ts';
import type { Id } from '../library/store.ts';
import { unreadable } from '../organizer/import/scan.ts';

export type Original = 'there' | 'missing' | 'broken';

/** What the engine says of a file, and not of itself. */
const FAULTS_OF_FILE = new Set(['corrupt', 'unsupported', 'too-large', 'unreadable']);

/** Answers that are kept: changed files are few. */
const MOST_KEPT = 500;

export class Originals {
  readonly #library: Library;
  readonly #engine: Engine;
  readonly #patience: number;
  /** By path, size and date of a changed file. */
  readonly #known = new Map<string, Promise<Original>>();

  /** @param patience how long a disk that sleeps is waited for, ms: then the library's word has to do */
  constructor(library: Library, engine: Engine, patience = 1000) {
    this.#library = library;
    this.#engine = engine;
    this.#patience = patience;
  }

  async look(id: Id): Promise<Original> {
    const files = this.#library.photoFiles.ofImages([id]);
    const lastKnown: Original = files.every(({ missingAt }) => missingAt !== null) ? 'missing' : 'there';
    return Promise.race([this.#best(files), later(this.#patience, lastKnown)]);
  }

  async #best(files: readonly PhotoFileRow[]): Promise<Original> {
    let best: Original = 'missing';
    for (const file of files) {
      const found = await this.#lookAt(file);
      if (found === 'there') return found;
      if (found === 'broken') best = found;
    }
    return best;
  }

  async #lookAt({ path, bytes, mtime }: PhotoFileRow): Promise<Original> {
    try {
      const found = await stat(path);
      if (found.size === bytes && found.mtimeMs === mtime) return 'there';
      const key = `${found.size} ${found.mtimeMs} ${path}`;
      const known = this.#known.get(key) ?? this.#decode(path);
      if (this.#known.size >= MOST_KEPT) this.#known.clear();
      this.#known.set(key, known);
      return await known;
    } catch (error: unknown) {
      return unreadable(path, error).code === 'not-found' ? 'missing' : 'broken';
    }
  }

  #decode(path: string): Promise<Original> {
    return this.#engine.analyze({ path }, { at: [] }).then(
      () => 'there',
      (error: unknown) => (FAULTS_OF_FILE.has(toFailure(error).code) ? 'broken' : 'there'),
    );
  }
}

const later = <Value>(ms: number, value: Value): Promise<Value> =>
  new Promise((resolve) => setTimeout(() => resolve(value), ms).unref());
