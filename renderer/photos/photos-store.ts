/**
 * The timeline as the window knows it: the days and shapes of all photos, and the photos themselves page by page, as they
 * come into sight.
 */
import { create } from 'zustand';
import type { Result } from '../../preload/contract.ts';
import { call, on } from '../bridge.ts';
import type { Day } from './justified-layout.ts';

export type PhotoTileData = Result<'photos.slice'>['photos'][number];

/** Photos fetched at a time: some screens full. */
const PAGE = 200;

export type Order = 'newest' | 'oldest';

interface PhotosState {
  readonly order: Order;
  /** Of the timeline that the rest is about; empty before the first. */
  readonly revision: string;
  readonly days: readonly Day[];
  /** 100 times width / height of every photo. */
  readonly aspects: readonly number[];
  /** By their place in the timeline. */
  readonly photos: ReadonlyMap<number, PhotoTileData>;
  readonly status: 'loading' | 'ready' | 'failed';
  readonly failure: string | null;
}

export const usePhotos = create<PhotosState>(() => ({
  order: 'newest',
  revision: '',
  days: [],
  aspects: [],
  photos: new Map(),
  status: 'loading',
  failure: null,
}));

const { getState, setState } = usePhotos;

/** Pages that are on their way, of the present timeline. */
let fetching = new Map<number, Promise<void>>();
let sight: readonly [first: number, end: number] = [0, 0];

/** The days and shapes anew; what is in sight follows, and until it has come the old pictures stay. */
export async function readTimeline(): Promise<void> {
  try {
    const { order } = getState();
    const { revision, days, aspects } = await call('photos.timeline', { order });
    if (revision === getState().revision || order !== getState().order) return;
    fetching = new Map();
    const isSameShape = aspects.length === getState().aspects.length;
    setState({
      ...{ revision, days, aspects, status: 'ready', failure: null },
      photos: isSameShape ? getState().photos : new Map(),
    });
    await fetchPlaces(...sight, true);
  } catch (error: unknown) {
    setState({ status: 'failed', failure: error instanceof Error ? error.message : String(error) });
  }
}

/** Turns the timeline around. */
export function sortPhotos(order: Order): Promise<void> {
  setState({ order, photos: new Map() });
  return readTimeline();
}

/** These places have come into sight: fetch what of them is not known. */
export async function fetchSight(first: number, end: number): Promise<void> {
  sight = [first, end];
  await fetchPlaces(first, end, false);
}

async function fetchPlaces(first: number, end: number, again: boolean): Promise<void> {
  const { aspects, photos } = getState();
  const last = Math.min(end, aspects.length) - 1;
  for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page++) {
    const isKnown = !again && photos.has(page * PAGE);
    if (!isKnown && !fetching.has(page)) fetching.set(page, fetchPage(page));
  }
  await Promise.all(fetching.values());
}

async function fetchPage(page: number): Promise<void> {
  const { revision } = getState();
  try {
    const { photos: found } = await call('photos.slice', { revision, offset: page * PAGE, limit: PAGE });
    if (revision !== getState().revision) return;
    const photos = new Map(getState().photos);
    for (const photo of found) photos.set(photo.place, photo);
    setState({ photos });
  } catch (error: unknown) {
    // Something has changed meanwhile; the news of it brings another timeline.
    if (!(error instanceof Error && 'code' in error && error.code === 'stale')) throw error;
  }
}

/** The photo at a place, fetched if need be; undefined beyond either end. */
export async function photoAtPlace(place: number): Promise<PhotoTileData | undefined> {
  if (place < 0 || place >= getState().aspects.length) return undefined;
  await fetchPlaces(place, place + 1, false);
  return getState().photos.get(place);
}

/** Call once, when the window starts. */
export function followPhotos(): void {
  on('library.changed', ({ kinds }) => {
    if (kinds.includes('photos')) void readTimeline();
  });
  void readTimeline();
}
