/**
 * A long list of which main tells a part at a time: read where it comes into sight, and anew when there is news of it. The
 * old parts stay until the new ones of what is in sight are there, so that nothing flickers.
 */
import { create, type StoreApi, type UseBoundStore } from 'zustand';
import { sayFailure } from '../changes/say-failure.ts';
import { type News, onNews } from './news.ts';

interface Range {
  readonly offset: number;
  readonly limit: number;
}

interface Part<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

interface ListState<Item> {
  /** By their place; one that is not there has not been fetched yet. */
  readonly items: ReadonlyMap<number, Item>;
  readonly total: number;
  readonly status: 'loading' | 'ready' | 'failed';
  readonly failure: string | null;
}

export interface PagedList<Item> {
  readonly use: UseBoundStore<StoreApi<ListState<Item>>>;
  read(): Promise<void>;
  /** These places have come into sight: fetch what of them is not known. */
  see(first: number, end: number): void;
  /** The items from one place to another, `end` not included, fetched if need be. */
  between(first: number, end: number): Promise<readonly Item[]>;
  /** Read it, and again whenever there is news of these kinds. @returns the way to stop */
  follow(news: readonly News[]): () => void;
}

/** Some screens full. */
const PAGE = 200;

export function pagedList<Item>(fetch: (range: Range) => Promise<Part<Item>>): PagedList<Item> {
  const use = create<ListState<Item>>(() => ({ items: new Map(), total: 0, status: 'loading', failure: null }));
  const { getState, setState } = use;
  /** Pages asked for since the last reading. */
  let pages = new Map<number, Promise<void>>();
  let sight: readonly [first: number, end: number] = [0, 1];
  /** The latest reading; what an earlier one is still told is not heard. */
  let reading = 0;

  const placed = ({ items }: Part<Item>, page: number): (readonly [number, Item])[] =>
    items.map((item, i) => [page * PAGE + i, item]);

  async function read(): Promise<void> {
    reading++;
    const mine = reading;
    try {
      const seen = pagesOf(...sight);
      const parts = await Promise.all(seen.map((page) => fetch({ offset: page * PAGE, limit: PAGE })));
      if (mine !== reading) return;
      pages = new Map(seen.map((page) => [page, Promise.resolve()]));
      const items = new Map(parts.flatMap((part, i) => placed(part, seen[i] ?? 0)));
      setState({ items, total: parts[0]?.total ?? 0, status: 'ready', failure: null });
      // What has come into sight meanwhile belongs to the answer before.
      await fetchPlaces(...sight);
    } catch (error: unknown) {
      const failure = sayFailure(error);
      if (mine === reading) setState({ status: 'failed', failure });
    }
  }

  async function fetchPage(page: number): Promise<void> {
    const mine = reading;
    try {
      const part = await fetch({ offset: page * PAGE, limit: PAGE });
      if (mine === reading)
        setState({ items: new Map([...getState().items, ...placed(part, page)]), total: part.total });
    } catch (error: unknown) {
      const failure = sayFailure(error);
      if (mine === reading) setState({ status: 'failed', failure });
    }
  }

  async function fetchPlaces(first: number, end: number): Promise<void> {
    const wanted = pagesOf(first, Math.min(end, getState().total));
    for (const page of wanted) if (!pages.has(page)) pages.set(page, fetchPage(page));
    await Promise.all(wanted.map((page) => pages.get(page)));
  }

  return {
    use,
    read,
    see(first, end) {
      sight = [first, end];
      void fetchPlaces(first, end);
    },
    async between(first, end) {
      await fetchPlaces(first, end);
      const { items } = getState();
      return Array.from({ length: Math.max(0, end - first) }, (_, i) => items.get(first + i)).filter(
        (item) => item !== undefined,
      );
    },
    follow(news) {
      void read();
      const stop = onNews(news, () => void read());
      return () => {
        reading++;
        stop();
      };
    },
  };
}

function pagesOf(first: number, end: number): number[] {
  const [from, to] = [Math.floor(first / PAGE), Math.floor((end - 1) / PAGE)];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}
