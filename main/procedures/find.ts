/** Anything by its name. */
import { basename } from 'node:path';
import type { findProcedures } from '../../preload/contract/find.ts';
import { nameMatches } from '../../preload/contract/names.ts';
import { LOCAL_ACCOUNT } from '../library/accounts.ts';
import type { Library } from '../library/library.ts';
import { personCard } from './cards.ts';
import type { Family, Services } from './family.ts';
import { findPeople } from './find-people.ts';

const KINDS = { group: 'groups', faceset: 'facesets', album: 'albums' } as const;
/** One letter is in most file names, and says nothing. */
const SHORTEST = 2;

export const find = ({ library }: Services): Family<typeof findProcedures> => ({
  'find.everything': ({ text, limit }) => {
    const isWanted = nameMatches(text);
    const some = <Named extends { readonly name: string }>(all: readonly Named[]): Named[] =>
      all.filter((one) => isWanted(one.name)).slice(0, limit);
    return {
      people: findPeople(library, text, limit).map(personCard),
      collections: (['group', 'faceset', 'album'] as const).flatMap((kind) =>
        some(library[KINDS[kind]].all(LOCAL_ACCOUNT)).map(({ id, name, members }) => ({
          ...{ kind, id, name, memberCount: members },
        })),
      ),
      tags: some(library.tags.all(LOCAL_ACCOUNT)).map(({ photos: photoCount, ...tag }) => ({ ...tag, photoCount })),
      years: library.timeline
        .years(LOCAL_ACCOUNT)
        .filter(({ year }) => isWanted(year))
        .slice(0, limit)
        .map(({ year, photos: photoCount }) => ({ year, photoCount })),
      photos: photosNamed(library, text.trim(), limit),
    };
  },
});

function photosNamed(library: Library, text: string, limit: number) {
  if ([...text].length < SHORTEST) return [];
  return library.photoFiles
    .named(LOCAL_ACCOUNT, text.split(/\s+/), limit)
    .map(({ imageId, path, takenAt }) => ({ id: imageId, fileName: basename(path), takenAt }));
}
