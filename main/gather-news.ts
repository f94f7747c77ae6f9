/**
 * News of the library for a window: of what a user has just done at once, so that it is seen at once; of what goes on all
 * the time, an import say, once in a while, since a window that is told of every single face does nothing but ask again.
 */
import type { Kind } from './library/news.ts';

/** What is done in one go is told in one go, ms. */
const SOON = 30;
/** Between two tellings, ms: twice as long each time as long as there is something new all the time. */
const SHORTEST = 60;
const LONGEST = 1000;

/** @returns what is to be told of each change */
export function gatherNews(tell: (kinds: Kind[]) => void): (kinds: ReadonlySet<Kind>) => void {
  let waiting = new Set<Kind>();
  let timer: NodeJS.Timeout | null = null;
  let toldAt = Number.NEGATIVE_INFINITY;
  let gap = SHORTEST;
  return (kinds) => {
    waiting = waiting.union(kinds);
    if (timer || waiting.size === 0) return;
    const sinceTold = performance.now() - toldAt;
    if (sinceTold > gap) gap = SHORTEST;
    timer = setTimeout(
      () => {
        timer = null;
        toldAt = performance.now();
        gap = Math.min(LONGEST, 2 * gap);
        const told = [...waiting];
        waiting = new Set();
        tell(told);
      },
      Math.max(SOON, gap - sinceTold),
    ).unref();
  };
}
