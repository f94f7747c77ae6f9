/** Kindred's own documentation, which it brings along: it opens without a network. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, shell } from 'electron';

/** Packed into one archive with the application, it is a file to Kindred only; so others are given a copy. */
export async function openDocumentation(): Promise<void> {
  const copy = join(app.getPath('temp'), 'Kindred README.md');
  await writeFile(copy, await readFile(join(app.getAppPath(), 'README.md')));
  await shell.openPath(copy);
}
