/** A file or folder, opened by the program that the system has for it. */
import { shell } from 'electron';
import { KindredError } from '../kindred-error.ts';

class OpenError extends KindredError<'not-opened'> {}

/** @throws OpenError with the system's reason, which Electron only answers with */
export async function openPath(path: string): Promise<void> {
  const reason = await shell.openPath(path);
  if (reason !== '') throw new OpenError('not-opened', `${path} could not be opened. ${reason}`, { about: path });
}
