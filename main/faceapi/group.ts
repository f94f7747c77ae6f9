/** /group/*: sets of persons. A person may be in many. */
import type { Id } from '../library/store.ts';
import { collectionCalls } from './collections.ts';
import type { Call, Result } from './endpoint.ts';
import { knownGroup, knownPersons } from './known-ids.ts';

const groups = collectionCalls({
  collections: 'groups',
  idField: 'group_id',
  countField: 'person_count',
  perCollection: 'persons_per_group',
  emptyStatus: 'EMPTY_PERSON_ID',
  known: knownGroup,
  knownMembers: knownPersons,
});

interface NewGroup {
  readonly name: string;
  readonly person_id: readonly Id[] | undefined;
  readonly user_data: string | undefined;
}

interface GroupPersons {
  readonly group_id: Id;
  readonly person_id: readonly Id[];
}

interface GroupChange {
  readonly group_id: Id;
  readonly name: string | undefined;
  readonly user_data: string | undefined;
}

export const createGroup = (call: Call, { name, person_id, user_data }: NewGroup): Result =>
  groups.create(call, { name, members: person_id, userData: user_data });

export const deleteGroup = (call: Call, { group_id }: { readonly group_id: Id }): Result =>
  groups.delete(call, group_id);

export const addPersonsToGroup = (call: Call, { group_id, person_id }: GroupPersons): Result =>
  groups.add(call, group_id, person_id);

export const removePersonsFromGroup = (call: Call, { group_id, person_id }: GroupPersons): Result =>
  groups.remove(call, group_id, person_id);

export const changeGroup = (call: Call, { group_id, name, user_data }: GroupChange): Result =>
  groups.change(call, group_id, { name, userData: user_data });
