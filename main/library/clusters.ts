/**
 * Clusters: unknown faces that look like one person, waiting for a name. A face is in at most one cluster; the machine
 * never puts two faces of one photo into one.
 */
import { membership } from './membership.ts';
import { type Id, list, type Store } from './store.ts';

export interface Cluster {
  readonly id: Id;
  readonly accountId: Id;
  readonly createdAt: number;
  readonly hiddenAt: number | null;
}

/** A cluster as a list shows it. */
export interface ClusterWithCount extends Cluster {
  readonly faces: number;
  /** Its best face. */
  readonly coverFace: Id;
}

/** One face put into one cluster; `confirmed` when a user did it. */
export interface ClusterAssignment {
  readonly faceId: Id;
  readonly clusterId: Id;
  readonly how: 'confirmed' | 'automatic';
}

interface Page {
  readonly minFaces: number;
  readonly limit: number;
  readonly offset: number;
}

/** The clusters that come after one in the order of size. */
interface SizeRange {
  readonly minFaces: number;
  /** Of the one before. */
  readonly faces: number;
  readonly id: Id;
  readonly limit: number;
}

const COLUMNS = `
  cluster.id, cluster.account_id AS accountId, cluster.created_at AS createdAt, cluster.hidden_at AS hiddenAt`;

export type Clusters = ReturnType<typeof clusters>;

export function clusters(store: Store) {
  const { now, newId } = store;
  const some = store.rows<[string], Cluster>(
    `SELECT ${COLUMNS} FROM cluster WHERE id IN (SELECT value FROM json_each(?))`,
  );
  const withCounts = (tallied: string): string => `
    SELECT ${COLUMNS}, tally.faces,
      (SELECT face_id FROM cluster_face WHERE cluster_id = cluster.id ORDER BY quality DESC LIMIT 1) AS coverFace
    FROM (SELECT cluster_id, count(*) AS faces FROM cluster_face ${tallied} GROUP BY cluster_id) AS tally
    JOIN cluster ON cluster.id = tally.cluster_id`;
  const bySize = store.rows<[Page & { accountId: Id }], ClusterWithCount>(`
    ${withCounts('')}
    WHERE cluster.account_id = @accountId AND cluster.hidden_at IS NULL AND tally.faces >= @minFaces
    ORDER BY tally.faces DESC, cluster.id
    LIMIT @limit OFFSET @offset`);
  const smallerThan = store.rows<[SizeRange & { accountId: Id }], ClusterWithCount>(`
    ${withCounts('')}
    WHERE cluster.account_id = @accountId AND cluster.hidden_at IS NULL AND tally.faces >= @minFaces
      AND (tally.faces < @faces OR (tally.faces = @faces AND cluster.id > @id))
    ORDER BY tally.faces DESC, cluster.id
    LIMIT @limit`);
  const hidden = store.rows<[{ accountId: Id }], ClusterWithCount>(`
    ${withCounts('WHERE cluster_id IN (SELECT id FROM cluster WHERE account_id = @accountId AND hidden_at IS NOT NULL)')}
    WHERE cluster.account_id = @accountId
    ORDER BY tally.faces DESC, cluster.id`);
  const someWithCounts = store.rows<[string], ClusterWithCount>(
    withCounts('WHERE cluster_id IN (SELECT value FROM json_each(?))'),
  );
  const countFrom = store.values<[number, Id], number>(`
    SELECT count(*) FROM (SELECT cluster_id, count(*) AS faces FROM cluster_face GROUP BY cluster_id) AS tally
    JOIN cluster ON cluster.id = tally.cluster_id
    WHERE tally.faces >= ? AND cluster.account_id = ? AND cluster.hidden_at IS NULL`);
  const page = store.values<[Id, number, number], Id>(
    'SELECT face_id FROM cluster_face WHERE cluster_id = ? ORDER BY quality DESC, face_id LIMIT ? OFFSET ?',
  );
  const facesOf = store.values<[Id], Id>(
    'SELECT face_id FROM cluster_face WHERE cluster_id = ? ORDER BY quality DESC, face_id',
  );
  const insert = store.write<[Id, Id, number]>('INSERT INTO cluster (id, account_id, created_at) VALUES (?, ?, ?)');
  const setHidden = store.write<[number | null, string]>(
    'UPDATE cluster SET hidden_at = ? WHERE id IN (SELECT value FROM json_each(?))',
  );
  const assign = store.write<[ClusterAssignment & { addedAt: number }]>(`
    INSERT INTO cluster_face (face_id, cluster_id, image_id, quality, how, added_at)
    SELECT id, @clusterId, image_id, quality, @how, @addedAt FROM face
    WHERE id = @faceId AND hidden_at IS NULL AND deleted_at IS NULL
    ON CONFLICT (face_id) DO UPDATE SET cluster_id = excluded.cluster_id, how = excluded.how,
      added_at = excluded.added_at`);
  const { leavePersons, leaveClusters } = membership(store);
  const remove = store.write<[string]>('DELETE FROM cluster WHERE id IN (SELECT value FROM json_each(?))');
  const removeEmpty = store.write<[Id]>(`
    DELETE FROM cluster
    WHERE account_id = ? AND NOT EXISTS (SELECT 1 FROM cluster_face WHERE cluster_id = cluster.id)`);

  return {
    byId: (id: Id): Cluster | undefined => some.get(list([id])),
    byIds: (ids: readonly Id[]): Cluster[] => some.all(list(ids)),
    /** The largest first, without hidden ones. */
    bySize: (accountId: Id, page: Page): ClusterWithCount[] => bySize.all({ accountId, ...page }),
    /** The largest first, from behind one on, which need not be there any more; without hidden ones. */
    smallerThan: (accountId: Id, range: SizeRange): ClusterWithCount[] => smallerThan.all({ accountId, ...range }),
    /** All that are hidden, the largest first. */
    hidden: (accountId: Id): ClusterWithCount[] => hidden.all({ accountId }),
    withCount: (id: Id): ClusterWithCount | undefined => someWithCounts.get(list([id])),
    /** Those with so many faces or more, without hidden ones. */
    countFrom: (accountId: Id, minFaces: number): number => countFrom.get(minFaces, accountId) ?? 0,
    /** Some of the faces, the best first. */
    facesPage: (id: Id, { limit, offset }: { limit: number; offset: number }): Id[] => page.all(id, limit, offset),
    /** The best first. */
    faces: (id: Id): Id[] => facesOf.all(id),
    create: (accountId: Id): Id => {
      const id = newId();
      insert(id, accountId, now());
      return id;
    },
    /** "I do not know these": hidden clusters keep taking in faces but are in no list. */
    setHidden: (ids: readonly Id[], hidden: boolean): number => setHidden(hidden ? now() : null, list(ids)),
    /** Puts faces into clusters, out of whatever cluster or person they were in; hidden or deleted ones are left out. */
    assign: (assignments: readonly ClusterAssignment[]): void => {
      leavePersons(assignments.map(({ faceId }) => faceId));
      for (const assignment of assignments) assign({ ...assignment, addedAt: now() });
    },
    /** Takes faces out of their clusters; answers with how many were in one. */
    release: (faceIds: readonly Id[]): number => leaveClusters(faceIds),
    /** Their faces are in no cluster then. */
    remove: (ids: readonly Id[]): number => remove(list(ids)),
    /** Clusters that have lost their last face. */
    removeEmpty: (accountId: Id): number => removeEmpty(accountId),
  };
}
