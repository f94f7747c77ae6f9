/** What can be done with people and with groups that have no name yet, one or many; never anything to a photo. */
import { call } from '../bridge.ts';
import { change } from '../changes/change.ts';

export interface Picked {
  readonly persons: readonly string[];
  readonly groups: readonly string[];
}

export async function hidePicked({ persons, groups }: Picked, hidden: boolean): Promise<void> {
  await change(() =>
    persons.length > 0
      ? call('people.hide', { ids: [...persons], groups: [...groups], hidden })
      : call('unnamed.hide', { ids: [...groups], hidden }),
  );
}

/** The names only: the faces are unknown again. */
export async function deleteNames(persons: readonly string[]): Promise<boolean> {
  return (await change(() => call('people.delete', { ids: [...persons] }))) !== null;
}

/** Everybody becomes this person. */
export async function mergeIntoPerson(personId: string, { persons, groups }: Picked): Promise<boolean> {
  const from = persons.filter((id) => id !== personId);
  if (from.length + groups.length === 0) return false;
  return (await change(() => call('people.merge', { into: personId, from, groups: [...groups] }))) !== null;
}

/** Groups become one; people that are dropped on a group take it in. */
export async function mergeIntoGroup(groupId: string, { persons, groups }: Picked): Promise<boolean> {
  const [person] = persons;
  if (person !== undefined) return mergeIntoPerson(person, { persons, groups: [...new Set([...groups, groupId])] });
  const from = groups.filter((id) => id !== groupId);
  if (from.length === 0) return false;
  return (await change(() => call('unnamed.merge', { into: groupId, from }))) !== null;
}
