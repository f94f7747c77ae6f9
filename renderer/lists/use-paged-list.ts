/** A paged list of a view's own, followed while it is shown. */
import { useEffect, useMemo } from 'react';
import type { News } from './news.ts';
import { type PagedList, pagedList } from './paged-list.ts';

/** @param question another one is another list */
export function usePagedList<Item>(
  question: string,
  news: readonly News[],
  fetch: Parameters<typeof pagedList<Item>>[0],
): PagedList<Item> {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same question may come as another function.
  const list = useMemo(() => pagedList(fetch), [question]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the kinds of news stay as they are.
  useEffect(() => list.follow(news), [list]);
  return list;
}
