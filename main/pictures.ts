/**
 * The pictures a window shows, by address: /thumb/<photo id>, /photo/<photo id>, /face/<face id>. Read from the cache or
 * the original; what the cache has lost the engine makes again. Nothing is decoded here.
 */
import { readFile } from 'node:fs/promises';
import type { Engine } from './engine/engine.ts';
import type { Image } from './library/images.ts';
import type { Library } from './library/library.ts';
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
  /** The aligned crop of a face. */
  face(faceId: string): Promise<Picture | null>;
}

/** Formats that every browser shows upright by itself. */
const SHOWN_BY_BROWSERS: Readonly<Record<string, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  avif: 'image/avif',
};

/** Pictures that wait to be made in the size that is wanted now; whoever scrolls on does not wait for those behind. */
const MOST_WAITING = 64;

export function createPictures(library: Library, thumbnails: ThumbnailCache, engine: Engine): Pictures {
  const improving = new Set<string>();
  return {
    thumbnail: (id) => thumbnail(id, 'tile'),
    async photo(id) {
      const image = library.images.byId(id);
      const type = image && SHOWN_BY_BROWSERS[image.format];
      // A turn that Kindred made is not in the file, so the file would be shown lying on its side.
      if (!image || !type || image.rotate !== null) return thumbnail(id, 'view');
      for (const { path, missingAt } of library.photoFiles.ofImages([id])) {
        const bytes = missingAt === null ? await readFile(path).catch(() => null) : null;
        if (bytes) return { type, bytes };
      }
      return thumbnail(id, 'view');
    },
    async face(id) {
      const [crop] = library.faces.crops([id]);
      return crop && crop.jpeg.length > 0 ? { type: 'image/jpeg', bytes: crop.jpeg } : null;
    },
  };

  async function thumbnail(id: string, use: ThumbnailUse): Promise<Picture | null> {
    const image = library.images.byId(id);
    if (!image) return null;
    const type = 'image/webp';
    const bytes = await thumbnails.get(image, thumbnailSides(library)[use]);
    if (bytes) return { type, bytes };
    for (const side of sidesEver(use)) {
      const other = await thumbnails.get(image, side);
      if (!other) continue;
      improve(image);
      return { type, bytes: other, isProvisional: true };
    }
    const made = await makeAgain(image, use, 'interactive');
    return made && { type, bytes: made };
  }

  /** Behind all that somebody waits for. */
  function improve(image: Image): void {
    if (improving.has(image.id) || improving.size >= MOST_WAITING) return;
    improving.add(image.id);
    void makeAgain(image, 'tile', 'bulk').finally(() => improving.delete(image.id));
  }

  async function makeAgain(
    image: Image,
    use: ThumbnailUse,
    priority: 'interactive' | 'bulk',
  ): Promise<Uint8Array | null> {
    const path = pathOf(image.id);
    if (!path) return null;
    try {
      const turn = image.rotate === null ? {} : { turn: image.rotate };
      const sides = thumbnailSides(library);
      const wanted = Object.values(sides);
      const made = await engine.analyze({ path }, { ...turn, at: [], thumbnails: wanted, priority });
      await thumbnails.put(image, made.thumbnails);
      const former = [...sidesEver('tile'), ...sidesEver('view')].filter((side) => !wanted.includes(side));
      await thumbnails.remove(image, former);
      return made.thumbnails.find((thumbnail) => thumbnail.size === sides[use])?.webp ?? null;
    } catch {
      // The file has gone or changed since; the next import will say so.
      return null;
    }
  }

  function pathOf(id: string): string | undefined {
    const [file] = library.photoFiles.ofImages([id]);
    return file?.missingAt === null ? file.path : undefined;
  }
}
