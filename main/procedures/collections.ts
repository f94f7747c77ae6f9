/** Groups, face sets and albums: one family, since they differ in what they hold only. */
import type { collectionProcedures } from '../../preload/contract/collections.ts';
import { LOCAL_ACCOUNT } from '../library/accounts.ts';
import type { Collection, Collections } from '../library/collections.ts';
import type { Library } from '../library/library.ts';
import type { Id } from '../library/store.ts';
import {
  addToCollection,
  type CollectionKind,
  createCollection,
  deleteCollection,
  renameCollection,
  setCollectionUserData,
  takeFromCollection,
} from '../organizer/commands/collections.ts';
import { execute } from '../organizer/commands/command.ts';
import { namedFaceCards, personCard } from './cards.ts';
import { DONE, type Family, needed, type Services } from './family.ts';

const NOUNS = { group: 'group', faceset: 'face set', album: 'album' } as const;

export const collections = ({ library }: Services): Family<typeof collectionProcedures> => ({
  'collections.list': ({ kind }) => {
    const all = ofKind(library, kind).all(LOCAL_ACCOUNT);
    const covers = coversOf(library, kind);
    return { collections: all.map((one) => card(one, covers.get(one.id) ?? [])) };
  },
  'collection.show': ({ kind, id }) => {
    const found = needed(ofKind(library, kind).byId(id), NOUNS[kind]);
    return { ...card(found, coversOf(library, kind).get(id) ?? []), userData: found.userData };
  },
  'group.people': ({ id, ...range }) => {
    const { members } = needed(library.groups.byId(id), NOUNS.group);
    const people = library.persons.cards(library.groups.membersPage(id, range));
    return { people: people.map(personCard), total: members };
  },
  'faceset.faces': ({ id, ...range }) => {
    const { members } = needed(library.facesets.byId(id), NOUNS.faceset);
    return { faces: namedFaceCards(library, library.facesets.membersPage(id, range)), total: members };
  },
  'collection.create': (made) => execute(library, createCollection, made),
  'collection.rename': (renamed) => {
    execute(library, renameCollection, renamed);
    return DONE;
  },
  'collection.set-user-data': (changed) => {
    execute(library, setCollectionUserData, changed);
    return DONE;
  },
  'collection.delete': (deleted) => {
    execute(library, deleteCollection, deleted);
    return DONE;
  },
  'collection.add': (added) => execute(library, addToCollection, added),
  'collection.take': (taken) => execute(library, takeFromCollection, taken),
});

const ofKind = (library: Library, kind: CollectionKind): Collections =>
  ({ group: library.groups, faceset: library.facesets, album: library.albums })[kind];

const card = ({ id, name, members, createdAt }: Collection, covers: readonly Id[]) => ({
  ...{ id, name, memberCount: members, createdAt, covers },
});

/** The first members; of persons their faces, since persons have no pictures of their own. */
function coversOf(library: Library, kind: CollectionKind): Map<Id, readonly Id[]> {
  const covers = ofKind(library, kind).covers(LOCAL_ACCOUNT);
  if (kind !== 'group') return covers;
  const persons = library.persons.cards([...new Set([...covers.values()].flat())]);
  const faceOf = new Map(persons.map(({ id, coverFace }) => [id, coverFace]));
  return new Map(
    [...covers].map(([id, members]) => [
      id,
      members.map((personId) => faceOf.get(personId) ?? null).filter((faceId) => faceId !== null),
    ]),
  );
}
