/**
 * Long work on the main thread, cut in slices: the window and the engine's answers get their turn in between.
 */
import { setImmediate } from 'node:timers/promises';

/** Long enough to be worth the switch, short enough that nobody notices. */
const SLICE_MS = 4;

/**
 * Run a generator to its end, giving way to the event loop whenever a slice is used up.
 *
 * @param steps  each step must be short, about a millisecond
 * @param signal ends the work early: `aborted` is thrown as the signal's reason
 */
export async function inSlices<Result>(
  steps: Generator<unknown, Result, unknown>,
  signal?: AbortSignal,
): Promise<Result> {
  let sliceEnds = performance.now() + SLICE_MS;
  for (;;) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() >= sliceEnds) {
      await setImmediate();
      sliceEnds = performance.now() + SLICE_MS;
    }
  }
}
