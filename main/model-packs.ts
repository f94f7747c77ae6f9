/**
 * The model packs of a library: the one that Kindred ships, and those that the user has brought, in the folder `models`
 * beside the library. Which of them the engine runs is a setting, so that a restored library finds its own again.
 */
import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Trouble } from '../preload/contract/notices.ts';
import { type EngineOptions, startEngine } from './engine/client.ts';
import type { Engine } from './engine/engine.ts';
import { addPack, clearShelf, packedFiles } from './engine/pack/add-pack.ts';
import { type Manifest, ROLES, type Role } from './engine/pack/manifest.ts';
import { readManifest, SHIPPED_PACK } from './engine/pack/open-pack.ts';
import { PackError } from './engine/pack/pack-error.ts';
import { tryPack } from './engine/pack/try-pack.ts';
import type { Library } from './library/library.ts';
import { trouble } from './notices.ts';

/** The name of a pack's folder; null for the pack that Kindred ships. */
export type PackId = string | null;

const SETTING = 'models.pack';
/** A folder on the shelf, never a way out of it. */
const packId = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,99}$/);

export interface ListedPack {
  readonly id: PackId;
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly bytes: number;
  readonly isInUse: boolean;
  /** What it brings; the rest comes from the pack that Kindred ships. */
  readonly models: readonly { readonly role: Role; readonly source: string; readonly licence: string }[];
}

const shelfOf = (library: Library): string => join(library.directory, 'models');

/** What the user has chosen. */
const chosen = (library: Library): PackId => packId.safeParse(library.settings.get(SETTING)).data ?? null;

/**
 * Starts the engine with the pack that the user has chosen. When that is gone or damaged, Kindred goes on with its own and
 * says so: the faces are there all the same.
 *
 * @throws PackError, EngineError when there is no engine with the shipped pack either
 */
export async function startChosenEngine(
  library: Library,
  options: EngineOptions,
  onNotice: (notice: Trouble) => void,
): Promise<Engine> {
  const id = chosen(library);
  if (id === null || options.pack !== undefined) return startEngine(options);
  try {
    return await startEngine({ ...options, pack: join(shelfOf(library), id) });
  } catch (error: unknown) {
    const message = `The model pack ${id} cannot be used, so Kindred goes on with its own models.`;
    onNotice(trouble('pack-refused', message, error, id));
    return startEngine(options);
  }
}

export class ModelPacks {
  readonly #library: Library;
  readonly #fork: Pick<EngineOptions, 'fork'>;
  /** Packs are added one after the other. */
  #line: Promise<unknown> = Promise.resolve();

  constructor(library: Library, fork: Pick<EngineOptions, 'fork'>) {
    this.#library = library;
    this.#fork = fork;
  }

  /** The shipped one first. */
  async list(): Promise<ListedPack[]> {
    const inUse = chosen(this.#library);
    const names = await readdir(shelfOf(this.#library)).catch(() => []);
    const ids = names.filter((name) => packId.safeParse(name).success).toSorted();
    const found = await Promise.all(
      ids.map(async (id) => {
        // What cannot be read any more can still be seen in the folder; here it is of no use.
        const manifest = await readManifest(join(shelfOf(this.#library), id)).catch(() => null);
        return manifest && described(id, manifest, id === inUse);
      }),
    );
    const listed = found.filter((pack) => pack !== null);
    const isShippedInUse = !listed.some(({ isInUse }) => isInUse);
    return [described(null, await readManifest(SHIPPED_PACK), isShippedInUse), ...listed];
  }

  /**
   * Copies a pack into the library's folder, and tries it.
   *
   * @param path a folder or a .zip
   * @throws PackError with the reason for what is no pack that works here
   */
  add(path: string): Promise<PackId> {
    const turn = this.#line.then(async () => {
      const shelf = shelfOf(this.#library);
      await clearShelf(shelf);
      return basename(await addPack(path, shelf, (folder) => tryPack(folder, this.#fork)));
    });
    this.#line = turn.catch(() => undefined); // Whoever asked is told; the next in line does not care.
    return turn;
  }

  /**
   * From the next start of the engine on.
   *
   * @returns whether it is another than now
   * @throws PackError for one that does not work any more
   */
  async choose(id: PackId): Promise<boolean> {
    if (id === chosen(this.#library)) return false;
    if (id !== null) await tryPack(this.#folder(id), this.#fork);
    this.#library.transaction(() => this.#library.settings.set(SETTING, id ?? undefined));
    return true;
  }

  /** @throws PackError pack-in-use, pack-missing */
  async remove(id: string): Promise<void> {
    const folder = this.#folder(id);
    if (id === chosen(this.#library)) {
      throw new PackError('pack-in-use', 'This model pack is in use. Choose another one first.');
    }
    await rm(folder, { recursive: true });
  }

  #folder(id: string): string {
    const folder = join(shelfOf(this.#library), packId.parse(id));
    if (!existsSync(folder)) throw new PackError('pack-missing', 'This model pack is no longer there.');
    return folder;
  }
}

function described(id: PackId, manifest: Manifest, isInUse: boolean): ListedPack {
  const { name, version, licence, models } = manifest;
  return {
    ...{ id, name, version, licence, isInUse },
    bytes: packedFiles(manifest).reduce((sum, { bytes }) => sum + bytes, 0),
    models: ROLES.flatMap((role) => {
      const model = models[role];
      return model ? [{ role, source: `${model.source.package} ${model.source.version}`, licence: model.licence }] : [];
    }),
  };
}
