/**
 * The pictures a window shows, by address: /thumb/<photo id>, /photo/<photo id>, /face/<face id>. Read from the cache or
 * the original; nothing is decoded here.
 */
import { readFile } from 'node:fs/promises';

export interface Picture {
  /** Media type. */
  readonly type: string;
  readonly bytes: Buffer;
}

export interface Pictures {
  /** The small picture of a photo; null when there is no such photo. */
  thumbnail(photoId: string): Promise<Picture | null>;
  /** The photo itself where a browser can show it, otherwise its large thumbnail. */
  photo(photoId: string): Promise<Picture | null>;
  /** The aligned crop of a face. */
  face(faceId: string): Promise<Picture | null>;
}
