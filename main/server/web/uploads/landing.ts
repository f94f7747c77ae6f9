/**
 * Uploads on their way to the disk. They are written beside where they go, under a name that no import looks at, and get
 * their own name when every byte is on the disk; nothing that is there already is ever written over.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import type { Readable } from 'node:stream';
import { asLibraryError, LibraryError } from '../../../library/library-error.ts';
import { UploadError } from './upload-error.ts';

export interface Landed {
  readonly path: string;
  /** The same bytes were there already under this name. */
  readonly known: boolean;
}

export interface Arriving {
  /** Folders and name, safe (upload-path.ts). */
  readonly parts: readonly string[];
  readonly body: Readable;
  /** As announced; fewer mean that it was cut off. */
  readonly bytes: number;
  /** Modification time, ms; null where the browser does not know. */
  readonly modifiedAt: number | null;
}

/** Where files lie that are still arriving: hidden, so that no walk looks into it. */
const ARRIVING = '.arriving';
/** Different photos of one name in one folder. */
const MOST_NAMESAKES = 10_000;

export class Landing {
  readonly #folder: string;
  readonly #arriving: string;

  /** @param folder of all uploads; made when the first one comes */
  constructor(folder: string) {
    this.#folder = folder;
    this.#arriving = join(folder, ARRIVING);
  }

  /** What a Kindred that ended suddenly has left half written. */
  async clear(): Promise<void> {
    await rm(this.#arriving, { recursive: true, force: true });
  }

  /**
   * @returns where it lies now, safe from a sudden end
   * @throws UploadError `cut-off`, `empty`, `disk-full`, `not-writable`: then nothing of it is left
   */
  async take({ parts, body, bytes, modifiedAt }: Arriving): Promise<Landed> {
    const unfinished = join(this.#arriving, randomUUID());
    try {
      await mkdir(this.#arriving, { recursive: true });
      const sha256 = await write(unfinished, body, bytes, modifiedAt);
      const wanted = join(this.#folder, ...parts);
      await mkdir(dirname(wanted), { recursive: true });
      return await place(unfinished, wanted, bytes, sha256);
    } catch (error: unknown) {
      throw asUploadError(error);
    } finally {
      await rm(unfinished, { force: true });
    }
  }
}

async function write(path: string, body: Readable, bytes: number, modifiedAt: number | null): Promise<string> {
  const file = await open(path, 'wx', 0o644);
  try {
    const { arrived, sha256 } = await copy(body, file);
    if (arrived !== bytes) throw cutOff();
    if (arrived === 0) throw new UploadError('empty', 'The file is empty.');
    // Photos without a date of their own are sorted by that of their file.
    if (modifiedAt !== null) await file.utimes(new Date(), new Date(modifiedAt));
    await file.sync();
    return sha256;
  } finally {
    await file.close();
  }
}

async function copy(body: Readable, file: FileHandle): Promise<{ arrived: number; sha256: string }> {
  const hash = createHash('sha256');
  let arrived = 0;
  // When the disk fails, that still has to be told on this connection: it is not torn down with the loop.
  for await (const chunk of body.iterator({ destroyOnReturn: false })) {
    arrived += chunk.length;
    hash.update(chunk);
    await file.writeFile(chunk);
  }
  return { arrived, sha256: hash.digest('hex') };
}

const cutOff = (cause?: unknown): UploadError =>
  new UploadError('cut-off', 'The upload was cut off. Nothing of it was kept.', { cause });

async function place(unfinished: string, wanted: string, bytes: number, sha256: string): Promise<Landed> {
  const { dir, name, ext } = parse(wanted);
  for (let n = 1; n < MOST_NAMESAKES; n++) {
    const path = n === 1 ? wanted : join(dir, `${name} (${n})${ext}`);
    if (await moveIfFree(unfinished, path)) {
      await syncFolder(dir);
      return { path, known: false };
    }
    if (await holds(path, bytes, sha256)) return { path, known: true };
  }
  throw new UploadError('bad-name', `There are too many photos called ${name}${ext} in ${dir}.`);
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

/** What file systems without hard links answer: memory cards, some network disks. */
const NO_LINKS = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK']);

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

async function holds(path: string, bytes: number, sha256: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile() || found.size !== bytes) return false;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex') === sha256;
}

/** So that the name survives a sudden end as well; where folders cannot be synced, the system does it by itself. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** How a connection says that the other side has gone. */
const GONE = new Set(['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE']);

/** The disk's failures in the words that the library has for them. */
function asUploadError(error: unknown): unknown {
  if (GONE.has(codeOf(error))) return cutOff(error);
  const known = asLibraryError(error);
  if (!(known instanceof LibraryError)) return error;
  return new UploadError(known.code === 'disk-full' ? 'disk-full' : 'not-writable', known.message, { cause: error });
}
