/** Another name for a person, or, when somebody has it and is the same, one person instead of two. */
import { call } from '../../bridge.ts';
import { change } from '../../changes/change.ts';
import type { IfNameTaken } from './name-field.tsx';

/** @returns whether somebody else has the name already and has to be told apart first */
export async function renamePerson(id: string, name: string, ifNameTaken?: IfNameTaken): Promise<boolean> {
  if (ifNameTaken !== 'another') {
    const { people } = await call('people.find', { text: name, limit: 50 });
    const namesake = people.find((person) => person.id !== id && isSame(person.name, name));
    if (namesake && ifNameTaken === undefined) return true;
    if (namesake) {
      await change(() => call('people.merge', { into: namesake.id, from: [id] }));
      return false;
    }
  }
  await change(() => call('person.rename', { id, name }));
  return false;
}

const isSame = (a: string, b: string): boolean => a.localeCompare(b, undefined, { sensitivity: 'accent' }) === 0;
