/** Names as they are typed: any word of a name may be begun, with or without its accents, in any order. */
import { LOCAL_ACCOUNT } from '../library/accounts.ts';
import type { Library } from '../library/library.ts';
import type { PersonWithCounts } from '../library/persons.ts';

/** @returns those with the most faces first; all people for no text */
export function findPeople(library: Library, text: string, limit: number): PersonWithCounts[] {
  const isWanted = nameMatches(text);
  const found = library.persons
    .oldestFirst(LOCAL_ACCOUNT)
    .filter(({ name }) => isWanted(name))
    .map(({ id }) => id);
  return library.persons
    .cards(found)
    .sort((a, b) => b.faces - a.faces)
    .slice(0, limit);
}

/** @returns whether every word that is typed begins a word of a name */
export function nameMatches(text: string): (name: string) => boolean {
  const wanted = words(text);
  return (name) => {
    const known = words(name);
    return wanted.every((part) => known.some((word) => begins(word, part)));
  };
}

/** Chinese has no spaces between words: there any place begins one. */
const begins = (word: string, part: string): boolean =>
  /\p{Script=Han}/u.test(part) ? word.includes(part) : word.startsWith(part);

/** `Zoë de Boer` as zoe, de, boer. */
const words = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLocaleLowerCase()
    .split(/[\s\-']+/)
    .filter(Boolean);
