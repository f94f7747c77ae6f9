/**
 * Is the library in order? SQLite's own checks and the promises that no constraint can hold. Reads every page: seconds on
 * a large library.
 */
import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import { asLibraryError } from './library-error.ts';
import { createStore, type Store } from './store.ts';

export interface Finding {
  /** Which promise is broken, e.g. `two-faces-one-photo`. */
  readonly rule: string;
  readonly message: string;
}

const INVARIANTS: readonly { readonly rule: string; readonly message: string; readonly sql: string }[] = [
  {
    rule: 'person-and-cluster',
    message: 'A face with a person is still in a cluster of unknown faces',
    sql: 'SELECT face_id FROM person_face JOIN cluster_face USING (face_id)',
  },
  {
    rule: 'two-faces-one-photo',
    message: 'Two faces of one photo were taken for the same person, at least one of them automatically',
    sql: `
      SELECT max(face_id) FROM person_face GROUP BY person_id, image_id
      HAVING count(*) > 1 AND sum(how = 'automatic') > 0`,
  },
  {
    rule: 'rejected-member',
    message: 'A face is in a person that it was said not to be',
    sql: 'SELECT face_id FROM rejection JOIN person_face USING (face_id, person_id)',
  },
  {
    rule: 'rejected-member',
    message: 'A face is in a cluster that it was taken out of',
    sql: 'SELECT face_id FROM cluster_rejection JOIN cluster_face USING (face_id, cluster_id)',
  },
  {
    rule: 'unseen-member',
    message: 'A hidden or deleted face still belongs to a person or cluster',
    sql: `
      SELECT id FROM face
      WHERE (hidden_at IS NOT NULL OR deleted_at IS NOT NULL)
        AND (id IN (SELECT face_id FROM person_face) OR id IN (SELECT face_id FROM cluster_face))`,
  },
  {
    rule: 'copied-columns',
    message: 'The photo or quality noted with a membership is not that of the face',
    sql: `
      SELECT face_id FROM (
        SELECT face_id, image_id, quality FROM person_face
        UNION ALL
        SELECT face_id, image_id, quality FROM cluster_face
      ) AS member
      JOIN face ON face.id = member.face_id
      WHERE face.image_id <> member.image_id OR face.quality <> member.quality`,
  },
  {
    rule: 'foreign-account',
    message: 'A face belongs to a person or cluster of another account',
    sql: `
      SELECT face.id FROM face
      LEFT JOIN person_face ON person_face.face_id = face.id
      LEFT JOIN person ON person.id = person_face.person_id
      LEFT JOIN cluster_face ON cluster_face.face_id = face.id
      LEFT JOIN cluster ON cluster.id = cluster_face.cluster_id
      WHERE person.account_id <> face.account_id OR cluster.account_id <> face.account_id`,
  },
];

/**
 * The same of a file that others may have open, and write meanwhile: it is only read.
 * @throws LibraryError not-writable, unreadable
 */
export function checkLibraryFile(file: string): Finding[] {
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true });
    try {
      return checkLibrary(createStore(db, Date.now, randomUUID));
    } finally {
      db.close();
    }
  } catch (error: unknown) {
    throw asLibraryError(error);
  }
}

/** @returns everything that is not in order; empty for a sound library */
export function checkLibrary(store: Store): Finding[] {
  const pages = store.rows<[], { integrity_check: string }>('PRAGMA integrity_check').all();
  const damage = pages
    .filter(({ integrity_check }) => integrity_check !== 'ok')
    .map(({ integrity_check }) => ({ rule: 'integrity', message: integrity_check }));
  const loose = store.rows<[], { table: string; parent: string }>('PRAGMA foreign_key_check').all();
  const references = loose.map(({ table, parent }) => ({
    rule: 'reference',
    message: `A row of ${table} refers to a missing row of ${parent}.`,
  }));
  const broken = INVARIANTS.flatMap(({ rule, message, sql }) =>
    store
      .values<[], string>(sql)
      .all()
      .map((face) => ({ rule, message: `${message} (face ${face}).` })),
  );
  return [...damage, ...references, ...broken];
}
