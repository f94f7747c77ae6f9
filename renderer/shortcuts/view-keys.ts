/** What stands for each view after G: a letter, or its number in the rail. */
import { VIEWS, type View } from '../../preload/contract/views.ts';

export const VIEW_KEYS: Readonly<Record<View, string>> = {
  photos: 'p',
  people: 'e',
  groups: 'g',
  facesets: 'f',
  albums: 'a',
  imports: 'i',
  api: 'l',
  settings: 's',
};

export const viewOf = (key: string): View | null =>
  VIEWS.find((view, place) => VIEW_KEYS[view] === key.toLowerCase() || String(place + 1) === key) ?? null;
