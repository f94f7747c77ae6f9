/**
 * Adding a pack to a shelf, the folder in which Kindred keeps those that a user has brought: only what pack.json names is
 * copied, each file bit by bit the one that pack.json was written for. A pack stands on the shelf whole or not at all.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { toFailure } from '../../kindred-error.ts';
import type { Manifest, PackedFile } from './manifest.ts';
import { MANIFEST_LIMIT, readManifest } from './open-pack.ts';
import { PackError } from './pack-error.ts';
import { openPackSource, type PackSource } from './pack-source.ts';

/** Of all files together, bytes: more than any pack of face models, less than a disk. */
const PACK_LIMIT = 4 * 2 ** 30;

/** How the folder of a pack begins that is being copied. */
const UNFINISHED = '.adding-';

/**
 * @param path  a folder or a .zip
 * @param shelf made if there is none
 * @param prove looks at the copy before it is put on the shelf, and rejects for one that is of no use
 * @returns the pack's folder on the shelf
 * @throws PackError
 */
export async function addPack(path: string, shelf: string, prove: (folder: string) => Promise<void>): Promise<string> {
  const source = await openPackSource(path);
  const unfinished = join(shelf, `${UNFINISHED}${randomUUID()}`);
  try {
    await mkdir(unfinished, { recursive: true });
    const manifest = await copyManifest(source, path, unfinished);
    const files = packedFiles(manifest);
    if (files.reduce((sum, { bytes }) => sum + bytes, 0) > PACK_LIMIT) {
      throw new PackError('pack-invalid', `The model pack in ${path} is larger than 4 GB.`);
    }
    const place = join(shelf, folderName(manifest));
    if (existsSync(place)) {
      const { name, version } = manifest;
      throw new PackError('pack-exists', `There is already a model pack ${name} ${version}. Remove that one first.`, {
        about: `${name} ${version}`,
      });
    }
    for (const file of files) await copyFile(source, file, unfinished);
    await prove(unfinished);
    await rename(unfinished, place);
    return place;
  } finally {
    source.close();
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** What was being added when Kindred ended is of no use. Only while nothing is added. */
export async function clearShelf(shelf: string): Promise<void> {
  const names = await readdir(shelf).catch(() => []);
  const left = names.filter((name) => name.startsWith(UNFINISHED));
  for (const name of left) await rm(join(shelf, name), { recursive: true, force: true });
}

async function copyManifest(source: PackSource, path: string, folder: string): Promise<Manifest> {
  const size = await source.size('pack.json');
  if (size === null)
    throw new PackError('pack-missing', `There is no model pack in ${path}: it has no pack.json.`, { about: path });
  if (size > MANIFEST_LIMIT) throw new PackError('pack-invalid', `The pack.json in ${path} is too large to be one.`);
  await pipeline(
    await source.open('pack.json'),
    atMost(size, 'pack.json'),
    createWriteStream(join(folder, 'pack.json')),
  );
  return readManifest(folder, path);
}

async function copyFile(source: PackSource, { name, bytes, sha256 }: PackedFile, folder: string): Promise<void> {
  const size = await source.size(name);
  if (size === null)
    throw new PackError('pack-missing', `The model pack lacks ${name}, which its pack.json names.`, { about: name });
  if (size !== bytes) {
    throw new PackError('pack-damaged', `${name} is damaged: it has ${size} bytes instead of ${bytes}.`, {
      about: name,
    });
  }
  const hash = createHash('sha256');
  const limit = atMost(bytes, name, (chunk) => hash.update(chunk));
  await pipeline(await source.open(name), limit, createWriteStream(join(folder, name))).catch((cause: unknown) => {
    if (cause instanceof PackError) throw cause;
    throw new PackError('pack-damaged', `${name} could not be copied: ${toFailure(cause).message}`, {
      about: name,
      cause,
    });
  });
  if (hash.digest('hex') !== sha256) {
    throw new PackError('pack-damaged', `${name} is damaged: its checksum is not the one in pack.json.`, {
      about: name,
    });
  }
}

/** A file may have grown since its length was asked. */
function atMost(bytes: number, name: string, see: (chunk: Buffer) => void = () => undefined): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > bytes) done(new PackError('pack-damaged', `${name} is longer than it says.`, { about: name }));
      else {
        see(chunk);
        done(null, chunk);
      }
    },
  });
}

/** All files that pack.json names, each once. @throws PackError for two of one name */
export function packedFiles({ models }: Manifest): PackedFile[] {
  const { detector, orientation, landmarks, embedding, attributes } = models;
  const all = [
    ...[detector, orientation, landmarks, embedding, attributes].map((model) => model?.file),
    landmarks?.correction,
    attributes?.heads,
  ].filter((file) => file !== undefined);
  const byName = new Map<string, PackedFile>();
  for (const file of all) {
    // One name in two letter cases is one file on many disks.
    const name = file.name.toLowerCase();
    const other = byName.get(name);
    if (name === 'pack.json' || (other && other.sha256 !== file.sha256)) {
      throw new PackError('pack-invalid', `pack.json gives two files the name ${file.name}.`);
    }
    byName.set(name, file);
  }
  return [...byName.values()];
}

/** `name-version`, in letters that every disk takes. */
const folderName = ({ name, version }: Manifest): string =>
  `${name}-${version}`
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .replaceAll(/^[.-]+|[.-]+$/g, '')
    .slice(0, 100) || 'pack';
