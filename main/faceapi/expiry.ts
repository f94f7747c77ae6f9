/**
 * The sweep behind the API: uploads, loose faces and tasks whose time is over are taken out of the library now and then.
 * Nobody can use them from the instant they expire, whether the sweep has come by or not.
 */
import type { Library } from '../library/library.ts';

/** ms between two sweeps. */
const EVERY = 60_000;
/** Rows in one transaction: a few milliseconds. */
const BATCH = 200;
/** ms between two batches, so that a large sweep gives way. */
const REST = 20;

/**
 * @param onFailure told when the library could not be written; the next sweep tries again
 * @returns the way to stop
 */
export function sweepExpired(library: Library, onFailure: (error: unknown) => void): () => void {
  let timer: NodeJS.Timeout;
  const sweep = (): void => {
    let more = false;
    try {
      more = sweepOnce(library);
    } catch (error: unknown) {
      onFailure(error);
    }
    timer = setTimeout(sweep, more ? REST : EVERY).unref();
  };
  sweep();
  return () => clearTimeout(timer);
}

/** @returns whether there may be more to take out */
export function sweepOnce(library: Library): boolean {
  library.transaction(() => library.tasks.purge());
  const { faces, images } = library.purgeExpired(BATCH);
  return faces === BATCH || images === BATCH;
}
