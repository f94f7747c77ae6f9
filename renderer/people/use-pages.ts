/** A paged list of a view's own, followed while it is shown. */
import { useEffect, useMemo } from 'react';
import { createPages, type Pages } from './pages.ts';

/** @param question another one is another list */
export function usePages<Item>(question: string, ask: Parameters<typeof createPages<Item>>[0]): Pages<Item> {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same question may come as another function.
  const pages = useMemo(() => createPages(ask), [question]);
  useEffect(() => pages.follow(), [pages]);
  return pages;
}
