/**
 * Which photos of a timeline are selected: by their ids, so that photos which come or go meanwhile change nothing. Whole
 * stretches are selected by their places, and main tells whose they are, since most of them have never been in sight.
 */
import { create, type StoreApi, type UseBoundStore } from 'zustand';
import { attempt } from '../changes/attempt.ts';
import type { Timeline } from './timeline.ts';

type Ids = ReadonlySet<string>;

interface SelectionState {
  readonly ids: Ids;
}

export interface Selection {
  readonly use: UseBoundStore<StoreApi<SelectionState>>;
  /** One photo more or less; the next stretch begins at it. */
  toggle(place: number): Promise<void>;
  /** Everything from where the stretch began to this place, instead of the last stretch. */
  extendTo(place: number): Promise<void>;
  /** The photos from one place to another, `end` not included: all of them selected, or none if all are already. */
  toggleStretch(first: number, end: number): Promise<void>;
  selectAll(): Promise<void>;
  /** What a rubber band holds besides what was selected before. */
  band(before: Ids, places: readonly number[]): Promise<void>;
  clear(): void;
}

export function createSelection(timeline: Timeline): Selection {
  const use = create<SelectionState>(() => ({ ids: new Set() }));
  /** Where a stretch begins, and what was selected besides it. */
  let anchor = 0;
  let besides: Ids = new Set();
  /** The latest wish; an earlier one that main answers late is not heard. */
  let wanted = 0;

  async function take(ids: () => Promise<Ids>): Promise<boolean> {
    wanted++;
    const wish = wanted;
    const found = await attempt(ids);
    if (found === null || wish !== wanted) return false;
    use.setState({ ids: found });
    return true;
  }

  const between = async (first: number, end: number): Promise<Ids> => new Set(await timeline.ids(first, end));

  return {
    use,
    async toggle(place) {
      const isTaken = await take(async () => {
        const photo = await timeline.photoAt(place);
        const { ids } = use.getState();
        return photo ? ids.symmetricDifference(new Set([photo.id])) : ids;
      });
      if (!isTaken) return;
      anchor = place;
      besides = use.getState().ids;
    },
    async extendTo(place) {
      await take(async () => besides.union(await between(Math.min(anchor, place), Math.max(anchor, place) + 1)));
    },
    async toggleStretch(first, end) {
      await take(async () => {
        const [stretch, { ids }] = [await between(first, end), use.getState()];
        return stretch.isSubsetOf(ids) ? ids.difference(stretch) : ids.union(stretch);
      });
      anchor = first;
      besides = use.getState().ids;
    },
    async selectAll() {
      await take(() => between(0, timeline.use.getState().aspects.length));
    },
    async band(before, places) {
      await take(async () => before.union(new Set(await idsAt(timeline, places))));
      besides = use.getState().ids;
      anchor = places[0] ?? 0;
    },
    clear() {
      wanted++;
      besides = new Set();
      use.setState({ ids: besides });
    },
  };
}

/** What has been in sight is known; main is asked for the rest. */
async function idsAt(timeline: Timeline, places: readonly number[]): Promise<readonly string[]> {
  const { photos } = timeline.use.getState();
  const known = places.flatMap((place) => photos.get(place)?.id ?? []);
  const [first = 0, last = -1] = [places[0], places.at(-1)];
  if (known.length === places.length) return known;
  const ids = await timeline.ids(first, last + 1);
  return places.flatMap((place) => ids[place - first] ?? []);
}
