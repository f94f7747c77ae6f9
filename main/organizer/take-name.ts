/**
 * A finished file gets its name: the one that is wanted, or the next that is free (`name (2).jpg`). Nothing that is there
 * already is ever written over; what is there with the same bytes is not put beside itself.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { link, open, rename, rm, stat } from 'node:fs/promises';
import { join, parse } from 'node:path';

export interface Named {
  readonly path: string;
  /** The same bytes were there already under this name; the finished file is still where it was. */
  readonly known: boolean;
}

/** Different photos of one name in one folder. */
const MOST_NAMESAKES = 10_000;

/**
 * @param finished on the same disk as `wanted`; gone from there or to be removed afterwards
 * @param sha256   of `finished`; asked only when a file of its name and size is there
 * @returns null when ten thousand others have the name
 */
export async function takeName(
  finished: string,
  wanted: string,
  { bytes, sha256 }: { readonly bytes: number; readonly sha256: () => Promise<string> },
): Promise<Named | null> {
  const { dir, name, ext } = parse(wanted);
  for (let n = 1; n < MOST_NAMESAKES; n++) {
    const path = n === 1 ? wanted : join(dir, `${name} (${n})${ext}`);
    if (await moveIfFree(finished, path)) {
      await syncFolder(dir);
      return { path, known: false };
    }
    if (await holds(path, bytes, sha256)) return { path, known: true };
  }
  return null;
}

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

/** @returns false where a file of this name lies already */
async function moveIfFree(from: string, to: string): Promise<boolean> {
  try {
    // Unlike a rename, a link never takes the place of another file.
    await link(from, to);
    return true;
  } catch (error: unknown) {
    const code = codeOf(error);
    if (code === 'EEXIST') return false;
    if (!NO_LINKS.has(code)) throw error;
  }
  return moveWithoutLinks(from, to);
}

/** What file systems without hard links answer: memory cards (on Windows with EISDIR, nodejs/node#65817), some network disks. */
const NO_LINKS = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EISDIR']);

/** The name is taken by an empty file of our own first, and only that is renamed over. */
export async function moveWithoutLinks(from: string, to: string): Promise<boolean> {
  try {
    await (await open(to, 'wx')).close();
  } catch (error: unknown) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    await rename(from, to);
    return true;
  } catch (error: unknown) {
    await rm(to, { force: true });
    throw error;
  }
}

async function holds(path: string, bytes: number, sha256: () => Promise<string>): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile() || found.size !== bytes) return false;
  return (await sha256Of(path)) === (await sha256());
}

/** So that the name survives a sudden end as well; where folders cannot be synced, the system does it by itself. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

/** Of a failure of the file system: `ENOENT` and the like; empty for any other. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
