/** Kindred's own documentation, which it brings along: it opens without a network. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';
import { openPath } from '../open-path.ts';

/**
 * Packed into one archive with the application, it is a file to Kindred only; so others are given a copy. Among the user's
 * own files: in a folder that all users share, somebody else's file could lie in its place.
 */
export async function openDocumentation(): Promise<void> {
  const copy = join(app.getPath('userData'), 'Kindred README.md');
  await writeFile(copy, await readFile(join(app.getAppPath(), 'README.md')));
  await openPath(copy);
}
