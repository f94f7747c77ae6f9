/** What main may refuse and nobody takes back: settings, imports, keys. */
import { tellFailure } from './change.ts';

/** @returns what `work` came to; null when it failed, which the user has been told */
export async function attempt<Result>(work: () => Promise<Result>): Promise<Result | null> {
  try {
    return await work();
  } catch (error: unknown) {
    tellFailure(error);
    return null;
  }
}
