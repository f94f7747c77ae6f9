/** Names as they are typed: any word may be begun, without its accents too, as people.find does it in main. */

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** @returns those whose name has a word that begins so, for every word typed; all of them for no text */
export function findByName<Named extends { readonly name: string }>(all: readonly Named[], typed: string): Named[] {
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  return all.filter(({ name }) => {
    const whole = plain(name);
    // Chinese has no spaces between words: there any place will do.
    const isBegun = (part: string): boolean =>
      /\p{Script=Han}/u.test(part)
        ? whole.includes(part)
        : whole.split(/[\s\-']+/).some((word) => word.startsWith(part));
    return wanted.every(isBegun);
  });
}
