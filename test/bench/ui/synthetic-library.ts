/**
 * A library as large as a family's after twenty years: 100,000 photos with 150,000 faces of 3,000 people and 3,000 unnamed
 * groups. Rows and files are made up but for the pictures, which are small copies of real photos.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeCrop } from '../../../main/engine/crop.ts';
import { sharp } from '../../../main/engine/decode/sharp-binary.ts';
import type { PackFacts } from '../../../main/engine/engine.ts';
import { LOCAL_ACCOUNT } from '../../../main/library/accounts.ts';
import type { NewFace } from '../../../main/library/face.ts';
import { type Library, openLibrary } from '../../../main/library/library.ts';
import { ThumbnailCache } from '../../../main/organizer/thumbnail-cache.ts';
import { thumbnailSides } from '../../../main/organizer/thumbnail-size.ts';
import { seeded, unitVector } from '../random-vectors.ts';

export interface Size {
  readonly photos: number;
  readonly faces: number;
  readonly persons: number;
  readonly groups: number;
  /** So many of the photos were taken on one day. */
  readonly onOneDay: number;
}

/** Width and height of photos, and how often they come. */
const SHAPES = [
  { width: 4000, height: 3000, weight: 5 },
  { width: 3000, height: 4000, weight: 3 },
  { width: 4032, height: 2268, weight: 2 },
  { width: 3000, height: 3000, weight: 1 },
  { width: 8000, height: 2500, weight: 0.2 },
] as const;

/** Different pictures of each shape. */
const PICTURES = 60;
const YEARS = 20;
const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 0, 1);
/** Rows of one transaction. */
const BATCH = 5000;

const SAMPLES = join(import.meta.dirname, '../../../node_modules/@vladmandic/face-api/demo');

/** Made once for each size, which takes minutes; a later run takes what is there. @returns the folder for --data */
export async function syntheticLibrary(folder: string, pack: PackFacts, size: Size): Promise<string> {
  const data = join(folder, `library-${Object.values(size).join('-')}`);
  if (existsSync(data)) return data;
  const unfinished = `${data}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  const library = openLibrary(unfinished, { role: 'owner', appVersion: '0' });
  const side = thumbnailSides(library).tile;
  try {
    const random = seeded(7);
    const photos = insertPhotos(library, size, random);
    await insertFaces(library, pack, size, photos, random);
  } finally {
    await library.close();
  }
  await writeThumbnails(unfinished, size, side, await pictures(side));
  await rename(unfinished, data);
  return data;
}

/** Hash and shape of the i-th photo, the same whoever asks. The last digits come first: files are spread by the first two. */
const hashOf = (i: number): string => [...i.toString(16).padStart(8, '0')].reverse().join('').padEnd(64, '0');

function shapeOf(i: number): (typeof SHAPES)[number] {
  const total = SHAPES.reduce((sum, { weight }) => sum + weight, 0);
  let left = ((i * 0.618_034) % 1) * total;
  for (const shape of SHAPES) {
    left -= shape.weight;
    if (left <= 0) return shape;
  }
  return SHAPES[0];
}

function insertPhotos(library: Library, size: Size, random: () => number): string[] {
  const ids: string[] = [];
  while (ids.length < size.photos) {
    library.transaction(() => {
      for (const end = Math.min(size.photos, ids.length + BATCH); ids.length < end; ) {
        const i = ids.length;
        const { width, height } = shapeOf(i);
        // Photos come in bunches: many on a few days, few on many.
        const days = i < size.onOneDay ? 0 : Math.floor(random() ** 2 * YEARS * 365);
        const taken = new Date(NOW - days * DAY_MS - Math.floor(random() * DAY_MS));
        const imageId = library.images.insert({
          ...{ accountId: LOCAL_ACCOUNT, origin: 'library', sha256: hashOf(i), format: 'jpeg', bytes: 3_000_000 },
          ...{ width, height, exifOrientation: 1, rotate: null, utcOffset: 60, lens: null, fileAt: null },
          takenAt: taken.toISOString().slice(0, 19),
          camera: `Camera ${i % 7}`,
          ...(i % 3 === 0
            ? { latitude: 48 + random(), longitude: 11 + random() }
            : { latitude: null, longitude: null }),
          ...{ rating: i % 20 === 0 ? 5 : null, expiresAt: null },
        });
        library.photoFiles.put({ path: `/photos/${i}.jpg`, imageId, bytes: 3_000_000, mtime: taken.getTime() });
        ids.push(imageId);
      }
    });
  }
  return ids;
}

async function insertFaces(
  library: Library,
  pack: PackFacts,
  { faces, persons, groups }: Size,
  photos: readonly string[],
  random: () => number,
): Promise<void> {
  const crops = await facePictures();
  const personIds = library.transaction(() =>
    Array.from({ length: persons }, (_, i) => library.persons.create(LOCAL_ACCOUNT, `${FIRST[i % FIRST.length]} ${i}`)),
  );
  const groupIds = library.transaction(() =>
    Array.from({ length: groups }, () => library.clusters.create(LOCAL_ACCOUNT)),
  );
  const owners = [...personIds.map((personId) => ({ personId })), ...groupIds.map((clusterId) => ({ clusterId }))];
  for (let made = 0; made < faces; ) {
    library.transaction(() => {
      for (const end = Math.min(faces, made + BATCH); made < end; made++) {
        const photo = photos[(made * 7919) % photos.length];
        const owner = owners[made % owners.length];
        if (photo === undefined || owner === undefined) continue;
        const crop = crops[made % crops.length] ?? new Uint8Array();
        const [faceId] = library.faces.insert(photo, pack.embeddingModel, [
          face(unitVector(pack.embeddingSize, random), crop, random),
        ]);
        if (faceId === undefined) continue;
        // Confirmed: two faces of one photo may then be one person, as chance will have it here.
        if ('personId' in owner) library.persons.assign([{ faceId, ...owner, how: 'confirmed', confidence: null }]);
        else library.clusters.assign([{ faceId, ...owner, how: 'confirmed' }]);
      }
    });
  }
}

const FIRST = ['Anna', 'Bea', 'Carl', 'Dora', 'Emil', 'Fay', 'Gus', 'Hana', 'Ivo', 'Jo', '王', '李', 'Kim', 'Lea'];

const face = (embedding: Float32Array, crop: Uint8Array, random: () => number): NewFace => ({
  rect: { left: 500, top: 400, right: 900, bottom: 850 },
  ...{ score: 0.9, eyeDist: 160, attributes: null, landmarks21: [], landmarks106: [], regionName: null },
  quality: { overall: random(), size: 400, sharpness: 0.9, yaw: 0, pitch: 0, roll: 0 },
  ...{ crop, origin: 'detected', embedding },
});

async function samples(): Promise<Buffer[]> {
  const names = (await readdir(SAMPLES)).filter((name) => name.endsWith('.jpg')).sort();
  return Promise.all(names.map((name) => readFile(join(SAMPLES, name))));
}

/** Parts of real photos, 112 x 112: as large and as hard to decode as faces are. */
async function facePictures(): Promise<Uint8Array[]> {
  const random = seeded(3);
  const photos = await samples();
  return Promise.all(
    Array.from({ length: PICTURES }, async (_, i) => {
      const data = await part(photos[i % photos.length], 112, 112, random)
        .removeAlpha()
        .raw()
        .toBuffer();
      return encodeCrop({ width: 112, height: 112, data: new Uint8Array(data) });
    }),
  );
}

/** For each shape some pictures as the engine makes thumbnails. */
async function pictures(side: number): Promise<Map<(typeof SHAPES)[number], Buffer[]>> {
  const random = seeded(5);
  const photos = await samples();
  const made = new Map<(typeof SHAPES)[number], Buffer[]>();
  for (const shape of SHAPES) {
    const scale = side / Math.max(shape.width, shape.height);
    const [width, height] = [Math.round(shape.width * scale), Math.round(shape.height * scale)];
    const encoded = Array.from({ length: PICTURES }, (_, i) =>
      part(photos[i % photos.length], width, height, random)
        .webp({ quality: 75 })
        .toBuffer(),
    );
    made.set(shape, await Promise.all(encoded));
  }
  return made;
}

/** Another part of the photo each time. */
function part(photo: Buffer | undefined, width: number, height: number, random: () => number) {
  const zoom = 1.2 + random();
  const [wide, high] = [Math.ceil(width * zoom), Math.ceil(height * zoom)];
  return sharp(photo)
    .resize(wide, high, { fit: 'cover' })
    .extract({
      left: Math.floor(random() * (wide - width)),
      top: Math.floor(random() * (high - height)),
      width,
      height,
    });
}

async function writeThumbnails(
  data: string,
  { photos }: Size,
  side: number,
  made: Map<unknown, Buffer[]>,
): Promise<void> {
  const thumbnails = new ThumbnailCache(join(data, 'thumbnails'));
  for (let i = 0; i < photos; i++) {
    const webp = made.get(shapeOf(i))?.[i % PICTURES];
    if (webp) await thumbnails.put({ sha256: hashOf(i), rotate: null }, [{ size: side, webp, width: 0, height: 0 }]);
  }
  await writeFile(join(data, 'made-up.txt'), 'A library for measuring the window.\n');
}
