/** Names as they are typed: any word of a name may be begun, with or without its accents, in any order. */
import { LOCAL_ACCOUNT } from '../library/accounts.ts';
import type { Library } from '../library/library.ts';
import type { PersonWithCounts } from '../library/persons.ts';

/** @returns those with the most faces first; all people for no text */
export function findPeople(library: Library, text: string, limit: number): PersonWithCounts[] {
  const wanted = words(text);
  const found = library.persons
    .oldestFirst(LOCAL_ACCOUNT)
    .filter(({ name }) => isMatch(words(name), wanted))
    .map(({ id }) => id);
  return library.persons
    .cards(found)
    .sort((a, b) => b.faces - a.faces)
    .slice(0, limit);
}

const isMatch = (name: readonly string[], wanted: readonly string[]): boolean =>
  wanted.every((part) => name.some((word) => word.startsWith(part)));

/** `Zoë de Boer` as zoe, de, boer. */
const words = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLocaleLowerCase()
    .split(/[\s\-']+/)
    .filter(Boolean);
