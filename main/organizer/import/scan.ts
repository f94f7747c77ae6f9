/**
 * The scan: from what a user points at (files, folders) to the files an import looks at, one by one.
 *
 * Folders are walked depth first, files before subfolders, both by name, so that two scans of one tree give one order.
 * Memory is bounded by the listings of the folders on the way down, not by the size of the tree.
 */
import type { BigIntStats, Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import type { Failure } from '../../kindred-error.ts';

/** A file worth reading. `modifiedAt` is in ms since the epoch, whole. */
export interface PhotoCandidate {
  readonly kind: 'photo';
  readonly path: string;
  readonly bytes: number;
  readonly modifiedAt: number;
}

/** A path that could not be looked at; the scan goes on. */
interface Unreadable {
  readonly kind: 'unreadable';
  readonly path: string;
  readonly failure: Failure;
}

/** A file that is no photo by its name, or no regular file. Counted, not read. */
interface Ignored {
  readonly kind: 'ignored';
  readonly path: string;
}

export type ScanEntry = PhotoCandidate | Unreadable | Ignored;

/** Lower-case, with the dot. */
export const PHOTO_EXTENSIONS: ReadonlySet<string> = new Set(
  '.jpg .jpeg .jpe .jfif .png .webp .avif .gif .tif .tiff .bmp .dib .heic .heif .hif'.split(' '),
);

/** Folders that programs and systems keep for themselves; hidden ones (a leading dot) are skipped as well. */
export const SYSTEM_FOLDERS: ReadonlySet<string> = new Set([
  'node_modules',
  '@eadir', // Synology's thumbnails
  '#recycle',
  '#snapshot',
  '$recycle.bin',
  'system volume information',
  'lost+found',
  '__macosx',
]);

/** Whether a folder walk looks into a file or folder of this name. Files that are named explicitly are always tried. */
export function isSkippedName(name: string): boolean {
  return name.startsWith('.') || SYSTEM_FOLDERS.has(name.toLowerCase());
}

/**
 * Whether a folder walk tries a file of this name: by its extension, or because it has none. Recovered and exported photos
 * often lost theirs, and the engine tells formats by content; what turns out to be no photo is listed with that reason.
 */
export function mayBePhoto(path: string): boolean {
  const extension = extname(path).toLowerCase();
  return extension === '' || PHOTO_EXTENSIONS.has(extension);
}

/**
 * Walk files and folders.
 *
 * @param paths  files or folders; relative ones are resolved against the working directory. A path reached twice through
 *               overlapping folders is given once.
 * @param signal ends the walk early, without an error
 */
export async function* scan(paths: readonly string[], signal?: AbortSignal): AsyncGenerator<ScanEntry, void, void> {
  const walkedFolders = new Set<string>();
  const named = new Set(paths.map((path) => resolve(path)));
  for (const path of named) {
    if (signal?.aborted) return;
    const found = await look(path);
    if ('failure' in found) yield { kind: 'unreadable', path, failure: found.failure };
    else if (found.stats.isDirectory()) yield* walk(path, found.stats, walkedFolders, named, signal);
    // The user named this file: whatever it is called, it is tried.
    else yield found.stats.isFile() ? candidate(path, found.stats) : notAFile(path);
  }
}

async function* walk(
  folder: string,
  stats: BigIntStats,
  walkedFolders: Set<string>,
  named: ReadonlySet<string>,
  signal: AbortSignal | undefined,
): AsyncGenerator<ScanEntry, void, void> {
  const identity = await folderIdentity(folder, stats);
  if (walkedFolders.has(identity)) return;
  walkedFolders.add(identity);

  let listing: Dirent[];
  try {
    listing = await readdir(folder, { withFileTypes: true });
  } catch (error: unknown) {
    yield { kind: 'unreadable', path: folder, failure: unreadable(folder, error) };
    return;
  }
  listing.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));

  const subfolders: { path: string; stats: BigIntStats }[] = [];
  for (const entry of listing) {
    if (signal?.aborted) return;
    const path = join(folder, entry.name);
    if (isSkippedName(entry.name)) {
      if (entry.isFile()) yield { kind: 'ignored', path };
      continue;
    }
    const mayBeFolder = entry.isDirectory() || entry.isSymbolicLink();
    if (!mayBeFolder && !mayBePhoto(entry.name)) {
      yield { kind: 'ignored', path };
      continue;
    }
    const found = await look(path);
    if ('failure' in found) {
      // A dangling link to something that is no photo is nobody's loss.
      if (entry.isDirectory() || mayBePhoto(entry.name)) {
        yield { kind: 'unreadable', path, failure: found.failure };
      } else yield { kind: 'ignored', path };
    } else if (found.stats.isDirectory()) subfolders.push({ path, stats: found.stats });
    else if (!found.stats.isFile() || !mayBePhoto(entry.name)) yield { kind: 'ignored', path };
    else if (!named.has(path)) yield candidate(path, found.stats);
  }
  for (const subfolder of subfolders) {
    if (signal?.aborted) return;
    yield* walk(subfolder.path, subfolder.stats, walkedFolders, named, signal);
  }
}

async function look(path: string): Promise<{ stats: BigIntStats } | { failure: Failure }> {
  try {
    return { stats: await stat(path, { bigint: true }) };
  } catch (error: unknown) {
    return { failure: unreadable(path, error) };
  }
}

/** The same for one folder under all its names, so that links cannot lead the walk in a circle. */
async function folderIdentity(folder: string, stats: BigIntStats): Promise<string> {
  if (stats.ino !== 0n) return `${stats.dev}:${stats.ino}`;
  // Some network file systems give no inode numbers.
  return realpath(folder).catch(() => folder);
}

function candidate(path: string, stats: BigIntStats): PhotoCandidate {
  return { kind: 'photo', path, bytes: Number(stats.size), modifiedAt: Number(stats.mtimeMs) };
}

function notAFile(path: string): Unreadable {
  const message = `${path} is neither a file nor a folder.`;
  return { kind: 'unreadable', path, failure: { code: 'unreadable', message } };
}

/** Why a path could not be looked at, in words. */
export function unreadable(path: string, error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const why =
    code === 'ENOENT'
      ? 'does not exist'
      : code === 'EACCES' || code === 'EPERM'
        ? 'may not be read by this user'
        : code === 'ELOOP'
          ? 'is a link that leads back to itself'
          : `could not be read (${error instanceof Error ? error.message : String(error)})`;
  return { code: code === 'ENOENT' ? 'not-found' : 'unreadable', message: `${path} ${why}.` };
}
