/**
 * Where a pack is added from: a folder, or a .zip in which it may lie in a folder of its own. Files are asked for by the
 * names in pack.json and come as streams; a length is known before anything of it is read. Whatever else lies beside them
 * is never looked at.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { toFailure } from '../../kindred-error.ts';
import { PackError } from './pack-error.ts';

export interface PackSource {
  /** Length of a file, bytes; null when there is none. */
  size(name: string): Promise<number | null>;
  /** @throws PackError `pack-damaged` for what cannot be unpacked */
  open(name: string): Promise<Readable>;
  close(): void;
}

/** A pack has a dozen files; a list of a million would only take memory. */
const MOST_ENTRIES = 10_000;

/** @throws PackError pack-missing, pack-invalid */
export async function openPackSource(path: string): Promise<PackSource> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new PackError('pack-missing', `${path} is not there or cannot be read.`, { about: path, cause });
  });
  return found.isDirectory() ? folderSource(path) : zipSource(path);
}

const folderSource = (folder: string): PackSource => ({
  async size(name) {
    const found = await stat(join(folder, name)).catch(() => null);
    return found?.isFile() ? found.size : null;
  },
  open: async (name) => createReadStream(join(folder, name)),
  close: () => undefined,
});

async function zipSource(path: string): Promise<PackSource> {
  const { zip, entries } = await listZip(path).catch((cause: unknown) => {
    const { message } = toFailure(cause);
    throw new PackError('pack-invalid', `${path} is neither a folder nor a .zip that can be read: ${message}`, {
      cause,
    });
  });
  // The pack may have been packed with its folder around it; nearest to the top counts.
  const [manifest] = [...entries.keys()]
    .filter((name) => name === 'pack.json' || name.endsWith('/pack.json'))
    .sort((a, b) => depth(a) - depth(b));
  const around = manifest?.slice(0, -'pack.json'.length) ?? '';
  return {
    size: async (name) => entries.get(around + name)?.uncompressedSize ?? null,
    async open(name) {
      const entry = entries.get(around + name);
      if (!entry) throw new PackError('pack-missing', `${name} is not in ${path}.`, { about: name });
      // Its stream ends with an error as soon as more comes out than the entry says.
      return zip.openReadStreamPromise(entry).catch((cause: unknown) => {
        throw new PackError('pack-damaged', `${name} cannot be unpacked: ${toFailure(cause).message}`, {
          about: name,
          cause,
        });
      });
    },
    close: () => zip.close(),
  };
}

const depth = (name: string): number => name.split('/').length;

interface ZipList {
  readonly zip: yauzl.ZipFile;
  readonly entries: ReadonlyMap<string, yauzl.Entry>;
}

/** Names are checked as they are read: absolute ones and those that lead out of the archive are errors. */
async function listZip(path: string): Promise<ZipList> {
  const zip = await yauzl.openPromise(path, { autoClose: false });
  try {
    if (zip.entryCount > MOST_ENTRIES) throw new Error(`it has ${zip.entryCount} files.`);
    const entries = new Map<string, yauzl.Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    return { zip, entries };
  } catch (error: unknown) {
    zip.close();
    throw error;
  }
}
