/** Names as they are typed, the same in the window and in main: any word of a name may be begun, in any order. */

/** @returns whether every word that is typed begins a word of a name, with or without its accents */
export function nameMatches(typed: string): (name: string) => boolean {
  const wanted = words(typed);
  return (name) => {
    const known = words(name);
    return wanted.every((part) => known.some((word) => begins(word, part)));
  };
}

/** @returns those that are called so, in the order they came; all of them for no text */
export const findByName = <Named extends { readonly name: string }>(all: readonly Named[], typed: string): Named[] => {
  const isWanted = nameMatches(typed);
  return all.filter(({ name }) => isWanted(name));
};

/** Chinese has no spaces between words: there any place begins one. */
const begins = (word: string, part: string): boolean =>
  /\p{Script=Han}/u.test(part) ? word.includes(part) : word.startsWith(part);

/** `Zoë de Boer` as zoe, de, boer, and `语言：English` as 语言, english. */
const words = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLocaleLowerCase()
    .split(/[\s\-':：·、，（]+/)
    .filter(Boolean);
