/** What a user does to some photos at once; each can be undone. */
import { call } from '../bridge.ts';
import { change } from '../changes/change.ts';

type Ids = readonly string[];

/** What one call takes (preload/contract/shapes.ts); a larger selection goes in several. */
const MOST = 20_000;

async function inParts(ids: Ids, work: (part: string[]) => Promise<unknown>): Promise<true> {
  for (let from = 0; from < ids.length; from += MOST) await work(ids.slice(from, from + MOST));
  return true;
}

/** @returns whether it has been done; if not, the user has been told */
const changeAll = async (ids: Ids, work: (part: string[]) => Promise<unknown>): Promise<boolean> =>
  (await change(() => inParts(ids, work))) === true;

export const deletePhotos = (ids: Ids): Promise<boolean> =>
  changeAll(ids, (part) => call('photos.delete', { ids: part }));

export const restorePhotos = (ids: Ids): Promise<boolean> =>
  changeAll(ids, (part) => call('photos.restore', { ids: part }));

export const turnPhotos = (ids: Ids, by: 'cw90' | 'cw270'): Promise<boolean> =>
  changeAll(ids, (part) => call('photos.turn', { ids: part, by }));

/** @param rating null for no stars */
export const ratePhotos = (ids: Ids, rating: number | null): Promise<boolean> =>
  changeAll(ids, (part) => call('photos.rate', { ids: part, rating }));

export const tagPhotos = (ids: Ids, tags: readonly string[]): Promise<boolean> =>
  changeAll(ids, (part) => call('photos.tag', { ids: part, tags: [...tags] }));
