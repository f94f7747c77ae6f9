/**
 * Thumbnails on disk: WebP files named by what they show (content hash, turn, size), so that the same photo has one
 * however many paths it has, and a stale one cannot exist. Everything here can be made again from the originals; that is
 * why it may be thrown away when it takes more room than it was given.
 */
import { randomUUID } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Thumbnail, Turn } from '../engine/face.ts';

/** What a thumbnail shows. */
export interface Pictured {
  /** Of the original's bytes, lower-case hex. */
  readonly sha256: string;
  readonly rotate: Turn | null;
}

/** Room for about 100,000 photos. */
const DEFAULT_QUOTA = 12_000_000_000;

/** When the quota is reached, make this much room at once, so that pruning is rare. */
const KEEP_SHARE = 0.9;

/** A file read within this time is not marked as used again, ms: reading must not mean writing. */
const MARK_AFTER = 24 * 3600 * 1000;

interface Stored {
  readonly path: string;
  readonly bytes: number;
  readonly usedAt: number;
}

export class ThumbnailCache {
  readonly #directory: string;
  readonly #quota: number;
  /** Bytes on disk; unknown until the first prune has counted them. */
  #bytes: number | null = null;
  #pruning: Promise<void> | null = null;

  /**
   * @param directory made at the first write; nothing else may live in it
   * @param quota     bytes
   */
  constructor(directory: string, quota = DEFAULT_QUOTA) {
    this.#directory = directory;
    this.#quota = quota;
  }

  /** Keep what the engine made; a crash half way leaves no half file. */
  async put(pictured: Pictured, thumbnails: readonly Thumbnail[]): Promise<void> {
    for (const { size, webp } of thumbnails) {
      const path = this.#path(pictured, size);
      // Two may make the same at once.
      const unfinished = `${path}.${randomUUID()}.new`;
      await writeInFolder(unfinished, webp);
      await putInPlace(unfinished, path);
      if (this.#bytes !== null) this.#bytes += webp.byteLength;
    }
    await this.#keepWithinQuota();
  }

  /** Take away those of a photo that are no longer wanted. @param sides px */
  async remove(pictured: Pictured, sides: readonly number[]): Promise<void> {
    for (const side of sides) await rm(this.#path(pictured, side), { force: true });
  }

  /**
   * The WebP bytes, or null when it was never made or has been pruned: the engine makes it again.
   * @param size longer side, px
   */
  async get(pictured: Pictured, size: number): Promise<Buffer | null> {
    const path = this.#path(pictured, size);
    try {
      const bytes = await readFile(path);
      const { mtimeMs } = await stat(path);
      if (Date.now() - mtimeMs > MARK_AFTER) await utimes(path, new Date(), new Date());
      return bytes;
    } catch (error: unknown) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  /** What is on disk now, all of it counted. */
  async size(): Promise<{ readonly files: number; readonly bytes: number }> {
    const stored = await this.#list();
    return { files: stored.length, bytes: stored.reduce((sum, { bytes }) => sum + bytes, 0) };
  }

  #path({ sha256, rotate }: Pictured, size: number): string {
    const name = `${sha256}${rotate ? `-${rotate}` : ''}-${size}.webp`;
    // Two hex digits make 256 folders: none grows so large that a file system becomes slow.
    return join(this.#directory, sha256.slice(0, 2), name);
  }

  async #keepWithinQuota(): Promise<void> {
    if (this.#bytes !== null && this.#bytes <= this.#quota) return;
    this.#pruning ??= this.#prune().finally(() => {
      this.#pruning = null;
    });
    await this.#pruning;
  }

  /** The least recently used go first. */
  async #prune(): Promise<void> {
    const stored = await this.#list();
    let total = stored.reduce((sum, { bytes }) => sum + bytes, 0);
    if (total > this.#quota) {
      for (const { path, bytes } of stored.toSorted((a, b) => a.usedAt - b.usedAt)) {
        if (total <= this.#quota * KEEP_SHARE) break;
        // One that Windows does not let go of, because it is being read, stays until the next time.
        const isGone = await rm(path, { force: true }).then(
          () => true,
          () => false,
        );
        if (isGone) total -= bytes;
      }
    }
    this.#bytes = total;
  }

  async #list(): Promise<Stored[]> {
    const stored: Stored[] = [];
    // The folder is not there before the first thumbnail.
    const shards = await readdir(this.#directory).catch((error: unknown) => {
      if (isMissing(error)) return [];
      throw error;
    });
    for (const shard of shards) {
      for (const name of await readdir(join(this.#directory, shard))) {
        const path = join(this.#directory, shard, name);
        // Others write and prune meanwhile: what is gone by now takes no room.
        const found = await stat(path).catch(() => null);
        if (found) stored.push({ path, bytes: found.size, usedAt: found.mtimeMs });
      }
    }
    return stored;
  }
}

/** The folder is made when it turns out to be missing: 256 times in the life of a library. */
async function writeInFolder(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes);
  } catch (error: unknown) {
    if (!isMissing(error)) throw error;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }
}

/** Windows does not let a file take the place of one that is being read; that one shows the same. */
async function putInPlace(unfinished: string, path: string): Promise<void> {
  try {
    await rename(unfinished, path);
  } catch (error: unknown) {
    await rm(unfinished, { force: true });
    const isThere = await access(path).then(
      () => true,
      () => false,
    );
    if (!isThere) throw error;
  }
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';
