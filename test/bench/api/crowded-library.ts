/** A library with so many people that searching it takes time: made up, but for the form of everything in it. */

import { encodeCrop } from '../../../main/engine/crop.ts';
import type { PackFacts } from '../../../main/engine/engine.ts';
import { createKey } from '../../../main/faceapi/api-key.ts';
import { LOCAL_ACCOUNT } from '../../../main/library/accounts.ts';
import type { Quotas } from '../../../main/library/api-keys.ts';
import type { NewFace } from '../../../main/library/face.ts';
import { openLibrary } from '../../../main/library/library.ts';
import { seeded, unitVector } from '../random-vectors.ts';

export interface Crowded {
  readonly api_id: string;
  readonly api_secret: string;
  /** Trained faces in the face set. */
  readonly faces: readonly string[];
  readonly facesetId: string;
  readonly groupId: string;
  /** A person for each ten faces of the group. */
  readonly persons: readonly string[];
  /** Trained faces that belong to nobody. */
  readonly loose: readonly string[];
}

const PER_PERSON = 10;
const PER_PHOTO = 50;
const UNLIMITED: Quotas = {
  groups: 1e6,
  persons: 1e6,
  facesets: 1e6,
  persons_per_group: 1e6,
  faces_per_person: 1e6,
  faces_per_faceset: 1e6,
};

/** @param faces in the face set, and as many again in the group */
export async function makeCrowdedLibrary(data: string, pack: PackFacts, faces: number): Promise<Crowded> {
  const random = seeded(1);
  const crop = await encodeCrop({ width: 112, height: 112, data: new Uint8Array(112 * 112 * 3).fill(128) });
  const library = openLibrary(data, { role: 'owner', appVersion: '0' });
  try {
    return library.transaction(() => {
      const { key, secret } = createKey(library, {
        name: 'bench',
        rate: { calls: 1e9, seconds: 3600 },
        quotas: UNLIMITED,
      });
      const insert = (count: number): string[] => {
        const ids: string[] = [];
        while (ids.length < count) {
          const imageId = library.images.insert(image());
          const made = Array.from({ length: Math.min(PER_PHOTO, count - ids.length) }, () =>
            face(unitVector(pack.embeddingSize, random), crop),
          );
          ids.push(...library.faces.insert(imageId, pack.embeddingModel, made));
        }
        return ids;
      };
      const inSet = insert(faces);
      const facesetId = library.facesets.create(LOCAL_ACCOUNT, 'crowd');
      library.facesets.add(facesetId, inSet);
      const ofPersons = insert(faces);
      const persons: string[] = [];
      for (let at = 0; at < ofPersons.length; at += PER_PERSON) {
        const personId = library.persons.create(LOCAL_ACCOUNT, `Person ${persons.length + 1}`);
        const own = ofPersons.slice(at, at + PER_PERSON);
        library.persons.assign(own.map((faceId) => ({ faceId, personId, how: 'confirmed', confidence: null })));
        persons.push(personId);
      }
      const groupId = library.groups.create(LOCAL_ACCOUNT, 'everybody');
      library.groups.add(groupId, persons);
      return { api_id: key.id, api_secret: secret, faces: inSet, facesetId, groupId, persons, loose: insert(2000) };
    });
  } finally {
    await library.close();
  }
}

let images = 0;

function image() {
  images++;
  return {
    accountId: LOCAL_ACCOUNT,
    origin: 'upload' as const,
    sha256: images.toString(16).padStart(64, '0'),
    format: 'jpeg',
    bytes: 1,
    width: 1000,
    height: 1000,
    exifOrientation: null,
    rotate: null,
    takenAt: null,
    utcOffset: null,
    camera: null,
    lens: null,
    latitude: null,
    longitude: null,
    rating: null,
    fileAt: null,
    expiresAt: Date.now() + 24 * 3600 * 1000,
  };
}

const face = (embedding: Float32Array, crop: Uint8Array): NewFace => ({
  rect: { left: 0, top: 0, right: 100, bottom: 100 },
  score: 0.9,
  eyeDist: 40,
  quality: { overall: 0.9, size: 100, sharpness: 0.9, yaw: 0, pitch: 0, roll: 0 },
  attributes: null,
  landmarks21: [],
  landmarks106: [],
  crop,
  origin: 'detected',
  regionName: null,
  embedding,
});
