/**
 * Uploads on their way to the disk. They are written beside where they go, under a name that no import looks at, and get
 * their own name when every byte is on the disk; nothing that is there already is ever written over.
 */
import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { asLibraryError, LibraryError } from '../../../library/library-error.ts';
import { codeOf, type Named, takeName } from '../../../organizer/take-name.ts';
import { UploadError } from './upload-error.ts';

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
  async take({ parts, body, bytes, modifiedAt }: Arriving): Promise<Named> {
    const unfinished = join(this.#arriving, randomUUID());
    try {
      await mkdir(this.#arriving, { recursive: true });
      const sha256 = await write(unfinished, body, bytes, modifiedAt);
      const wanted = join(this.#folder, ...parts);
      await mkdir(dirname(wanted), { recursive: true });
      const landed = await takeName(unfinished, wanted, { bytes, sha256: async () => sha256 });
      if (landed) return landed;
      throw new UploadError('bad-name', `There are too many photos called ${parts.at(-1)} in ${dirname(wanted)}.`);
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

/** How a connection says that the other side has gone. */
const GONE = new Set(['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE']);

/** The disk's failures in the words that the library has for them. */
function asUploadError(error: unknown): unknown {
  if (GONE.has(codeOf(error))) return cutOff(error);
  const known = asLibraryError(error);
  if (!(known instanceof LibraryError)) return error;
  return new UploadError(known.code === 'disk-full' ? 'disk-full' : 'not-writable', known.message, { cause: error });
}
