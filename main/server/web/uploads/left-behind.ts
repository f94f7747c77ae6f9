/**
 * Uploads that nobody has imported: the page imports what it has sent, and a browser may end before that. They are found
 * at the next start, or when nothing has been sent for a while, and imported by themselves. What an import has had in its
 * hands once, whatever came of it, is the user's to try again.
 */
import { sep } from 'node:path';
import type { Library } from '../../../library/library.ts';
import { scan } from '../../../organizer/import/scan.ts';
import type { Organizer } from '../../../organizer/organizer.ts';

/** Paths asked about together. */
const BATCH = 500;

/**
 * @param folder of all uploads
 * @param core   whose library may be closed or opened anew meanwhile
 * @returns when they have been imported; how many there were. Never rejects: the organizer tells what goes wrong
 */
export async function importLeftBehind(
  core: { readonly library: Library; readonly organizer: Organizer },
  folder: string,
): Promise<number> {
  let paths: string[] = [];
  try {
    const { library, organizer } = core;
    paths = await leftBehind(library, folder);
    if (paths.length > 0) await organizer.run(organizer.import(paths));
  } catch {
    // The next start finds them again.
  }
  return paths.length;
}

async function leftBehind(library: Library, folder: string): Promise<string[]> {
  const found: string[] = [];
  for await (const entry of scan([folder])) {
    if (entry.kind === 'photo') found.push(entry.path);
  }
  const left: string[] = [];
  for (let i = 0; i < found.length; i += BATCH) left.push(...unknown(library, found.slice(i, i + BATCH)));
  return left;
}

function unknown(library: Library, paths: readonly string[]): string[] {
  const known = new Set(library.photoFiles.byPaths(paths).map(({ path }) => path));
  const others = paths.filter((path) => !known.has(path));
  if (others.length === 0) return [];
  for (const path of library.importJobs.holding(others)) known.add(path);
  // What an import has still to walk it will find by itself.
  const roots = library.importJobs.unfinished().flatMap((job) => (job.discovered ? [] : job.roots));
  return others.filter(
    (path) => !known.has(path) && !roots.some((root) => path === root || path.startsWith(root + sep)),
  );
}
