/** Where a photo lies, in the system's file manager. Paths come from the library alone: a page cannot name one. */
import { access } from 'node:fs/promises';
import { shell } from 'electron';
import type { FileOfPhoto } from '../../preload/shell.ts';
import type { Core } from '../core.ts';
import { KindredError } from '../kindred-error.ts';
import { ask } from './ask-core.ts';

class ShowFileError extends KindredError<'not-found'> {}

/** @throws KindredError `not-found`: no such photo, or its file is not there; the file manager itself would say nothing */
export async function showFile(core: Core, { photoId, place }: FileOfPhoto): Promise<null> {
  const { files } = await ask(core, 'photo.show', { id: photoId });
  const wanted = files.map(({ path }) => path).filter((_, i) => place === null || i === place);
  for (const path of wanted) {
    if (!(await isThere(path))) continue;
    shell.showItemInFolder(path);
    return null;
  }
  throw new ShowFileError('not-found', `${wanted[0] ?? 'The file'} is not there.`, { about: wanted[0] });
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
