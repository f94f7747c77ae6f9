/** The facts the page shows, fetched once and kept in step with main. Selectors derive, components draw. */
import { create } from 'zustand';
import type { PersonCard, PhotoCard, PhotoDetail } from '../preload/contract.ts';
import { call, on } from './bridge.ts';

const PAGE = 120;

interface LibraryState {
  readonly photos: readonly PhotoCard[];
  readonly total: number;
  readonly next: string | null;
  readonly people: readonly PersonCard[];
  readonly unnamedGroups: number;
  readonly open: PhotoDetail | null;
  readonly importing: { readonly done: number; readonly total: number } | null;
  readonly failure: string | null;
  readonly loaded: boolean;
}

export const useLibrary = create<LibraryState>(() => ({
  photos: [],
  total: 0,
  next: null,
  people: [],
  unnamedGroups: 0,
  open: null,
  importing: null,
  failure: null,
  loaded: false,
}));

const { setState, getState } = useLibrary;

/** Run a request; a failure becomes a fact of the store, so that the page can say it. */
async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
    setState({ failure: null });
  } catch (error: unknown) {
    setState({ failure: error instanceof Error ? error.message : String(error) });
  }
}

/** Everything from the beginning: at the start, and when main says that the library has changed. */
export const refresh = (): Promise<void> =>
  attempt(async () => {
    const shown = Math.min(500, Math.max(PAGE, getState().photos.length));
    const [page, people] = await Promise.all([
      call('photos.page', { after: null, limit: shown }),
      call('people.list', {}),
    ]);
    setState({ ...page, ...people, loaded: true });
  });

let loadingMore: Promise<void> | null = null;

/** The page after the last one shown; asking again while it loads is one request. */
export function loadMore(): Promise<void> {
  const { next } = getState();
  if (next === null) return Promise.resolve();
  loadingMore ??= attempt(async () => {
    const page = await call('photos.page', { after: next, limit: PAGE });
    setState({ photos: [...getState().photos, ...page.photos], next: page.next, total: page.total });
  }).finally(() => {
    loadingMore = null;
  });
  return loadingMore;
}

export const openPhoto = (id: string): Promise<void> =>
  attempt(async () => setState({ open: await call('photo.show', { id }) }));

export const closePhoto = (): void => setState({ open: null });

/** Open the photo so many steps from the one shown; at either end nothing happens. */
export async function step(by: 1 | -1): Promise<void> {
  const { open, photos } = getState();
  const neighbour = photos[photos.findIndex((photo) => photo.id === open?.id) + by];
  if (open && neighbour) await openPhoto(neighbour.id);
}

/** Call once, when the page starts. */
export function followLibrary(): void {
  on('library.changed', () => void refresh());
  on('import.progress', ({ done, total }) => setState({ importing: done < total ? { done, total } : null }));
  void refresh();
}
