/**
 * Images: one row for each different photo, whatever number of files hold it, and for each upload to the API.
 * Width and height are of the upright frame (after EXIF orientation and `rotate`), px.
 */
import { membership } from './membership.ts';
import { type Id, list, type Store } from './store.ts';

export type Turn = 'cw90' | 'cw180' | 'cw270';

/** What a photo file says about itself. */
export interface PhotoFacts {
  readonly width: number;
  readonly height: number;
  /** EXIF orientation, 1..8. */
  readonly exifOrientation: number | null;
  /** Wall clock of the camera, `YYYY-MM-DDTHH:mm:ss`. */
  readonly takenAt: string | null;
  /** Minutes east of UTC. */
  readonly utcOffset: number | null;
  readonly camera: string | null;
  readonly lens: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** 0..5. */
  readonly rating: number | null;
}

export interface NewImage extends PhotoFacts {
  readonly accountId: Id;
  readonly origin: 'library' | 'upload';
  readonly sha256: string;
  readonly format: string;
  readonly bytes: number;
  readonly rotate: Turn | null;
  readonly userData?: string;
  /**
   * When the file was last changed, by the wall clock of this machine, as cameras tell the time: ms since 1970 by that
   * clock. Its place in the timeline when nothing says when it was taken.
   */
  readonly fileAt: number | null;
  /** For uploads, ms; null for the library. */
  readonly expiresAt: number | null;
}

export interface Image extends NewImage {
  readonly id: Id;
  readonly userData: string;
  readonly createdAt: number;
  readonly deletedAt: number | null;
  readonly analyzedAt: number | null;
  /** Identity of the models that looked for faces. */
  readonly analyzedBy: string | null;
  /** `YYYY-MM-DDTHH:mm:ss`, the sort key of the timeline. */
  readonly timelineAt: string;
}

const COLUMNS = `
  id, account_id AS accountId, origin, sha256, format, bytes, width, height, exif_orientation AS exifOrientation, rotate,
  taken_at AS takenAt, utc_offset AS utcOffset, camera, lens, latitude, longitude, rating, user_data AS userData,
  file_at AS fileAt, created_at AS createdAt, expires_at AS expiresAt, deleted_at AS deletedAt,
  analyzed_at AS analyzedAt, analyzed_by AS analyzedBy, timeline_at AS timelineAt`;

export type Images = ReturnType<typeof images>;

export function images(store: Store) {
  const { now, newId } = store;
  const one = store.rows<[Id], Image>(`SELECT ${COLUMNS} FROM image WHERE id = ?`);
  const some = store.rows<[string], Image>(`SELECT ${COLUMNS} FROM image WHERE id IN (SELECT value FROM json_each(?))`);
  const withHash = store.rows<[Id, string], Image>(
    `SELECT ${COLUMNS} FROM image WHERE account_id = ? AND sha256 = ? AND origin = 'library'`,
  );
  const notAnalyzed = store.rows<[Id, string, Id, number], Image>(`
    SELECT ${COLUMNS} FROM image
    WHERE account_id = ? AND origin = 'library' AND deleted_at IS NULL AND analyzed_by IS NOT ? AND id > ?
    ORDER BY id
    LIMIT ?`);
  const withoutFile = store.rows<[Id], Image>(`
    SELECT ${COLUMNS} FROM image
    WHERE account_id = ? AND origin = 'library' AND NOT EXISTS (SELECT 1 FROM photo_file WHERE image_id = image.id)`);
  const insert = store.write<[NewImage & { id: Id; userData: string; createdAt: number }]>(`
    INSERT INTO image (id, account_id, origin, sha256, format, bytes, width, height, exif_orientation, rotate, taken_at,
      utc_offset, camera, lens, latitude, longitude, rating, user_data, file_at, created_at, expires_at)
    VALUES (@id, @accountId, @origin, @sha256, @format, @bytes, @width, @height, @exifOrientation, @rotate, @takenAt,
      @utcOffset, @camera, @lens, @latitude, @longitude, @rating, @userData, @fileAt, @createdAt, @expiresAt)`);
  const setFacts = store.write<[PhotoFacts & { id: Id }]>(`
    UPDATE image SET width = @width, height = @height, exif_orientation = @exifOrientation, taken_at = @takenAt,
      utc_offset = @utcOffset, camera = @camera, lens = @lens, latitude = @latitude, longitude = @longitude,
      rating = @rating
    WHERE id = @id`);
  const setAnalyzed = store.write<[number, string, Turn | null, number, number, Id]>(
    'UPDATE image SET analyzed_at = ?, analyzed_by = ?, rotate = ?, width = ?, height = ? WHERE id = ?',
  );
  const setFrame = store.write<[Turn | null, number, number, Id]>(
    'UPDATE image SET rotate = ?, width = ?, height = ? WHERE id = ?',
  );
  const setRating = store.write<[number | null, string]>(
    'UPDATE image SET rating = ? WHERE id IN (SELECT value FROM json_each(?))',
  );
  const setUserData = store.write<[string, Id]>('UPDATE image SET user_data = ? WHERE id = ?');
  const setDeleted = store.write<[number | null, string]>(
    'UPDATE image SET deleted_at = ? WHERE id IN (SELECT value FROM json_each(?))',
  );
  const deleteFaces = store.write<[number, string]>(`
    UPDATE face SET deleted_at = ?
    WHERE image_id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL`);
  const restoreFaces = store.write<[string]>(`
    UPDATE face SET deleted_at = NULL
    FROM image
    WHERE image.id = face.image_id AND face.deleted_at = image.deleted_at
      AND image.id IN (SELECT value FROM json_each(?))`);
  const facesOf = store.values<[string], Id>('SELECT id FROM face WHERE image_id IN (SELECT value FROM json_each(?))');
  const { leaveAll } = membership(store);
  const erase = store.write<[string]>('DELETE FROM image WHERE id IN (SELECT value FROM json_each(?))');

  return {
    byId: (id: Id): Image | undefined => one.get(id),
    byIds: (ids: readonly Id[]): Image[] => some.all(list(ids)),
    /** The library photo with these bytes, deleted ones too; `sha256` in lower-case hex. */
    byHash: (accountId: Id, sha256: string): Image | undefined => withHash.get(accountId, sha256),
    /** Photos that these models have not looked at yet, by id from `after` on. */
    notAnalyzedBy: (accountId: Id, models: string, after: Id | null, limit: number): Image[] =>
      notAnalyzed.all(accountId, models, after ?? '', limit),
    /** Photos whose last file was replaced by other bytes. A file that is only missing still counts as one. */
    withoutFile: (accountId: Id): Image[] => withoutFile.all(accountId),
    insert: (image: NewImage): Id => {
      const id = newId();
      insert({ ...image, id, userData: image.userData ?? '', createdAt: now() });
      return id;
    },
    /** What a second reading of the file says. */
    setFacts: (id: Id, facts: PhotoFacts): void => {
      setFacts({ ...facts, id });
    },
    /** The models have looked; `width` and `height` are of the frame they turned it to. */
    setAnalyzed: (id: Id, by: string, frame: { rotate: Turn | null; width: number; height: number }): void => {
      setAnalyzed(now(), by, frame.rotate, frame.width, frame.height, id);
    },
    /** The user has turned the photo; its faces have to follow (faces.setPlace). */
    setFrame: (id: Id, frame: { rotate: Turn | null; width: number; height: number }): void => {
      setFrame(frame.rotate, frame.width, frame.height, id);
    },
    /** @param rating 0..5, null for none */
    setRating: (ids: readonly Id[], rating: number | null): number => setRating(rating, list(ids)),
    setUserData: (id: Id, userData: string): number => setUserData(userData, id),
    /**
     * Deleted photos leave every list, with their faces, which then belong to nobody; they stay in the library and their
     * files are not touched. What comes back brings back the faces that went with it.
     */
    setDeleted: (ids: readonly Id[], deleted: boolean): number => {
      const at = now();
      if (deleted) {
        const faceIds = facesOf.all(list(ids));
        leaveAll(faceIds);
        deleteFaces(at, list(ids));
      } else restoreFaces(list(ids));
      return setDeleted(deleted ? at : null, list(ids));
    },
    /** Row, files, faces and all: for what nothing refers to any more. Not for a user's "delete". */
    erase: (ids: readonly Id[]): number => erase(list(ids)),
  };
}
