/**
 * Which library a start opens that names none: the one that was open last. When that lies on a disk that is not plugged in,
 * the user is asked, since an empty library in its place looks like one that has been lost.
 */

export type Choice = 'look-again' | 'another' | 'quit';

export interface Remembered {
  /** Folders of libraries that were open, the latest first. */
  readonly folders: readonly string[];
  /** Where a library is that nobody has chosen a place for. */
  readonly usual: string;
  exists(folder: string): boolean;
  /** @param other what would be opened in its place */
  ask(missing: string, other: string): Promise<Choice>;
}

/** @returns its folder; null when nothing is to be opened */
export async function libraryToOpen({ folders, usual, exists, ask }: Remembered): Promise<string | null> {
  const [last = usual] = folders;
  // Its usual place is on no disk that comes and goes; Kindred makes that folder anew.
  const isThere = (folder: string): boolean => folder === usual || exists(folder);
  while (!isThere(last)) {
    const other = folders.find(isThere) ?? usual;
    const choice = await ask(last, other);
    if (choice === 'quit') return null;
    if (choice === 'another') return other;
  }
  return last;
}
