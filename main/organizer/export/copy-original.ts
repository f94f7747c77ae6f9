/** The original of a photo, byte for byte, into another folder: under its own name, or the next that is free. */
import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { chmod, copyFile, open, rm, stat, utimes } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { LibraryError } from '../../library/library-error.ts';
import { codeOf, sha256Of, takeName } from '../take-name.ts';

/** `known`: it was there already. `missing`: no file of the photo is. `failed`: there is one, and it cannot be read whole. */
export type Copied = 'copied' | 'known' | 'missing' | 'failed';

/** Of the disk that is written: whatever comes next would fail as well. */
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EROFS']);

/**
 * @param paths where the photo lies; the first that can be copied is
 * @throws LibraryError, or an error of the file system, when nothing more can be written to the folder
 */
export async function copyOriginal(paths: readonly string[], folder: string): Promise<Copied> {
  let outcome: Copied = 'missing';
  for (const path of paths) {
    try {
      return await copy(path, folder);
    } catch (error: unknown) {
      const code = codeOf(error);
      if (NO_ROOM.has(code)) throw error;
      if (!(await isFolder(folder))) {
        throw new LibraryError('not-writable', `${folder} is not there any more.`, { about: folder, cause: error });
      }
      if (code !== 'ENOENT') outcome = 'failed';
    }
  }
  return outcome;
}

async function copy(path: string, folder: string): Promise<Copied> {
  const { size, mtime } = await stat(path);
  // Hidden, so that no walk takes it for a photo, and in the folder itself, so that it only has to change its name.
  const unfinished = join(folder, `.kindred-${randomUUID()}.part`);
  try {
    await copyFile(path, unfinished, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    // An original that may not be written has handed that on. Some network disks know nothing of that, nor of dates.
    await chmod(unfinished, 0o644).catch(() => undefined);
    await sync(unfinished);
    const { size: bytes } = await stat(unfinished);
    if (bytes !== size) return 'failed';
    // Photos without a date of their own are sorted by that of their file.
    await utimes(unfinished, mtime, mtime).catch(() => undefined);
    const named = await takeName(unfinished, join(folder, basename(path)), {
      bytes,
      sha256: () => sha256Of(unfinished),
    });
    if (!named) return 'failed';
    return named.known ? 'known' : 'copied';
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
