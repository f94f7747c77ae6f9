/**
 * Persons: who a user knows, and which faces are theirs. A face is in at most one person and, once it has one, in no
 * cluster. `confirmed` is a user's word; `automatic` is the machine's, which a user may still take back.
 */
import { membership } from './membership.ts';
import { type Id, list, type Store } from './store.ts';

export interface Person {
  readonly id: Id;
  readonly accountId: Id;
  readonly name: string;
  readonly userData: string;
  readonly notes: string;
  /** The face a user chose as cover. */
  readonly featureFace: Id | null;
  readonly createdAt: number;
  readonly hiddenAt: number | null;
}

/** A person as a list shows it. */
export interface PersonWithCounts extends Person {
  readonly faces: number;
  readonly photos: number;
  /** The chosen cover, else the best face; null for a person without faces. */
  readonly coverFace: Id | null;
}

/** One face put into one person. */
export interface PersonAssignment {
  readonly faceId: Id;
  readonly personId: Id;
  readonly how: 'confirmed' | 'automatic';
  /** Of the match that led here, 0..1; null when a user said so without one. */
  readonly confidence: number | null;
}

const COLUMNS = `
  person.id, person.account_id AS accountId, person.name, person.user_data AS userData, person.notes,
  person.feature_face AS featureFace, person.created_at AS createdAt, person.hidden_at AS hiddenAt`;

export type Persons = ReturnType<typeof persons>;

export function persons(store: Store) {
  const { now, newId } = store;
  const some = store.rows<[string], Person>(
    `SELECT ${COLUMNS} FROM person WHERE id IN (SELECT value FROM json_each(?))`,
  );
  const named = store.rows<[Id, string], Person>(
    `SELECT ${COLUMNS} FROM person WHERE account_id = ? AND name = ? COLLATE NOCASE ORDER BY created_at, id`,
  );
  const all = store.rows<[Id], PersonWithCounts>(`
    SELECT ${COLUMNS}, coalesce(tally.faces, 0) AS faces, coalesce(tally.photos, 0) AS photos,
      coalesce(person.feature_face, (
        SELECT face_id FROM person_face WHERE person_id = person.id ORDER BY quality DESC LIMIT 1
      )) AS coverFace
    FROM person
    LEFT JOIN (
      SELECT person_id, count(*) AS faces, count(DISTINCT image_id) AS photos FROM person_face GROUP BY person_id
    ) AS tally ON tally.person_id = person.id
    WHERE person.account_id = ?
    ORDER BY person.name COLLATE NOCASE, person.id`);
  const cards = store.rows<[string], PersonWithCounts>(`
    SELECT ${COLUMNS},
      (SELECT count(*) FROM person_face WHERE person_id = person.id) AS faces,
      (SELECT count(DISTINCT image_id) FROM person_face WHERE person_id = person.id) AS photos,
      coalesce(person.feature_face, (
        SELECT face_id FROM person_face WHERE person_id = person.id ORDER BY quality DESC LIMIT 1
      )) AS coverFace
    FROM json_each(?) AS wanted JOIN person ON person.id = wanted.value
    ORDER BY wanted.key`);
  const facesByQuality = store.values<[Id, number, number], Id>(`
    SELECT face_id FROM person_face WHERE person_id = ? ORDER BY quality DESC LIMIT ? OFFSET ?`);
  const span = store.rows<[Id], { first: string | null; last: string | null }>(`
    SELECT min(image.taken_at) AS first, max(image.taken_at) AS last
    FROM person_face JOIN image ON image.id = person_face.image_id
    WHERE person_face.person_id = ?`);
  const facesOf = store.values<[Id], Id>('SELECT face_id FROM person_face WHERE person_id = ? ORDER BY position');
  const oldest = store.rows<[Id], Pick<Person, 'id' | 'name'>>(
    'SELECT id, name FROM person WHERE account_id = ? ORDER BY created_at, rowid',
  );
  const ofGroup = store.rows<[Id], Pick<Person, 'id' | 'name'>>(`
    SELECT person.id, person.name FROM group_member JOIN person ON person.id = group_member.person_id
    WHERE group_member.group_id = ?
    ORDER BY group_member.position`);
  const facesOfGroup = store.rows<[Id], { personId: Id; faceId: Id }>(`
    SELECT person_face.person_id AS personId, person_face.face_id AS faceId
    FROM group_member JOIN person_face ON person_face.person_id = group_member.person_id
    WHERE group_member.group_id = ?
    ORDER BY group_member.position, person_face.position`);
  const facesOfAll = store.rows<[Id], { personId: Id; faceId: Id }>(`
    SELECT person_face.person_id AS personId, person_face.face_id AS faceId
    FROM person JOIN person_face ON person_face.person_id = person.id
    WHERE person.account_id = ?`);
  const count = store.values<[Id], number>('SELECT count(*) FROM person WHERE account_id = ?');
  const faceCount = store.values<[Id], number>('SELECT count(*) FROM person_face WHERE person_id = ?');
  const facesAmong = store.values<[Id, string], Id>(
    'SELECT face_id FROM person_face WHERE person_id = ? AND face_id IN (SELECT value FROM json_each(?))',
  );
  const photosOf = store.rows<[Id, string, Id, number], { id: Id; timelineAt: string }>(`
    SELECT image.id, image.timeline_at AS timelineAt
    FROM (SELECT DISTINCT image_id FROM person_face WHERE person_id = ?) AS shown
    JOIN image ON image.id = shown.image_id
    WHERE image.deleted_at IS NULL AND (image.timeline_at, image.id) < (?, ?)
    ORDER BY image.timeline_at DESC, image.id DESC
    LIMIT ?`);
  const onImages = store.rows<[string], { imageId: Id; personId: Id }>(`
    SELECT face.image_id AS imageId, person_face.person_id AS personId
    FROM face JOIN person_face ON person_face.face_id = face.id
    WHERE face.image_id IN (SELECT value FROM json_each(?))`);
  const insert = store.write<[Id, Id, string, string, number]>(
    'INSERT INTO person (id, account_id, name, user_data, created_at) VALUES (?, ?, ?, ?, ?)',
  );
  const rename = store.write<[string, Id]>('UPDATE person SET name = ? WHERE id = ?');
  const setUserData = store.write<[string, Id]>('UPDATE person SET user_data = ? WHERE id = ?');
  const setNotes = store.write<[string, Id]>('UPDATE person SET notes = ? WHERE id = ?');
  const setFeatureFace = store.write<[Id | null, Id]>('UPDATE person SET feature_face = ? WHERE id = ?');
  const setHidden = store.write<[number | null, string]>(
    'UPDATE person SET hidden_at = ? WHERE id IN (SELECT value FROM json_each(?))',
  );
  const remove = store.write<[string]>('DELETE FROM person WHERE id IN (SELECT value FROM json_each(?))');
  const assign = store.write<[PersonAssignment & { addedAt: number }]>(`
    INSERT INTO person_face (face_id, person_id, image_id, quality, how, confidence, position, added_at)
    SELECT id, @personId, image_id, quality, @how, @confidence,
      (SELECT coalesce(max(position) + 1, 0) FROM person_face WHERE person_id = @personId), @addedAt
    FROM face WHERE id = @faceId AND hidden_at IS NULL AND deleted_at IS NULL
    ON CONFLICT (face_id) DO UPDATE SET how = excluded.how, confidence = excluded.confidence,
      position = iif(person_id = excluded.person_id, position, excluded.position),
      added_at = iif(person_id = excluded.person_id, added_at, excluded.added_at),
      person_id = excluded.person_id`);
  const displaceGuess = store.write<[{ faceId: Id; personId: Id }]>(`
    DELETE FROM person_face
    WHERE person_id = @personId AND how = 'automatic' AND face_id <> @faceId
      AND image_id = (SELECT image_id FROM face WHERE id = @faceId)`);
  const forgetRejection = store.write<[Id, Id]>('DELETE FROM rejection WHERE face_id = ? AND person_id = ?');
  const { leavePersons, leaveClusters } = membership(store);

  return {
    byId: (id: Id): Person | undefined => some.get(list([id])),
    byIds: (ids: readonly Id[]): Person[] => some.all(list(ids)),
    /** Oldest first; upper and lower case are one. */
    byName: (accountId: Id, name: string): Person[] => named.all(accountId, name),
    /** All persons of an account by name, hidden ones too. */
    all: (accountId: Id): PersonWithCounts[] => all.all(accountId),
    /** These persons, in the order given. */
    cards: (ids: readonly Id[]): PersonWithCounts[] => cards.all(list(ids)),
    /** Some of a person's faces, the best first. */
    facesPage: (id: Id, { limit, offset }: { limit: number; offset: number }): Id[] =>
      facesByQuality.all(id, limit, offset),
    /** When the first and the last photo of a person were taken; null when no photo says. */
    span: (id: Id): { first: string | null; last: string | null } => span.get(id) ?? { first: null, last: null },
    /** All persons of an account, oldest first, hidden ones too. */
    oldestFirst: (accountId: Id): Pick<Person, 'id' | 'name'>[] => oldest.all(accountId),
    /** In the order of joining. */
    ofGroup: (groupId: Id): Pick<Person, 'id' | 'name'>[] => ofGroup.all(groupId),
    /** The faces of all persons of a group, person after person. */
    facesOfGroup: (groupId: Id): { personId: Id; faceId: Id }[] => facesOfGroup.all(groupId),
    /** The faces of all persons of an account, in no order. */
    facesOfAll: (accountId: Id): { personId: Id; faceId: Id }[] => facesOfAll.all(accountId),
    count: (accountId: Id): number => count.get(accountId) ?? 0,
    faceCount: (id: Id): number => faceCount.get(id) ?? 0,
    /** Those of the faces that are in this person. */
    facesAmong: (id: Id, faceIds: readonly Id[]): Id[] => facesAmong.all(id, list(faceIds)),
    /** In the order of adding. */
    faces: (id: Id): Id[] => facesOf.all(id),
    /** Photos that show a person, newest first; the last of a page is the `after` of the next. */
    photos: (id: Id, after: { timelineAt: string; id: Id } | null, limit: number): { id: Id; timelineAt: string }[] =>
      photosOf.all(id, after?.timelineAt ?? '~', after?.id ?? '', limit),
    /** Who is already on these photos: nobody is twice on one. */
    onImages: (imageIds: readonly Id[]): { imageId: Id; personId: Id }[] => onImages.all(list(imageIds)),
    create: (accountId: Id, name: string, userData = ''): Id => {
      const id = newId();
      insert(id, accountId, name, userData, now());
      return id;
    },
    rename: (id: Id, name: string): number => rename(name, id),
    setUserData: (id: Id, userData: string): number => setUserData(userData, id),
    setNotes: (id: Id, notes: string): number => setNotes(notes, id),
    setFeatureFace: (id: Id, faceId: Id | null): number => setFeatureFace(faceId, id),
    /** Hidden persons keep their faces and are still recognized, but are in no list. */
    setHidden: (ids: readonly Id[], hidden: boolean): number => setHidden(hidden ? now() : null, list(ids)),
    /** Their faces belong to nobody then; rejections and group memberships go with them. */
    remove: (ids: readonly Id[]): number => remove(list(ids)),
    /**
     * Puts faces into persons, out of whatever person or cluster they were in. A confirmation takes back a rejection of
     * that person and displaces what the machine took for that person on the same photo. A face already in that person
     * keeps its place in the order; one that is hidden or deleted is not put anywhere.
     */
    assign: (assignments: readonly PersonAssignment[]): void => {
      leaveClusters(assignments.map(({ faceId }) => faceId));
      for (const assignment of assignments) {
        const { faceId, personId, how } = assignment;
        assign({ ...assignment, addedAt: now() });
        if (how === 'automatic') continue;
        forgetRejection(faceId, personId);
        displaceGuess({ faceId, personId });
      }
    },
    /** Takes faces out of their persons; answers with how many were in one. */
    release: (faceIds: readonly Id[]): number => leavePersons(faceIds),
  };
}
