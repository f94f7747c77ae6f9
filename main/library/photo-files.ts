/**
 * Photo files: where the bytes of the library's photos lie. A path holds one photo; a photo may have many paths (the same
 * bytes twice) and stays in the library when all of them are missing.
 */
import { type Id, list, type Store } from './store.ts';

export interface PhotoFileRow {
  readonly path: string;
  readonly imageId: Id;
  readonly bytes: number;
  /** Modification time, ms, with the fraction that the file system gives. */
  readonly mtime: number;
  readonly seenAt: number;
  readonly missingAt: number | null;
}

interface NamedPhoto {
  readonly imageId: Id;
  readonly path: string;
  readonly takenAt: string | null;
}

/** What follows the last separator of a path, whichever system it is of. */
const fileName = (path: unknown): string => String(path).replace(/^.*[/\\]/s, '');

const escaped = (text: string): string => text.replaceAll(/[!%_]/g, '!$&');

const COLUMNS = 'path, image_id AS imageId, bytes, mtime, seen_at AS seenAt, missing_at AS missingAt';

export type PhotoFiles = ReturnType<typeof photoFiles>;

export function photoFiles(store: Store) {
  const { now } = store;
  const some = store.rows<[string], PhotoFileRow>(
    `SELECT ${COLUMNS} FROM photo_file WHERE path IN (SELECT value FROM json_each(?))`,
  );
  const ofImages = store.rows<[string], PhotoFileRow>(`
    SELECT ${COLUMNS} FROM photo_file
    WHERE image_id IN (SELECT value FROM json_each(?))
    ORDER BY image_id, missing_at IS NOT NULL, path`);
  const under = store.rows<[string, string, string, number], PhotoFileRow>(`
    SELECT ${COLUMNS} FROM photo_file
    WHERE path >= ? AND path < ? AND path > ?
    ORDER BY path
    LIMIT ?`);
  // Newest first, so that a text which many names hold is soon found often enough.
  store.db.function('file_name', { deterministic: true }, fileName);
  const named = store.rows<[{ accountId: Id; pattern: string; limit: number }], NamedPhoto>(`
    SELECT image.id AS imageId, photo_file.path, image.taken_at AS takenAt
    FROM image CROSS JOIN photo_file ON photo_file.image_id = image.id
    WHERE image.account_id = @accountId AND image.origin = 'library' AND image.deleted_at IS NULL
      AND photo_file.path LIKE @pattern ESCAPE '!' AND file_name(photo_file.path) LIKE @pattern ESCAPE '!'
    ORDER BY image.timeline_at DESC, image.id DESC
    LIMIT @limit`);
  const put = store.write<[string, Id, number, number, number]>(`
    INSERT INTO photo_file (path, image_id, bytes, mtime, seen_at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (path) DO UPDATE SET image_id = excluded.image_id, bytes = excluded.bytes, mtime = excluded.mtime,
      seen_at = excluded.seen_at, missing_at = NULL`);
  const seen = store.write<[number, string]>(
    'UPDATE photo_file SET seen_at = ?, missing_at = NULL WHERE path IN (SELECT value FROM json_each(?))',
  );
  const missing = store.write<[number, string]>(`
    UPDATE photo_file SET missing_at = ?
    WHERE path IN (SELECT value FROM json_each(?)) AND missing_at IS NULL`);
  const forget = store.write<[string]>('DELETE FROM photo_file WHERE path IN (SELECT value FROM json_each(?))');

  return {
    byPaths: (paths: readonly string[]): PhotoFileRow[] => some.all(list(paths)),
    /** For each image its files in a row, those that are there before those that are missing. */
    ofImages: (imageIds: readonly Id[]): PhotoFileRow[] => ofImages.all(list(imageIds)),
    /** Photos whose file name has these texts in it, one behind the other, the newest photos first. */
    named: (accountId: Id, texts: readonly string[], limit: number): NamedPhoto[] => {
      // Some lie at two paths with such a name.
      const found = named.all({ accountId, limit: 2 * limit, pattern: `%${texts.map(escaped).join('%')}%` });
      return [...new Map(found.map((photo) => [photo.imageId, photo])).values()].slice(0, limit);
    },
    /**
     * Files below a folder, by path from `after` on.
     * @param folder with its trailing separator, `/` or `\`
     */
    under: (folder: string, after: string | null, limit: number): PhotoFileRow[] =>
      under.all(folder, firstPathAfter(folder), after ?? '', limit),
    /** This path holds this photo now, whatever it held before. */
    put: (file: { path: string; imageId: Id; bytes: number; mtime: number }): void => {
      put(file.path, file.imageId, file.bytes, file.mtime, now());
    },
    /** Still there and unchanged. */
    seen: (paths: readonly string[]): number => seen(now(), list(paths)),
    markMissing: (paths: readonly string[]): number => missing(now(), list(paths)),
    /** The file has moved or holds another photo; the photo itself stays. */
    forget: (paths: readonly string[]): number => forget(list(paths)),
  };
}

/** The end of the range of all paths that begin with `folder`: its separator replaced by the next character. */
function firstPathAfter(folder: string): string {
  return folder.slice(0, -1) + String.fromCharCode(folder.charCodeAt(folder.length - 1) + 1);
}
