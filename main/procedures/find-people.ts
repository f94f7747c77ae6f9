/** People by their names, as they are typed. */
import { findByName } from '../../preload/contract/names.ts';
import { LOCAL_ACCOUNT } from '../library/accounts.ts';
import type { Library } from '../library/library.ts';
import type { PersonWithCounts } from '../library/persons.ts';

/** @returns those with the most faces first; all people for no text */
export function findPeople(library: Library, text: string, limit: number): PersonWithCounts[] {
  const found = findByName(library.persons.oldestFirst(LOCAL_ACCOUNT), text).map(({ id }) => id);
  return library.persons
    .cards(found)
    .sort((a, b) => b.faces - a.faces)
    .slice(0, limit);
}
