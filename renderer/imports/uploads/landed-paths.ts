/** What an import is asked for when everything has landed. */

/** So many files are named one by one; of more, their folders. */
const MOST_NAMED = 1000;

export function pathsToImport(landed: readonly string[]): string[] {
  return landed.length <= MOST_NAMED ? [...landed] : outermostFolders(landed);
}

/** The folders in which files lie, without those that lie in another of them. */
export function outermostFolders(paths: readonly string[]): string[] {
  const folders = [...new Set(paths.map((path) => path.replace(/[/\\][^/\\]*$/, '')))].sort();
  const outermost: string[] = [];
  for (const folder of folders) {
    const isInside = outermost.some((outer) => folder.startsWith(`${outer}/`) || folder.startsWith(`${outer}\\`));
    if (!isInside) outermost.push(folder);
  }
  return outermost;
}
