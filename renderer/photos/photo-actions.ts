/** What a user does to some photos at once; each can be undone, and tells whether it has been done. */
import { call } from '../bridge.ts';
import { changeInParts } from '../changes/in-parts.ts';

type Ids = readonly string[];

export const deletePhotos = (ids: Ids): Promise<boolean> =>
  changeInParts(ids, (part) => call('photos.delete', { ids: part }));

export const restorePhotos = (ids: Ids): Promise<boolean> =>
  changeInParts(ids, (part) => call('photos.restore', { ids: part }));

export const turnPhotos = (ids: Ids, by: 'cw90' | 'cw270'): Promise<boolean> =>
  changeInParts(ids, (part) => call('photos.turn', { ids: part, by }));

/** @param rating null for no stars */
export const ratePhotos = (ids: Ids, rating: number | null): Promise<boolean> =>
  changeInParts(ids, (part) => call('photos.rate', { ids: part, rating }));

export const tagPhotos = (ids: Ids, tags: readonly string[]): Promise<boolean> =>
  changeInParts(ids, (part) => call('photos.tag', { ids: part, tags: [...tags] }));
