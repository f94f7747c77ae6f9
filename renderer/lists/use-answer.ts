/** An answer of main's that a view shows, followed while it is shown. */
import { useEffect, useMemo } from 'react';
import { createAnswer } from './answer.ts';
import type { News } from './news.ts';

/** @param question another one is another question; the same stays the same */
export function useAnswer<Result>(question: string, news: readonly News[], ask: () => Promise<Result>) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same question may come as another function.
  const answer = useMemo(() => createAnswer(ask), [question]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the kinds of news stay as they are.
  useEffect(() => answer.follow(news), [answer]);
  return answer.use();
}
