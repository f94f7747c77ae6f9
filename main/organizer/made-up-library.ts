/**
 * A library of made-up people, for tests: every person is a direction in space, every face a point near it. How near is
 * chosen, so that tests can say "alike" and "hardly alike" without any model.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine, PackFacts } from '../engine/engine.ts';
import { LOCAL_ACCOUNT } from '../library/accounts.ts';
import { type Library, openLibrary } from '../library/library.ts';

export const MADE_UP_PACK: PackFacts = {
  name: 'made-up',
  version: '1',
  licence: 'MIT',
  embeddingModel: 'made-up',
  embeddingSize: 64,
  calibration: [
    [0, 0.2],
    [0.3, 0.6],
    [0.45, 0.75],
    [0.6, 0.9],
  ],
};

/** Crops of made-up faces are their embeddings; an engine of any pack reads them back. */
export const madeUpEngine = (pack: PackFacts = MADE_UP_PACK): Pick<Engine, 'pack' | 'embedCrops'> => ({
  pack,
  embedCrops: async (crops) => crops.map((crop) => new Float32Array(crop.slice().buffer)),
});

export interface MadeUpFace {
  /** Whose face it is: any number. */
  readonly person: number;
  /** Cosine of the face to its person's direction, 0..1; two faces of one person have about its square. */
  readonly likeness?: number;
  readonly quality?: number;
  /** Px. */
  readonly size?: number;
  /** Faces with the same photo share it; without one each has its own. */
  readonly photo?: string;
  /** Which model has embedded it. */
  readonly model?: string;
}

export class MadeUpLibrary {
  readonly library: Library;
  readonly #directory = mkdtempSync(join(tmpdir(), 'kindred-made-up-'));
  readonly #photos = new Map<string, string>();
  readonly #random: () => number;

  constructor(seed = 1) {
    this.#random = randomFrom(seed);
    this.library = openLibrary(this.#directory, { role: 'owner', appVersion: 'test' });
  }

  /** Add faces, one transaction for all; their ids come back in the same order. */
  add(...faces: readonly MadeUpFace[]): string[] {
    return this.library.transaction(() => faces.flatMap((face) => this.#addOne(face)));
  }

  /** Somebody a user knows, with faces the user has confirmed. */
  know(name: string, ...faces: readonly MadeUpFace[]): { personId: string; faceIds: string[] } {
    const { library } = this;
    return library.transaction(() => {
      const faceIds = this.add(...faces);
      const personId = library.persons.create(LOCAL_ACCOUNT, name);
      library.persons.assign(faceIds.map((faceId) => ({ faceId, personId, how: 'confirmed', confidence: null })));
      return { personId, faceIds };
    });
  }

  /** The clusters as sorted lists of face ids, largest first; loose faces are left out. */
  groups(): string[][] {
    const page = { minFaces: 1, limit: 1000, offset: 0 };
    return this.library.clusters
      .bySize(LOCAL_ACCOUNT, page)
      .map((cluster) => this.library.clusters.faces(cluster.id).toSorted());
  }

  async close(): Promise<void> {
    await this.library.close();
    rmSync(this.#directory, { recursive: true });
  }

  #addOne(face: MadeUpFace): string[] {
    const { person, likeness = 0.9, quality = 0.5, size = 80, photo, model = MADE_UP_PACK.embeddingModel } = face;
    const embedding = this.#embedding(person, likeness);
    return this.library.faces.insert(this.#photo(photo), model, [
      {
        ...{ rect: { left: 0, top: 0, right: size, bottom: size }, score: 0.9, eyeDist: 30, attributes: null },
        quality: { overall: quality, size, sharpness: quality, yaw: 0, pitch: 0, roll: 0 },
        ...{
          landmarks21: [],
          landmarks106: [],
          crop: new Uint8Array(embedding.buffer),
          origin: 'detected',
          regionName: null,
        },
        embedding,
      },
    ]);
  }

  #photo(name = `photo ${this.#photos.size}`): string {
    const known = this.#photos.get(name);
    if (known) return known;
    const imageId = this.library.images.insert({
      ...{ accountId: LOCAL_ACCOUNT, origin: 'library', sha256: name, format: 'jpeg', bytes: 1, width: 99, height: 99 },
      ...{ exifOrientation: null, rotate: null, takenAt: null, utcOffset: null, camera: null, lens: null },
      ...{ latitude: null, longitude: null, rating: null, fileAt: 0, expiresAt: null },
    });
    this.#photos.set(name, imageId);
    return imageId;
  }

  #embedding(person: number, likeness: number): Float32Array {
    const towards = direction(randomFrom(1000 + person));
    const away = direction(this.#random);
    const side = Math.sqrt(1 - likeness * likeness);
    return normalized(towards.map((value, i) => likeness * value + side * (away[i] ?? 0)));
  }
}

/** Mulberry32, in 0..1. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const normalized = (vector: Float32Array): Float32Array => {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
};

/** Evenly spread over all directions: the sum of twelve uniform numbers is nearly normal. */
const direction = (random: () => number): Float32Array =>
  normalized(
    Float32Array.from({ length: MADE_UP_PACK.embeddingSize }, () => {
      let sum = -6;
      for (let i = 0; i < 12; i++) sum += random();
      return sum;
    }),
  );
