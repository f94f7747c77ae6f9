/** Files the library knows below a folder and that are no longer there: marked missing, never deleted. */
import { access } from 'node:fs/promises';
import { sep } from 'node:path';
import type { Library } from '../../library/library.ts';

const PAGE = 200;

/**
 * @param roots absolute paths of files or folders
 * @returns the number of files newly marked
 */
export async function markVanished(library: Library, roots: readonly string[], signal: AbortSignal): Promise<number> {
  let marked = 0;
  for (const root of roots) {
    // An unplugged disk is not a deleted album.
    if (await isMissing(root)) continue;
    const folder = root.endsWith(sep) ? root : root + sep;
    for (let after: string | null = null; !signal.aborted; ) {
      const page = library.photoFiles.under(folder, after, PAGE);
      const paths = page.filter(({ missingAt }) => missingAt === null).map(({ path }) => path);
      const gone = await filterMissing(paths);
      if (gone.length > 0) marked += library.transaction(() => library.photoFiles.markMissing(gone));
      if (page.length < PAGE) break;
      after = page.at(-1)?.path ?? null;
    }
  }
  return marked;
}

async function filterMissing(paths: readonly string[]): Promise<string[]> {
  const missing = await Promise.all(paths.map(isMissing));
  return paths.filter((_, i) => missing[i]);
}

/** Gone for certain; a path that may not be looked at is not gone. */
const isMissing = (path: string): Promise<boolean> =>
  access(path).then(
    () => false,
    (error: unknown) =>
      error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'),
  );
