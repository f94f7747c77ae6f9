/**
 * Faces: where they are in their photo, how good they are, and who they belong to. A face is removed or hidden by a mark,
 * so that no name hanging on it is lost; only `erase` takes it out of the file.
 */
import { type Face, type FaceColumns, type Landmarks, type NewFace, toFace } from './face.ts';
import { pointsFromBlob, pointsToBlob, toBlob } from './floats.ts';
import { membership } from './membership.ts';
import { type Id, list, type Store } from './store.ts';

const SELECT = `
  SELECT face.*, person_face.person_id, person.name AS person_name, person_face.how, person_face.confidence,
    cluster_face.cluster_id
  FROM face
  LEFT JOIN person_face ON person_face.face_id = face.id
  LEFT JOIN person ON person.id = person_face.person_id
  LEFT JOIN cluster_face ON cluster_face.face_id = face.id`;

export type Faces = ReturnType<typeof faces>;

export function faces(store: Store) {
  const { now, newId } = store;
  const one = store.rows<[Id], FaceColumns>(`${SELECT} WHERE face.id = ?`);
  const some = store.rows<[string], FaceColumns>(`${SELECT} WHERE face.id IN (SELECT value FROM json_each(?))`);
  const ofImages = store.rows<[string], FaceColumns>(`
    ${SELECT}
    WHERE face.image_id IN (SELECT value FROM json_each(?)) AND face.deleted_at IS NULL
    ORDER BY face.image_id, face.position`);
  const landmarks = store.rows<[string], { faceId: Id; points21: Uint8Array; points106: Uint8Array }>(`
    SELECT face_id AS faceId, points21, points106 FROM face_landmarks
    WHERE face_id IN (SELECT value FROM json_each(?))`);
  const crops = store.rows<[string], { faceId: Id; jpeg: Uint8Array }>(
    'SELECT face_id AS faceId, jpeg FROM face_crop WHERE face_id IN (SELECT value FROM json_each(?))',
  );
  const usable = store.values<[{ accountId: Id; ids: string; now: number }], number>(`
    SELECT count(*) FROM face
    WHERE id IN (SELECT value FROM json_each(@ids)) AND account_id = @accountId AND hidden_at IS NULL
      AND deleted_at IS NULL AND (expires_at IS NULL OR expires_at > @now)`);
  const cropped = store.values<[string], Id>(
    'SELECT face_id FROM face_crop WHERE face_id IN (SELECT value FROM json_each(?))',
  );
  const nextPosition = store.values<[Id], number>('SELECT coalesce(max(position) + 1, 0) FROM face WHERE image_id = ?');
  const insertFace = store.write<[Record<string, string | number | null>]>(`
    INSERT INTO face (id, account_id, image_id, position, origin, region_name, rect_left, rect_top, rect_right,
      rect_bottom, score, eye_dist, quality, size, sharpness, yaw, pitch, roll, age, gender, attractive, eyeglass,
      sunglass, smile, attributes_asked, landmarks106_asked, created_at, expires_at)
    SELECT @id, account_id, id, @position, @origin, @regionName, @left, @top, @right, @bottom, @score, @eyeDist,
      @overall, @size, @sharpness, @yaw, @pitch, @roll, @age, @gender, @attractive, @eyeglass, @sunglass, @smile,
      @attributesAsked, @landmarks106Asked, @createdAt, @expiresAt
    FROM image WHERE id = @imageId`);
  const insertLandmarks = store.write<[Id, Uint8Array, Uint8Array]>(
    'INSERT INTO face_landmarks (face_id, points21, points106) VALUES (?, ?, ?)',
  );
  const insertCrop = store.write<[Id, Uint8Array]>('INSERT INTO face_crop (face_id, jpeg) VALUES (?, ?)');
  const insertEmbedding = store.write<[Id, string, Uint8Array]>(
    'INSERT INTO embedding (face_id, model, vector) VALUES (?, ?, ?)',
  );
  const setPlace = store.write<[Face['rect'] & { id: Id; roll: number }]>(`
    UPDATE face SET rect_left = @left, rect_top = @top, rect_right = @right, rect_bottom = @bottom, roll = @roll
    WHERE id = @id`);
  const setLandmarks = store.write<[Uint8Array, Uint8Array, Id]>(
    'UPDATE face_landmarks SET points21 = ?, points106 = ? WHERE face_id = ?',
  );
  const setHidden = store.write<[number | null, string]>(
    'UPDATE face SET hidden_at = ? WHERE id IN (SELECT value FROM json_each(?))',
  );
  const setDeleted = store.write<[number | null, string]>(
    'UPDATE face SET deleted_at = ? WHERE id IN (SELECT value FROM json_each(?))',
  );
  const erase = store.write<[string]>('DELETE FROM face WHERE id IN (SELECT value FROM json_each(?))');

  const { leaveAll } = membership(store);

  return {
    byId: (id: Id): Face | undefined => {
      const row = one.get(id);
      return row && toFace(row);
    },
    byIds: (ids: readonly Id[]): Face[] => some.all(list(ids)).map(toFace),
    /** The faces of each image, in the order they were found; hidden ones too, deleted ones not. */
    ofImages: (imageIds: readonly Id[]): Face[] => ofImages.all(list(imageIds)).map(toFace),
    /** Of those faces that have them: a place named by another program's metadata may be all there is. */
    landmarks: (ids: readonly Id[]): Landmarks[] =>
      landmarks.all(list(ids)).map(({ faceId, points21, points106 }) => ({
        faceId,
        landmarks21: pointsFromBlob(points21),
        landmarks106: pointsFromBlob(points106),
      })),
    /** How many of these (each given once) are faces of the account that can be seen and have not expired. */
    usable: (accountId: Id, ids: readonly Id[], now: number): number =>
      usable.get({ accountId, ids: list(ids), now }) ?? 0,
    /** Those that have an aligned face, and so can be embedded. */
    cropped: (ids: readonly Id[]): Id[] => cropped.all(list(ids)),
    /** The aligned faces as JPEG, of those that have one. */
    crops: (ids: readonly Id[]): { faceId: Id; jpeg: Uint8Array }[] => crops.all(list(ids)),
    /**
     * Adds faces to a photo, behind those it has.
     * @param model identity of the embedding space of the faces' embeddings
     * @returns their ids, in the same order
     */
    insert: (imageId: Id, model: string, found: readonly NewFace[]): Id[] => {
      const first = nextPosition.get(imageId) ?? 0;
      return found.map((face, i) => {
        const id = newId();
        insertFace({
          ...{ id, imageId, position: first + i, origin: face.origin, regionName: face.regionName },
          ...{ ...face.rect, ...face.quality, score: face.score, eyeDist: face.eyeDist },
          ...(face.attributes ?? NO_ATTRIBUTES),
          ...{ attributesAsked: Number(face.attributesAsked ?? false) },
          ...{ landmarks106Asked: Number(face.landmarks106Asked ?? false) },
          ...{ createdAt: now(), expiresAt: face.expiresAt ?? null },
        });
        const { landmarks21, landmarks106, crop } = face;
        if (landmarks106.length > 0) insertLandmarks(id, pointsToBlob(landmarks21), pointsToBlob(landmarks106));
        if (crop.length > 0) insertCrop(id, crop);
        if (face.embedding) insertEmbedding(id, model, toBlob(face.embedding));
        return id;
      });
    },
    /** The photo was turned: the same face at another place of the frame. */
    setPlace: (id: Id, place: { rect: Face['rect']; roll: number } & Omit<Landmarks, 'faceId'>): void => {
      setPlace({ ...place.rect, roll: place.roll, id });
      setLandmarks(pointsToBlob(place.landmarks21), pointsToBlob(place.landmarks106), id);
    },
    /** "Not interesting": hidden faces belong to no person, cluster or face set. */
    setHidden: (ids: readonly Id[], hidden: boolean): number => {
      if (hidden) leaveAll(ids);
      return setHidden(hidden ? now() : null, list(ids));
    },
    /** "Not a face": deleted faces belong to no person, cluster or face set, and are in no list. */
    setDeleted: (ids: readonly Id[], deleted: boolean): number => {
      if (deleted) leaveAll(ids);
      return setDeleted(deleted ? now() : null, list(ids));
    },
    /** For good, with crop, landmarks and embeddings. Not for a user's "delete". */
    erase: (ids: readonly Id[]): number => erase(list(ids)),
  };
}

const NO_ATTRIBUTES = { age: null, gender: null, attractive: null, eyeglass: null, sunglass: null, smile: null };
