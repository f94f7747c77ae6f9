/** Who is in a list that is told part by part: all ids, followed. */
import { useEffect, useState } from 'react';
import type { PagedList } from '../../lists/paged-list.ts';

/** @param isWanted nothing is fetched otherwise */
export function useMembers(list: PagedList<{ readonly id: string }>, isWanted: boolean): ReadonlySet<string> {
  const { items, total } = list.use();
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  // biome-ignore lint/correctness/useExhaustiveDependencies: other items are other members.
  useEffect(() => {
    if (!isWanted) return;
    let isCurrent = true;
    void list.between(0, total).then((all) => {
      if (isCurrent) setIds(new Set(all.map(({ id }) => id)));
    });
    return () => {
      isCurrent = false;
    };
  }, [list, items, total, isWanted]);
  return ids;
}
