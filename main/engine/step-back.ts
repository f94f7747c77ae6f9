/**
 * An import uses every processor there is. The window, and whatever else the user does meanwhile, comes first: the engine
 * gets what they leave, which on a machine that does nothing else is all of it.
 */
import { constants, setPriority } from 'node:os';

/** Call in a process of its own, before its threads start, which begin with its priority. */
export function stepBack(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // A system that does not allow it: then they share.
  }
}
