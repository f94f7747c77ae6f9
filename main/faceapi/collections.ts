/**
 * What /group/* and /faceset/* have in common: named sets that keep the order of adding. The two differ in what is in
 * them and in the names of their fields.
 */
import type { Quotas } from '../library/api-keys.ts';
import type { Id } from '../library/store.ts';
import { ApiError } from './api-error.ts';
import type { Call, Result } from './endpoint.ts';
import { countUnlessNone } from './person.ts';
import { keepWithin } from './quotas.ts';
import type { StatusName } from './statuses.ts';

interface CollectionKind {
  readonly collections: 'groups' | 'facesets';
  readonly idField: string;
  readonly countField: string;
  readonly perCollection: keyof Quotas;
  readonly emptyStatus: StatusName;
  /** @throws ApiError when the id is unknown */
  readonly known: (call: Call, id: Id) => { readonly name: string; readonly members: number };
  /** @throws ApiError when one of the ids is unknown */
  readonly knownMembers: (call: Call, ids: readonly Id[]) => void;
}

interface NewCollection {
  readonly name: string;
  readonly members: readonly Id[] | undefined;
  readonly userData: string | undefined;
}

interface Change {
  readonly name: string | undefined;
  readonly userData: string | undefined;
}

export function collectionCalls(kind: CollectionKind) {
  const { collections, idField, countField, perCollection, emptyStatus, known, knownMembers } = kind;
  return {
    create(call: Call, { name, members = [], userData = '' }: NewCollection): Result {
      const { library, accountId } = call;
      return library.transaction(() => {
        knownMembers(call, members);
        keepWithin(call, collections, library[collections].count(accountId) + 1);
        keepWithin(call, perCollection, members.length);
        const id = library[collections].create(accountId, name, userData);
        library[collections].add(id, members);
        return { [idField]: id, name, ...countUnlessNone(countField, members.length) };
      });
    },

    delete(call: Call, id: Id): Result {
      const { library } = call;
      return library.transaction(() => {
        known(call, id);
        library[collections].remove([id]);
        return {};
      });
    },

    add(call: Call, id: Id, members: readonly Id[]): Result {
      const { library } = call;
      return library.transaction(() => {
        const { name, members: before } = known(call, id);
        if (members.length === 0) throw new ApiError(emptyStatus);
        knownMembers(call, members);
        const added = library[collections].add(id, members);
        // Too many after all: the transaction takes them out again.
        if (added > 0) keepWithin(call, perCollection, before + added);
        return { [idField]: id, name, [countField]: before + added, added_count: added };
      });
    },

    remove(call: Call, id: Id, members: readonly Id[]): Result {
      const { library } = call;
      return library.transaction(() => {
        const { name, members: before } = known(call, id);
        if (members.length === 0) throw new ApiError(emptyStatus);
        const removed = library[collections].take(id, members);
        return { [idField]: id, name, [countField]: before - removed, removed_count: removed };
      });
    },

    change(call: Call, id: Id, { name, userData }: Change): Result {
      const { library } = call;
      return library.transaction(() => {
        known(call, id);
        if (name !== undefined) library[collections].rename(id, name);
        if (userData !== undefined) library[collections].setUserData(id, userData);
        return {};
      });
    },
  };
}
