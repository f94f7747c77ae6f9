/**
 * An engine for tests of what happens around it: it answers at once, from the first bytes of a file. A file that starts
 * with `bad` is corrupt; `faces:Anna,Bea` has a face for each name, alike wherever the same name appears.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { FaceRegion, PhotoFile } from '../../engine/decode/photo-file.ts';
import type { Engine, PhotoSource } from '../../engine/engine.ts';
import { EngineError } from '../../engine/engine-error.ts';
import type { Face, Rect } from '../../engine/face.ts';

const WIDTH = 1000;
const HEIGHT = 800;
const EMBEDDING_SIZE = 64;

export interface FakeEngine extends Engine {
  /** Photos whose pixels were asked for, in order. */
  readonly analyzed: string[];
  /** Regions that `read` finds in every file. */
  regions: FaceRegion[];
  /** Called before each answer; may wait or throw. */
  before: (path: string) => Promise<void> | void;
}

export function fakeEngine(): FakeEngine {
  const engine: FakeEngine = {
    analyzed: [],
    regions: [],
    before: () => undefined,
    pack: {
      name: 'fake',
      version: '1',
      embeddingModel: 'fake-1',
      embeddingSize: EMBEDDING_SIZE,
      calibration: [
        [0, 0],
        [0.3, 0.6],
        [0.9, 0.95],
      ],
      licence: 'MIT',
    },
    async read(source) {
      const { text, bytes } = await content(source);
      return photoFile(text, bytes, engine.regions);
    },
    async analyze(source, { at, embedding: isEmbedded }, signal) {
      const { path, text } = await content(source);
      await engine.before(path);
      if (signal?.aborted) throw new EngineError('cancelled', 'Cancelled.');
      engine.analyzed.push(path);
      if (text.startsWith('bad')) throw new EngineError('corrupt', `${path} is damaged.`);
      const thumbnails = [{ size: 320, width: 320, height: 256, webp: new Uint8Array([1, 2, 3]) }];
      const seen = at ? at.map((place, i) => face(`place ${i}`, place)) : faces(text);
      const found = isEmbedded ? seen : seen.map((one) => ({ ...one, embedding: null }));
      return {
        format: 'jpeg',
        width: WIDTH,
        height: HEIGHT,
        exifOrientation: null,
        rotate: null,
        faces: found,
        thumbnails,
      };
    },
    embedCrops: async (crops) => crops.map((crop) => embedding(Buffer.from(crop).toString())),
    close: async () => undefined,
  };
  return engine;
}

async function content(source: PhotoSource): Promise<{ path: string; text: string; bytes: Buffer }> {
  const path = 'path' in source ? source.path : '';
  const bytes = 'path' in source ? await readFile(source.path) : Buffer.from(source.bytes);
  return { path, text: bytes.toString('utf8', 0, 200), bytes };
}

function photoFile(text: string, bytes: Buffer, regions: FaceRegion[]): PhotoFile {
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    format: 'jpeg',
    width: WIDTH,
    height: HEIGHT,
    metadata: {
      takenAt: '2020-05-04T10:00:00',
      utcOffset: null,
      camera: 'Fake 1',
      lens: null,
      gps: null,
      orientation: null,
      rating: null,
      keywords: text.includes('#') ? [text.slice(text.indexOf('#') + 1).trim()] : [],
      regions,
    },
  };
}

function faces(text: string): Face[] {
  const names = /faces:([\w,]*)/.exec(text)?.[1]?.split(',').filter(Boolean) ?? [];
  return names.map((name, i) => face(name, { left: 0.1 + 0.2 * i, top: 0.125, right: 0.25 + 0.2 * i, bottom: 0.3125 }));
}

/** @param place in fractions of the frame */
function face(name: string, place: Rect): Face {
  return {
    rect: {
      left: place.left * WIDTH,
      top: place.top * HEIGHT,
      right: place.right * WIDTH,
      bottom: place.bottom * HEIGHT,
    },
    score: 0.95,
    landmarks21: [],
    landmarks106: [],
    eyeDist: 60,
    quality: { overall: 0.9, size: 150, sharpness: 0.9, yaw: 0, pitch: 0, roll: 0 },
    crop: Buffer.from(name),
    embedding: embedding(name),
    attributes: null,
  };
}

/** A direction of its own for each name. */
function embedding(name: string): Float32Array {
  const vector = new Float32Array(EMBEDDING_SIZE);
  const digest = createHash('sha256').update(name).digest();
  for (let i = 0; i < EMBEDDING_SIZE; i++) vector[i] = (digest[i % digest.length] ?? 0) % 2 === 0 ? 1 : -1;
  return vector.map((value) => value / Math.sqrt(EMBEDDING_SIZE));
}
