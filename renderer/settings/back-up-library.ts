/** A backup now, as the settings and the palette take one. */
import { call } from '../bridge.ts';
import { attempt } from '../changes/attempt.ts';
import { currentStrings } from '../strings/strings.ts';
import { toast } from '../ui/toasts.tsx';

/**
 * @param path     of a file; null for one among the library's own backups
 * @param replaces the user has agreed that a backup which is there goes
 * @returns whether it was taken; the user has been told either way
 */
export async function backUpLibrary(path: string | null, replaces = false): Promise<boolean> {
  const taken = await attempt(() => call('library.backup', path === null ? {} : { path, replaces }));
  if (taken) toast(currentStrings().settings.backedUp(taken.file));
  return taken !== null;
}
