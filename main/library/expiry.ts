/**
 * Expiry: what was sent to the API is kept for its lifetime only. A face that a person or a face set holds outlives it,
 * with its image's row, until the last of them lets go. Photos of the library never expire.
 */
import type { Store } from './store.ts';

export interface Purged {
  readonly faces: number;
  readonly images: number;
}

/** @returns takes out at most `limit` expired faces and as many images that have none left; call inside a transaction */
export function expiry(store: Store): (limit: number) => Purged {
  const { now } = store;
  const faces = store.write<[number, number]>(`
    DELETE FROM face WHERE id IN (
      SELECT id FROM face
      WHERE expires_at <= ?
        AND NOT EXISTS (SELECT 1 FROM person_face WHERE face_id = face.id)
        AND NOT EXISTS (SELECT 1 FROM faceset_member WHERE face_id = face.id)
      LIMIT ?
    )`);
  const images = store.write<[number, number]>(`
    DELETE FROM image WHERE id IN (
      SELECT id FROM image
      WHERE expires_at <= ? AND NOT EXISTS (SELECT 1 FROM face WHERE image_id = image.id)
      LIMIT ?
    )`);
  return (limit) => ({ faces: faces(now(), limit), images: images(now(), limit) });
}
