/**
 * Embeddings: what a model makes of a face, L2-normalised. One for each face and model, so that a new model can take over
 * while the old one still answers; nothing that a user said hangs on them.
 */
import { fromBlob, toBlob } from './floats.ts';
import { type Id, list, type Store } from './store.ts';

/** What an index of faces needs to know of one. */
export interface IndexedFace {
  readonly faceId: Id;
  readonly imageId: Id;
  readonly accountId: Id;
  readonly origin: 'library' | 'upload';
  readonly personId: Id | null;
  /** Who put it into its person or cluster: a user or the machine. */
  readonly how: 'confirmed' | 'automatic' | null;
  readonly clusterId: Id | null;
  /** How sure the detector is that it is one, 0..1. */
  readonly score: number;
  readonly quality: number;
  /** Longer side of the face's box, px of the photo. */
  readonly size: number;
  readonly vector: Float32Array;
}

/** What happened to a face: it is as told, or (null) it is gone, hidden, deleted or has no embedding yet. */
export interface FaceNews {
  readonly seq: number;
  readonly faceId: Id;
  readonly face: IndexedFace | null;
}

type IndexedRow = Omit<IndexedFace, 'vector'> & { readonly vector: Uint8Array };
type NewsRow = { readonly seq: number; readonly newsFaceId: Id } & { [K in keyof IndexedRow]: IndexedRow[K] | null };

/** Rows read at a time while streaming; between two reads the library may be written. */
const STREAM_PAGE = 200;

const INDEXED = `
  face.id AS faceId, face.image_id AS imageId, face.account_id AS accountId, image.origin,
  person_face.person_id AS personId, coalesce(person_face.how, cluster_face.how) AS how,
  cluster_face.cluster_id AS clusterId, face.score, face.quality, face.size, embedding.vector`;
const OWNERS = `
  LEFT JOIN image ON image.id = face.image_id
  LEFT JOIN person_face ON person_face.face_id = face.id
  LEFT JOIN cluster_face ON cluster_face.face_id = face.id`;

export type Embeddings = ReturnType<typeof embeddings>;

export function embeddings(store: Store) {
  const some = store.rows<[string, string], { faceId: Id; vector: Uint8Array }>(`
    SELECT face_id AS faceId, vector FROM embedding
    WHERE model = ? AND face_id IN (SELECT value FROM json_each(?))`);
  const page = store.rows<[string, number, number], IndexedRow & { seq: number }>(`
    SELECT embedding.seq, ${INDEXED}
    FROM embedding JOIN face ON face.id = embedding.face_id ${OWNERS}
    WHERE embedding.model = ? AND embedding.seq > ? AND face.hidden_at IS NULL AND face.deleted_at IS NULL
    ORDER BY embedding.seq
    LIMIT ?`);
  const news = store.rows<[string, number, number], NewsRow>(`
    SELECT face_news.seq, face_news.face_id AS newsFaceId, ${INDEXED}
    FROM face_news
    LEFT JOIN embedding ON embedding.face_id = face_news.face_id AND embedding.model = ?
    LEFT JOIN face ON face.id = embedding.face_id AND face.hidden_at IS NULL AND face.deleted_at IS NULL
    ${OWNERS}
    WHERE face_news.seq > ?
    ORDER BY face_news.seq
    LIMIT ?`);
  const lastNews = store.values<[], number>('SELECT coalesce(max(seq), 0) FROM face_news');
  const forgetGone = store.write<[number, number]>(`
    DELETE FROM face_news
    WHERE seq > ? AND seq <= ? AND NOT EXISTS (SELECT 1 FROM face WHERE face.id = face_news.face_id)`);
  const missing = store.values<[string, Id, number], Id>(`
    SELECT face_id FROM face_crop
    WHERE NOT EXISTS (SELECT 1 FROM embedding WHERE face_id = face_crop.face_id AND model = ?) AND face_id > ?
    ORDER BY face_id
    LIMIT ?`);
  const counts = store.rows<[], { model: string; faces: number }>(
    'SELECT model, count(*) AS faces FROM embedding GROUP BY model',
  );
  const put = store.write<[Id, string, Uint8Array]>(`
    INSERT INTO embedding (face_id, model, vector) VALUES (?, ?, ?)
    ON CONFLICT (face_id, model) DO UPDATE SET vector = excluded.vector`);
  const removeModel = store.write<[string]>('DELETE FROM embedding WHERE model = ?');

  return {
    /** Those of the faces that have one, by face. */
    ofFaces: (model: string, faceIds: readonly Id[]): Map<Id, Float32Array> =>
      new Map(some.all(model, list(faceIds)).map(({ faceId, vector }) => [faceId, fromBlob(vector)])),
    /** All faces to be seen that have an embedding of this model, in order of arrival. Note `newest()` first. */
    *stream(model: string): Generator<IndexedFace> {
      for (let after = 0, more = true; more; ) {
        const rows = page.all(model, after, STREAM_PAGE);
        for (const { seq, vector, ...face } of rows) {
          after = seq;
          yield { ...face, vector: fromBlob(vector) };
        }
        more = rows.length === STREAM_PAGE;
      }
    },
    /** The number of the newest event of any face: where `news` goes on after a `stream`. */
    newest: (): number => lastNews.get() ?? 0,
    /** What happened to faces since event number `after`, oldest first, the last event of each face only. */
    news: (model: string, after: number, limit: number): FaceNews[] => news.all(model, after, limit).map(toNews),
    /** News of faces that are gone for good, once everybody has taken it in: events behind `after`, up to `last`. */
    forgetGone: (after: number, last: number): number => forgetGone(after, last),
    /** Faces that have a crop but no embedding of this model, by id from `after` on. */
    missing: (model: string, after: Id | null, limit: number): Id[] => missing.all(model, after ?? '', limit),
    /** Models that have embeddings here, with the number of faces. */
    counts: (): { model: string; faces: number }[] => counts.all(),
    put: (model: string, made: readonly { faceId: Id; vector: Float32Array }[]): void => {
      for (const { faceId, vector } of made) put(faceId, model, toBlob(vector));
    },
    removeModel: (model: string): number => removeModel(model),
  };
}

function toNews({
  seq,
  newsFaceId,
  faceId,
  imageId,
  accountId,
  origin,
  score,
  quality,
  size,
  vector,
  ...owners
}: NewsRow): FaceNews {
  const there = faceId !== null && imageId !== null && accountId !== null && origin !== null;
  if (!there || score === null || quality === null || size === null || vector === null)
    return { seq, faceId: newsFaceId, face: null };
  const face = { faceId, imageId, accountId, origin, score, quality, size, vector: fromBlob(vector), ...owners };
  return { seq, faceId: newsFaceId, face };
}
