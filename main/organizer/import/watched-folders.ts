/** The folders a user wants followed, as a setting: whoever owns the library watches them (watch.ts). */
import { resolve } from 'node:path';
import { z } from 'zod';
import type { Library } from '../../library/library.ts';

const SETTING = 'import.watched-folders';

const folders = z.array(z.string()).catch([]);

/** Absolute paths, sorted. */
export function watchedFolders(library: Library): readonly string[] {
  return folders.parse(library.settings.get(SETTING));
}

/** From now on, photos that come into these folders are imported by themselves. */
export function addWatchedFolders(library: Library, added: readonly string[]): void {
  write(library, [...watchedFolders(library), ...added.map((folder) => resolve(folder))]);
}

/** What was imported from these folders stays. */
export function removeWatchedFolders(library: Library, removed: readonly string[]): void {
  const gone = new Set(removed.map((folder) => resolve(folder)));
  write(
    library,
    watchedFolders(library).filter((folder) => !gone.has(folder)),
  );
}

function write(library: Library, all: readonly string[]): void {
  library.transaction(() => library.settings.set(SETTING, [...new Set(all)].sort()));
}
