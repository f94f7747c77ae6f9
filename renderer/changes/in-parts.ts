/** Many things at once: in as many calls as it takes, and told as one change. */
import { MOST_IDS } from '../../preload/contract/limits.ts';
import { change } from './change.ts';

/** Split up as calls take them; none for none. */
export const inParts = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / MOST_IDS) }, (_, i) => ids.slice(i * MOST_IDS, (i + 1) * MOST_IDS));

/**
 * @param work one call with some of the ids
 * @returns whether it has been done; if not, the user has been told
 */
export async function changeInParts(
  ids: readonly string[],
  work: (some: string[]) => Promise<unknown>,
): Promise<boolean> {
  const done = await change(async () => {
    for (const some of inParts(ids)) await work(some);
    return true;
  });
  return done === true;
}
