/**
 * The pictures a window shows, by address: /thumb/<photo id>, /photo/<photo id>, /whole/<photo id>, /face/<face id>. Read
 * from the cache or the original; what the cache has lost the engine makes again. Nothing is decoded here.
 */
import { readFile, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import PQueue from 'p-queue';
import { shownAs } from '../preload/contract/pictures.ts';
import type { Engine } from './engine/engine.ts';
import type { Thumbnail } from './engine/face.ts';
import type { Image } from './library/images.ts';
import type { Library } from './library/library.ts';
import type { PhotoFileRow } from './library/photo-files.ts';
import type { ThumbnailCache } from './organizer/thumbnail-cache.ts';
import { sidesEver, type ThumbnailUse, thumbnailSides } from './organizer/thumbnail-size.ts';

export interface Picture {
  /** Media type. */
  readonly type: string;
  readonly bytes: Uint8Array;
  /** Of another size than is wanted now: a better one is being made, so this is not to be remembered. */
  readonly isProvisional?: true;
}

export interface Pictures {
  /** The small picture of a photo; null when there is no such photo, or its file and thumbnail are gone. */
  thumbnail(photoId: string): Promise<Picture | null>;
  /** The photo itself where a browser can show it as it is, otherwise its large thumbnail. */
  photo(photoId: string): Promise<Picture | null>;
  /** All of a photo, for whom the large thumbnail is not enough. */
  whole(photoId: string): Promise<Picture | null>;
  /** Where the original lies, for who wants it as it is; null when there is no such photo or no file of it. */
  original(photoId: string): Promise<string | null>;
  /** The aligned crop of a face. */
  face(faceId: string): Promise<Picture | null>;
}

/** Longer side from which on a photo is made smaller even where all of it is wanted, px: WebP holds no more. */
const WHOLE = 16_383;

/** Pictures that wait to be made in the size that is wanted now; whoever scrolls on does not wait for those behind. */
const MOST_WAITING = 64;

/** @param onImproved told when what was provisional is there as it is wanted */
export function createPictures(
  library: Library,
  thumbnails: ThumbnailCache,
  engine: Engine,
  onImproved: (photoId: string) => void,
): Pictures {
  const improving = new Set<string>();
  /** Photos whose pictures are being made: whoever asks for one of them meanwhile gets what comes of that. */
  const making = new Map<string, Promise<readonly Thumbnail[]>>();
  /** What was asked for last is in sight now; what was asked for before it may have been scrolled past. */
  const newestFirst = new PQueue({ concurrency: availableParallelism() });
  let asked = 0;
  return {
    thumbnail: (id) => thumbnail(id, 'tile'),
    async photo(id) {
      return (await asItIs(id)) ?? thumbnail(id, 'view');
    },
    async whole(id) {
      return (await asItIs(id)) ?? inFull(id);
    },
    async original(id) {
      const image = library.images.byId(id);
      for (const { path } of image ? filesOf(image) : []) {
        if ((await stat(path).catch(() => null))?.isFile()) return path;
      }
      return null;
    },
    async face(id) {
      const [crop] = library.faces.crops([id]);
      return crop && crop.jpeg.length > 0 ? { type: 'image/jpeg', bytes: crop.jpeg } : null;
    },
  };

  /** Null when a browser cannot show the file, or there is none. */
  async function asItIs(id: string): Promise<Picture | null> {
    const image = library.images.byId(id);
    const type = image && shownAs(image.format, image.rotate);
    if (!image || !type) return null;
    for (const { path } of filesOf(image)) {
      const bytes = await readFile(path).catch(() => null);
      if (bytes) return { type, bytes };
    }
    return null;
  }

  async function inFull(id: string): Promise<Picture | null> {
    const place = asked++;
    const image = library.images.byId(id);
    if (!image) return null;
    const type = 'image/webp';
    const bytes = await thumbnails.get(image, WHOLE);
    if (bytes) return { type, bytes };
    const [made] = await makeNow(image, [WHOLE], place);
    return made ? { type, bytes: made.webp } : null;
  }

  async function thumbnail(id: string, use: ThumbnailUse): Promise<Picture | null> {
    const place = asked++;
    const image = library.images.byId(id);
    if (!image) return null;
    const type = 'image/webp';
    const side = thumbnailSides(library)[use];
    const bytes = await thumbnails.get(image, side);
    if (bytes) return { type, bytes };
    for (const former of sidesEver(use)) {
      const other = await thumbnails.get(image, former);
      if (!other) continue;
      improve(image);
      return { type, bytes: other, isProvisional: true };
    }
    const made = await makeNow(image, Object.values(thumbnailSides(library)), place);
    const wanted = made.find(({ size }) => size === side);
    return wanted ? { type, bytes: wanted.webp } : null;
  }

  function makeNow(image: Image, sides: readonly number[], place: number): Promise<readonly Thumbnail[]> {
    const key = [image.id, image.rotate, ...sides].join(' ');
    const underWay = making.get(key);
    if (underWay) return underWay;
    const made = newestFirst
      .add(() => makeAgain(image, sides, 'interactive'), { priority: place })
      .finally(() => making.delete(key));
    making.set(key, made);
    return made;
  }

  /** Behind all that somebody waits for. */
  function improve(image: Image): void {
    if (improving.has(image.id) || improving.size >= MOST_WAITING) return;
    improving.add(image.id);
    void makeBetter(image).finally(() => improving.delete(image.id));
  }

  async function makeBetter(image: Image): Promise<void> {
    const sides = thumbnailSides(library);
    await makeAgain(image, Object.values(sides), 'bulk');
    // A full disk may not have taken it: whoever asked again for it then would have it made for ever.
    if (await thumbnails.get(image, sides.tile).catch(() => null)) onImproved(image.id);
  }

  /** @returns none when no file of the photo can be read any more; the next import will say so */
  async function makeAgain(
    image: Image,
    wanted: readonly number[],
    priority: 'interactive' | 'bulk',
  ): Promise<readonly Thumbnail[]> {
    const turn = image.rotate === null ? {} : { turn: image.rotate };
    for (const file of filesOf(image)) {
      try {
        if (!(await isStill(image, file))) continue;
        const made = await engine.analyze({ path: file.path }, { ...turn, at: [], thumbnails: [...wanted], priority });
        await keep(image, made.thumbnails);
        return made.thumbnails;
      } catch {
        // It has gone or is damaged; the photo may lie at another place as well.
      }
    }
    return [];
  }

  /** What a full disk does not take can be shown all the same. */
  async function keep(image: Image, made: readonly Thumbnail[]): Promise<void> {
    const sides = new Set(made.map(({ size }) => size));
    if (sides.has(WHOLE)) return thumbnails.put(image, made).catch(() => undefined);
    const former = [...sidesEver('tile'), ...sidesEver('view')].filter((side) => !sides.has(side));
    await thumbnails
      .put(image, made)
      .then(() => thumbnails.remove(image, former))
      .catch(() => undefined);
  }

  /** Whether a file has the bytes that were imported: other ones have pictures of their own. */
  async function isStill(image: Image, { path, bytes, mtime }: PhotoFileRow): Promise<boolean> {
    const found = await stat(path);
    if (found.size === bytes && found.mtimeMs === mtime) return true;
    return (await engine.read({ path })).sha256 === image.sha256;
  }

  function filesOf({ id }: Image): PhotoFileRow[] {
    return library.photoFiles.ofImages([id]).filter(({ missingAt }) => missingAt === null);
  }
}
