/** A filter in words, part by part. */
import type { Strings } from '../../strings/english.ts';
import { dayName } from '../day-name.ts';
import type { PhotoFilter } from '../timeline.ts';

export interface PartInWords {
  readonly key: string;
  readonly label: string;
  /** What takes it away, for `filterBy`. */
  readonly without: { readonly [Part in keyof PhotoFilter]?: PhotoFilter[Part] | undefined };
}

export type Names = ReadonlyMap<string, string>;

/** @param names of the people, the album and the tag, by id; one that is not known yet is shown without */
export function partsInWords(filter: PhotoFilter, names: Names, strings: Strings): PartInWords[] {
  const words = strings.photos.filter;
  const { persons = [], faces, from, to, camera, place, rating, album, tag, missing, deleted } = filter;
  const parts: PartInWords[] = persons.map((id) => {
    const others = persons.filter((other) => other !== id);
    return { key: id, label: names.get(id) ?? '…', without: { persons: others.length > 0 ? others : undefined } };
  });
  const add = (key: string, label: string | null | undefined, without: PartInWords['without']): void => {
    if (label !== null && label !== undefined) parts.push({ key, label, without });
  };
  add('faces', faces && words.facesOf[faces], { faces: undefined });
  add('dates', datesInWords(from, to, strings), { from: undefined, to: undefined });
  add('rating', rating === undefined ? null : words.ratingOf(rating), { rating: undefined });
  add('place', place === undefined ? null : words.placeOf[place ? 'with' : 'without'], { place: undefined });
  add('album', album && (names.get(album) ?? '…'), { album: undefined });
  add('tag', tag && (names.get(tag) ?? '…'), { tag: undefined });
  add('camera', camera, { camera: undefined });
  add('missing', missing && words.missing, { missing: undefined });
  add('deleted', deleted && words.bin, { deleted: undefined });
  return parts;
}

function datesInWords(from: string | undefined, to: string | undefined, strings: Strings): string | null {
  const words = strings.photos.filter;
  if (from !== undefined && from === to) return dayName(from, strings);
  if (from !== undefined && to !== undefined) return words.between(dayName(from, strings), dayName(to, strings));
  if (from !== undefined) return words.since(dayName(from, strings));
  return to === undefined ? null : words.until(dayName(to, strings));
}
