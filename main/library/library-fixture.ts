/** For tests: a library in a folder of its own, photos and faces to put into it, and a clock that moves when told. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { LOCAL_ACCOUNT } from './accounts.ts';
import type { NewApiKey } from './api-keys.ts';
import type { NewFace } from './face.ts';
import type { NewImage } from './images.ts';
import { type Library, type LibraryOptions, openLibrary } from './library.ts';
import type { LibraryNotice } from './notice.ts';
import type { Id } from './store.ts';

/** The embedding space of all faces made here. */
export const MODEL = 'test-model';

/** A folder that is gone after the test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kindred-library-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A library in a new folder, or again in one that was there before; closed after the test. */
export function open(folder = newFolder(), options: Partial<LibraryOptions> = {}): Library {
  const library = openLibrary(folder, { role: 'owner', appVersion: '0.0.0', ...options });
  onTestFinished(() => library.close());
  return library;
}

/** Opens, and also tells what the user was told. */
export function openWithNotices(folder: string, options: Partial<LibraryOptions> = {}) {
  const notices: LibraryNotice[] = [];
  return { library: open(folder, { onNotice: (notice) => notices.push(notice), ...options }), notices };
}

let madeSoFar = 0;

export function photo(changes: Partial<NewImage> = {}): NewImage {
  madeSoFar += 1;
  return {
    accountId: LOCAL_ACCOUNT,
    origin: 'library',
    sha256: madeSoFar.toString(16).padStart(64, '0'),
    format: 'jpeg',
    bytes: 1000,
    width: 640,
    height: 480,
    exifOrientation: 1,
    rotate: null,
    takenAt: '2024-05-01T12:00:00',
    utcOffset: 120,
    camera: 'Camera',
    lens: null,
    latitude: 52.5,
    longitude: 13.4,
    rating: null,
    fileAt: null,
    expiresAt: null,
    ...changes,
  };
}

export function face(changes: Partial<NewFace> = {}): NewFace {
  return {
    rect: { left: 10, top: 20, right: 110, bottom: 120 },
    score: 0.99,
    eyeDist: 40.5,
    quality: { overall: 0.5, size: 100, sharpness: 0.8, yaw: 5, pitch: -3, roll: 1 },
    attributes: { age: 30, gender: 20, attractive: 60, eyeglass: 1, sunglass: 0, smile: 90 },
    landmarks21: Array.from({ length: 21 }, (_, i) => [i + 0.25, i + 0.5] as const),
    landmarks106: Array.from({ length: 106 }, (_, i) => [i + 0.75, i] as const),
    crop: Uint8Array.of(0xff, 0xd8, 0xff),
    origin: 'detected',
    regionName: null,
    embedding: Float32Array.of(0.6, 0.8, 0),
    ...changes,
  };
}

/** With a hash that no secret has. */
export function apiKey(changes: Partial<NewApiKey> = {}): NewApiKey {
  return {
    accountId: LOCAL_ACCOUNT,
    name: 'script',
    secretHash: 'none',
    allow: null,
    deny: [],
    quotas: { groups: 1, persons: 2, facesets: 3, persons_per_group: 4, faces_per_person: 5, faces_per_faceset: 6 },
    rate: { calls: 500, seconds: 10 },
    idLifetime: 1000,
    taskLifetime: 100,
    async: 'auto',
    downloads: true,
    expiresAt: null,
    ...changes,
  };
}

/** Puts one photo with some faces into the library. */
export function addPhoto(library: Library, faces: readonly NewFace[] = [], image = photo()): { id: Id; faces: Id[] } {
  return library.transaction(() => {
    const id = library.images.insert(image);
    return { id, faces: library.faces.insert(id, MODEL, faces) };
  });
}

/** A face in a photo of its own. */
export function addFace(library: Library, made = face()): Id {
  const [id] = addPhoto(library, [made]).faces;
  if (id === undefined) throw new Error('One face in, one id out.');
  return id;
}

/** Some faces, each in a photo of its own. */
export const addFaces = (library: Library, count: number): Id[] =>
  Array.from({ length: count }, () => addFace(library));

export function addPerson(library: Library, name: string, faceIds: readonly Id[] = []): Id {
  return library.transaction(() => {
    const id = library.persons.create(LOCAL_ACCOUNT, name);
    library.persons.assign(faceIds.map((faceId) => ({ faceId, personId: id, how: 'confirmed', confidence: null })));
    return id;
  });
}

export function addCluster(library: Library, faceIds: readonly Id[]): Id {
  return library.transaction(() => {
    const id = library.clusters.create(LOCAL_ACCOUNT);
    library.clusters.assign(faceIds.map((faceId) => ({ faceId, clusterId: id, how: 'automatic' })));
    return id;
  });
}
