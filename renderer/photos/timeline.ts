/**
 * A timeline as the window knows it: the days and shapes of all its photos, and the photos themselves page by page, as they
 * come into sight. All photos are one; the photos of a person, an album or a filter are others.
 */
import { create, type StoreApi, type UseBoundStore } from 'zustand';
import { MOST_IDS } from '../../preload/contract/limits.ts';
import type { Args, Result } from '../../preload/contract.ts';
import { call, on } from '../bridge.ts';
import { attempt } from '../changes/attempt.ts';
import { tellFailure } from '../changes/change.ts';
import { sayFailure } from '../changes/say-failure.ts';
import { oneAfterAnother } from '../one-after-another.ts';
import type { Day } from './justified-layout.ts';

export type PhotoTileData = Result<'photos.slice'>['photos'][number];
type Question = Args<'photos.timeline'>;
export type PhotoFilter = NonNullable<Question['filter']>;
export type PhotoOrder = NonNullable<Question['order']>;

/** Photos fetched at a time: some screens full. */
const PAGE = 200;

interface TimelineState {
  readonly filter: PhotoFilter;
  readonly order: PhotoOrder;
  /** Of the answer that the rest is about; empty before the first. */
  readonly revision: string;
  /** What it answers: another one begins at its top. */
  readonly question: string;
  readonly days: readonly Day[];
  /** 100 times width / height of every photo. */
  readonly aspects: readonly number[];
  /** By their place in the timeline. */
  readonly photos: ReadonlyMap<number, PhotoTileData>;
  /** How many places what was in sight has moved by, since the answer before. */
  readonly shift: number;
  readonly status: 'loading' | 'ready' | 'failed';
  readonly failure: string | null;
}

export interface Timeline {
  readonly use: UseBoundStore<StoreApi<TimelineState>>;
  /** The days and shapes anew; the old pictures stay until the new ones of what is in sight are there. */
  read(): Promise<void>;
  /** Other photos, or in another order. */
  ask(question: Partial<Pick<TimelineState, 'filter' | 'order'>>): Promise<void>;
  /** These places have come into sight: fetch what of them is not known. The user is told of what does not work. */
  see(first: number, end: number): Promise<void>;
  /** The photo at a place, fetched if need be; undefined beyond either end. */
  photoAt(place: number): Promise<PhotoTileData | undefined>;
  /** Of the photos from one place to another, `end` not included. */
  ids(first: number, end: number): Promise<readonly string[]>;
  /** Null for a photo that is not in it. */
  placeOf(id: string): Promise<number | null>;
  /** Read it, and again whenever something in it changes. @returns the way to stop */
  follow(): () => void;
}

export function createTimeline(filter: PhotoFilter = {}, order: PhotoOrder = 'newest'): Timeline {
  const use = create<TimelineState>(() => ({
    ...{ filter, order, revision: '', question: '', days: [], aspects: [] },
    ...{ photos: new Map(), shift: 0, status: 'loading', failure: null },
  }));
  const { getState, setState } = use;
  /** Pages that are on their way, of the present answer. */
  let fetching = new Map<number, Promise<void>>();
  let sight: readonly [first: number, end: number] = [0, 1];
  /** The latest question; an earlier one that is answered late is not heard. */
  let asked = 0;

  async function read(): Promise<void> {
    asked++;
    const mine = asked;
    const { filter, order } = getState();
    const asking = JSON.stringify([filter, order]);
    try {
      const { revision, days, aspects } = await call('photos.timeline', { filter, order });
      if (mine !== asked) return;
      // Nothing is new; what could not be fetched before is wanted still.
      if (revision === getState().revision && getState().status === 'ready') return await fetchPlaces(...sight);
      const shift = asking === getState().question ? await shiftIn(revision) : 0;
      const wanted = new Set([...pagesOf(sight, aspects.length), ...pagesOf(moved(sight, shift), aspects.length)]);
      const pages = await Promise.all([...wanted].map((page) => readPage(revision, page)));
      if (mine !== asked) return;
      fetching = new Map();
      sight = moved(sight, shift);
      const photos = new Map(pages.flat().map((photo) => [photo.place, photo]));
      setState({ revision, question: asking, days, aspects, photos, shift, status: 'ready', failure: null });
    } catch (error: unknown) {
      if (mine !== asked) return;
      if (isStale(error)) return read();
      // What is shown stays, if it is what was asked for.
      if (getState().status === 'ready' && getState().question === asking) tellFailure(error);
      else setState({ status: 'failed', failure: sayFailure(error) });
    }
  }

  /** Photos that have come or gone before what is in sight move it. */
  async function shiftIn(revision: string): Promise<number> {
    const [first] = sight;
    const id = getState().photos.get(first)?.id;
    if (id === undefined) return 0;
    const { place } = await call('photos.place', { revision, id });
    return place === null ? 0 : place - first;
  }

  async function fetchPlaces(first: number, end: number): Promise<void> {
    const { aspects, photos } = getState();
    for (const page of pagesOf([first, end], aspects.length)) {
      if (!photos.has(page * PAGE) && !fetching.has(page)) fetching.set(page, fetchPage(page));
    }
    await Promise.all(fetching.values());
  }

  async function fetchPage(page: number): Promise<void> {
    const { revision } = getState();
    try {
      const found = await readPage(revision, page);
      if (revision !== getState().revision) return;
      const photos = new Map(getState().photos);
      for (const photo of found) photos.set(photo.place, photo);
      setState({ photos });
    } catch (error: unknown) {
      if (!isStale(error)) throw error;
      // Main keeps only some answers; ours has had to go.
      if (revision === getState().revision) await read();
    } finally {
      if (revision === getState().revision) fetching.delete(page);
    }
  }

  return {
    use,
    read,
    ask(question) {
      sight = [0, 1];
      setState(question);
      return read();
    },
    async see(first, end) {
      sight = [first, end];
      await attempt(() => fetchPlaces(first, end));
    },
    async photoAt(place) {
      if (place < 0 || place >= getState().aspects.length) return undefined;
      await fetchPlaces(place, place + 1);
      return getState().photos.get(place);
    },
    async ids(first, end) {
      const { revision } = getState();
      const found: string[] = [];
      for (let offset = first; offset < end; offset += MOST_IDS) {
        const limit = Math.min(MOST_IDS, end - offset);
        found.push(...(await call('photos.ids', { revision, offset, limit })).ids);
      }
      return found;
    },
    async placeOf(id) {
      if (getState().revision === '') await read();
      const { place } = await call('photos.place', { revision: getState().revision, id });
      return place;
    },
    follow() {
      // Where news came faster than answers, none would be heard.
      const readAgain = oneAfterAnother(read);
      void readAgain();
      return on('library.changed', ({ kinds }) => {
        if (kinds.some((kind) => isAbout(kind, getState().filter))) void readAgain();
      });
    },
  };
}

async function readPage(revision: string, page: number): Promise<readonly PhotoTileData[]> {
  const { photos } = await call('photos.slice', { revision, offset: page * PAGE, limit: PAGE });
  return photos;
}

function pagesOf([first, end]: readonly [number, number], total: number): number[] {
  const [from, to] = [Math.floor(first / PAGE), Math.floor((Math.min(end, total) - 1) / PAGE)];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}

/** The same stretch, so many places further on. */
const moved = ([first, end]: readonly [number, number], by: number): readonly [number, number] => [
  Math.max(0, first + by),
  Math.max(1, end + by),
];

const isStale = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'stale';

/** Whether news of this kind can change which photos are shown, or how. */
function isAbout(kind: string, { persons, faces, album, faceList }: PhotoFilter): boolean {
  if (kind === 'photos') return true;
  const isFixed = faceList === undefined || faceList.of === 'faces';
  if (kind === 'people') return persons !== undefined || faces === 'unnamed' || !isFixed;
  return kind === 'collections' && (album !== undefined || faceList?.of === 'faceset');
}
