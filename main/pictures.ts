/**
 * The pictures a window shows, by address: /thumb/<photo id>, /photo/<photo id>, /face/<face id>. Read from the cache or
 * the original; what the cache has lost the engine makes again. Nothing is decoded here.
 */
import { readFile } from 'node:fs/promises';
import type { Engine } from './engine/engine.ts';
import type { Image } from './library/images.ts';
import type { Library } from './library/library.ts';
import { THUMBNAIL_SIZES, type ThumbnailCache, type ThumbnailSize } from './organizer/thumbnail-cache.ts';

export interface Picture {
  /** Media type. */
  readonly type: string;
  readonly bytes: Uint8Array;
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

const [SMALL, LARGE] = THUMBNAIL_SIZES;

export function createPictures(library: Library, thumbnails: ThumbnailCache, engine: Engine): Pictures {
  return {
    thumbnail: (id) => thumbnail(id, SMALL),
    async photo(id) {
      const image = library.images.byId(id);
      const type = image && SHOWN_BY_BROWSERS[image.format];
      const path = pathOf(id);
      // A turn that Kindred made is not in the file, so the file would be shown lying on its side.
      if (!image || !type || !path || image.rotate !== null) return thumbnail(id, LARGE);
      const bytes = await readFile(path).catch(() => null);
      return bytes ? { type, bytes } : thumbnail(id, LARGE);
    },
    async face(id) {
      const [crop] = library.faces.crops([id]);
      return crop && crop.jpeg.length > 0 ? { type: 'image/jpeg', bytes: crop.jpeg } : null;
    },
  };

  async function thumbnail(id: string, size: ThumbnailSize): Promise<Picture | null> {
    const image = library.images.byId(id);
    if (!image) return null;
    const bytes = (await thumbnails.get(image, size)) ?? (await makeAgain(image, size));
    return bytes && { type: 'image/webp', bytes };
  }

  async function makeAgain(image: Image, size: ThumbnailSize): Promise<Uint8Array | null> {
    const path = pathOf(image.id);
    if (!path) return null;
    try {
      const turn = image.rotate === null ? {} : { turn: image.rotate };
      const made = await engine.analyze({ path }, { ...turn, at: [], thumbnails: THUMBNAIL_SIZES });
      await thumbnails.put(image, made.thumbnails);
      return made.thumbnails.find((thumbnail) => thumbnail.size === size)?.webp ?? null;
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
