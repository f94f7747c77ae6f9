/** What a user does to groups, face sets and albums; each can be undone. */
import { call } from '../bridge.ts';
import { change } from '../changes/change.ts';
import { changeInParts, inParts } from '../changes/in-parts.ts';
import type { CollectionKind } from './kinds.ts';

type Ids = readonly string[];

interface Of {
  readonly kind: CollectionKind;
  readonly id: string;
}

/** @returns its id; null when it failed, which the user has been told */
export async function createCollection(kind: CollectionKind, name: string, members: Ids = []): Promise<string | null> {
  const [first = [], ...rest] = inParts(members);
  return change(async () => {
    const { id } = await call('collection.create', { kind, name, members: first });
    for (const some of rest) await call('collection.add', { kind, id, members: some });
    return id;
  });
}

/** @returns whether it has been done; if not, the user has been told */
export const addMembers = (of: Of, members: Ids): Promise<boolean> =>
  changeInParts(members, (some) => call('collection.add', { ...of, members: some }));

/** Out of the set; what is taken out stays in the library. @returns whether it has been done */
export const takeMembers = (of: Of, members: Ids): Promise<boolean> =>
  changeInParts(members, (some) => call('collection.take', { ...of, members: some }));

export const renameCollection = async (of: Of, name: string): Promise<boolean> =>
  (await change(() => call('collection.rename', { ...of, name }))) !== null;

export const setUserData = async (of: Of, userData: string): Promise<boolean> =>
  (await change(() => call('collection.set-user-data', { ...of, userData }))) !== null;

export const deleteCollection = async (of: Of): Promise<boolean> =>
  (await change(() => call('collection.delete', { ...of }))) !== null;
