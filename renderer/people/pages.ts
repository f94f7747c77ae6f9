/** A long list that main gives out in pages: what has been in sight is known, and asked for again when it changes. */
import { create, type StoreApi, type UseBoundStore } from 'zustand';
import { on } from '../bridge.ts';
import { sayFailure } from '../changes/say-failure.ts';

/** Some screens full. */
const PAGE = 100;

interface PagesState<Item> {
  /** Null before it is known. */
  readonly total: number | null;
  /** By their place in the list. */
  readonly items: ReadonlyMap<number, Item>;
  readonly failure: string | null;
}

export interface Pages<Item> {
  readonly use: UseBoundStore<StoreApi<PagesState<Item>>>;
  /** What is in sight, anew; the old stays until the new is there. */
  read(): Promise<void>;
  /** These places have come into sight. */
  see(first: number, end: number): Promise<void>;
  /** Read it, and again whenever people change. @returns the way to stop */
  follow(): () => void;
}

type Ask<Item> = (range: { readonly offset: number; readonly limit: number }) => Promise<{
  readonly items: readonly Item[];
  readonly total: number;
}>;

export function createPages<Item>(ask: Ask<Item>): Pages<Item> {
  const use = create<PagesState<Item>>(() => ({ total: null, items: new Map(), failure: null }));
  let sight: readonly [first: number, end: number] = [0, 1];
  /** The latest reading; what an earlier one brings late is not taken. */
  let reading = 0;
  let fetching = new Set<number>();

  async function fetchPages(pages: readonly number[], isAnew: boolean): Promise<void> {
    const mine = reading;
    for (const page of pages) fetching.add(page);
    try {
      const found = await Promise.all(pages.map((page) => ask({ offset: page * PAGE, limit: PAGE })));
      if (mine !== reading) return;
      const items = new Map(isAnew ? [] : use.getState().items);
      found.forEach((page, i) => {
        page.items.forEach((item, place) => {
          items.set((pages[i] ?? 0) * PAGE + place, item);
        });
      });
      use.setState({ items, total: found[0]?.total ?? use.getState().total, failure: null });
    } catch (error: unknown) {
      if (mine === reading) use.setState({ failure: sayFailure(error) });
    } finally {
      if (mine === reading) for (const page of pages) fetching.delete(page);
    }
  }

  async function read(): Promise<void> {
    reading++;
    fetching = new Set();
    await fetchPages(pagesOf(sight), true);
  }

  return {
    use,
    read,
    async see(first, end) {
      sight = [first, end];
      const { items } = use.getState();
      const missing = pagesOf(sight).filter((page) => !items.has(page * PAGE) && !fetching.has(page));
      if (missing.length > 0) await fetchPages(missing, false);
    },
    follow() {
      void read();
      return on('library.changed', ({ kinds }) => {
        if (kinds.some((kind) => kind === 'people' || kind === 'photos')) void read();
      });
    },
  };
}

function pagesOf([first, end]: readonly [number, number]): number[] {
  const [from, to] = [Math.floor(first / PAGE), Math.floor(Math.max(first, end - 1) / PAGE)];
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
