/** Whether somebody is called so: every word that is typed begins a word of the name, with or without its accents. */
export function isCalled(name: string, text: string): boolean {
  if (text === '') return true;
  const own = words(name);
  return words(text).every((part) => own.some((word) => word.startsWith(part)));
}

const words = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLocaleLowerCase()
    .split(/[\s\-']+/)
    .filter(Boolean);
