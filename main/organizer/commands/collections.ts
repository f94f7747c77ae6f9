/**
 * Named sets that people make: groups of persons, face sets, albums. They differ in what they hold only, so each command
 * is told the kind.
 */
import type { Collections } from '../../library/collections.ts';
import type { Library } from '../../library/library.ts';
import type { Id } from '../../library/store.ts';
import { OrganizerError } from '../organizer-error.ts';
import { type Command, cleanName, needFaces, needPerson, needPhotos } from './command.ts';

export type CollectionKind = 'group' | 'faceset' | 'album';

interface Kind {
  readonly noun: string;
  of(library: Library): Collections;
  /** @throws OrganizerError `not-found` for a member that is not in the library */
  needMembers(library: Library, ids: readonly Id[]): void;
}

const KINDS: Readonly<Record<CollectionKind, Kind>> = {
  group: {
    noun: 'group',
    of: (library) => library.groups,
    needMembers: (library, ids) => {
      for (const id of ids) needPerson(library, id);
    },
  },
  faceset: { noun: 'face set', of: (library) => library.facesets, needMembers: needFaces },
  album: { noun: 'album', of: (library) => library.albums, needMembers: needPhotos },
};

interface Of {
  readonly kind: CollectionKind;
  readonly id: Id;
}

export const createCollection: Command<{ kind: CollectionKind; name: string; members?: readonly Id[] }, { id: Id }> = {
  name: 'create-collection',
  label: (_library, { kind, name }) => ({ does: 'create-collection', kind, name: cleanName(name) }),
  run(library, { kind, name, members = [] }, accountId) {
    KINDS[kind].needMembers(library, members);
    const id = KINDS[kind].of(library).create(accountId, cleanName(name));
    KINDS[kind].of(library).add(id, members);
    return { id };
  },
};

export const renameCollection: Command<Of & { name: string }, void> = {
  name: 'rename-collection',
  label: (library, { name, ...of }) => ({ does: 'rename-collection', ...called(library, of), to: cleanName(name) }),
  run(library, { name, ...of }) {
    need(library, of).rename(of.id, cleanName(name));
  },
};

export const setCollectionUserData: Command<Of & { userData: string }, void> = {
  name: 'set-collection-user-data',
  label: (library, of) => ({ does: 'set-collection-user-data', ...called(library, of) }),
  run(library, { userData, ...of }) {
    need(library, of).setUserData(of.id, userData);
  },
};

/** The set only; what was in it stays. */
export const deleteCollection: Command<Of, void> = {
  name: 'delete-collection',
  label: (library, of) => ({ does: 'delete-collection', ...called(library, of) }),
  run(library, of) {
    need(library, of).remove([of.id]);
  },
};

export const addToCollection: Command<Of & { members: readonly Id[] }, { added: number }> = {
  name: 'add-to-collection',
  label: (library, { members, ...of }) => ({
    does: 'add-to-collection',
    ...called(library, of),
    members: members.length,
  }),
  run(library, { members, ...of }) {
    KINDS[of.kind].needMembers(library, members);
    return { added: need(library, of).add(of.id, members) };
  },
};

export const takeFromCollection: Command<Of & { members: readonly Id[] }, { taken: number }> = {
  name: 'take-from-collection',
  label: (library, { members, ...of }) => ({
    does: 'take-from-collection',
    ...called(library, of),
    members: members.length,
  }),
  run(library, { members, ...of }) {
    return { taken: need(library, of).take(of.id, members) };
  },
};

/** Labels never fail: a set that is gone has no name but a kind. */
const called = (library: Library, { kind, id }: Of): { kind: CollectionKind; name: string | null } => ({
  kind,
  name: KINDS[kind].of(library).byId(id)?.name ?? null,
});

function need(library: Library, { kind, id }: Of): Collections {
  const { noun, of } = KINDS[kind];
  const collections = of(library);
  if (!collections.byId(id)) throw new OrganizerError('not-found', `This ${noun} is no longer in the library.`);
  return collections;
}
