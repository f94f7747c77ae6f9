/**
 * What is marked in a list that is shown place by place, by its ids, so that items which come change nothing. As in the grid
 * of photos: one by one, or all from the last one on.
 */
import { useEffect, useState } from 'react';
import type { PagedList } from '../../lists/paged-list.ts';

export interface Marks {
  readonly ids: ReadonlySet<string>;
  /** One more or less; a stretch begins at it. */
  toggle(place: number): Promise<void>;
  /** Everything from where the stretch began to this place as well. */
  extendTo(place: number): Promise<void>;
  markAll(): Promise<void>;
  clear(): void;
}

/** @param isOnly this list alone is marked in: what is in it no more is not marked */
export function useMarks<Item extends { readonly id: string }>(list: PagedList<Item>, isOnly: boolean): Marks {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState({ list, place: 0 });
  // In another list a stretch begins at its top.
  const anchor = last.list === list ? last.place : 0;
  const { items } = list.use();
  // biome-ignore lint/correctness/useExhaustiveDependencies: other items are other members.
  useEffect(() => {
    if (!isOnly || ids.size === 0) return;
    let isCurrent = true;
    void thoseIn(list, ids).then((left) => {
      if (isCurrent && left.size < ids.size) setIds(left);
    });
    return () => {
      isCurrent = false;
    };
  }, [list, items, ids, isOnly]);
  const idsBetween = async (first: number, end: number): Promise<string[]> =>
    (await list.between(first, end)).map(({ id }) => id);
  return {
    ids,
    async toggle(place) {
      setLast({ list, place });
      const [id] = await idsBetween(place, place + 1);
      if (id !== undefined) setIds((before) => (before.has(id) ? without(before, id) : new Set([...before, id])));
    },
    async extendTo(place) {
      const more = await idsBetween(Math.min(anchor, place), Math.max(anchor, place) + 1);
      setIds((before) => new Set([...before, ...more]));
    },
    async markAll() {
      const all = await idsBetween(0, list.use.getState().total);
      setIds((before) => new Set([...before, ...all]));
    },
    clear: () => setIds(new Set()),
  };
}

/** All of them while parts of the list that may have them are not there yet. */
async function thoseIn<Item extends { readonly id: string }>(
  list: PagedList<Item>,
  ids: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const { items, total } = list.use.getState();
  const known = new Set(Array.from(items.values(), ({ id }) => id));
  if (ids.isSubsetOf(known)) return ids;
  const all = await list.between(0, total);
  const isWhole = all.length === list.use.getState().total;
  return isWhole ? ids.intersection(new Set(all.map(({ id }) => id))) : ids;
}

const without = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  new Set([...ids].filter((other) => other !== id));
