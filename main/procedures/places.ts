/** Paths that a user names: whole ones that lead somewhere, or a refusal that says which one does not. */
import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join, normalize } from 'node:path';
import { unreadable } from '../organizer/import/scan.ts';
import { ProcedureError } from './family.ts';

/** Paths looked at together. */
const AT_ONCE = 64;

/**
 * @param paths  `~` is the user's own folder; others have to be absolute
 * @param wanted what they have to lead to
 * @throws ProcedureError `relative-path`, `not-found`, `unreadable`, `not-a-folder`, for the first that is none
 */
export async function existing(paths: readonly string[], wanted: 'anything' | 'folders'): Promise<string[]> {
  const whole = paths.map(wholePath);
  for (let i = 0; i < whole.length; i += AT_ONCE) {
    await Promise.all(whole.slice(i, i + AT_ONCE).map((path) => check(path, wanted)));
  }
  return whole;
}

function wholePath(path: string): string {
  const home = /^~(?:[/\\](.*))?$/s.exec(path);
  if (home) return join(homedir(), home[1] ?? '');
  if (isAbsolute(path)) return normalize(path);
  throw new ProcedureError(
    'relative-path',
    `${path} is not a whole path: it has to begin at the top, as ${homedir()} does.`,
    { about: path },
  );
}

async function check(path: string, wanted: 'anything' | 'folders'): Promise<void> {
  const found = await stat(path).catch((error: unknown) => {
    const { code, message } = unreadable(path, error);
    throw new ProcedureError(code === 'not-found' ? 'not-found' : 'unreadable', message, { about: path });
  });
  if (wanted === 'folders' && !found.isDirectory()) {
    throw new ProcedureError('not-a-folder', `${path} is not a folder.`, { about: path });
  }
}

/** Gone, or not a folder any more; one that may not be looked at is not said to be gone. */
export const isFolderMissing = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => !found.isDirectory(),
    (error: unknown) => unreadable(path, error).code === 'not-found',
  );
