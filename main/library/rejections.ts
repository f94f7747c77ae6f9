/**
 * Rejections: "this face is not that person", said once by a user and honoured for ever; and the same of a cluster, after
 * a user has taken a face out of it. Clusters and suggestions ask here before they propose anything.
 */
import { type Id, list, type Store } from './store.ts';

/** A face and a person or cluster that it is not. */
export interface Rejection {
  readonly faceId: Id;
  readonly notId: Id;
}

export type Rejections = ReturnType<typeof rejections>;

export function rejections(store: Store) {
  const { now } = store;
  const ofFaces = store.rows<[{ faces: string }], Rejection>(`
    SELECT face_id AS faceId, person_id AS notId FROM rejection
    WHERE face_id IN (SELECT value FROM json_each(@faces))
    UNION ALL
    SELECT face_id, cluster_id FROM cluster_rejection
    WHERE face_id IN (SELECT value FROM json_each(@faces))`);
  const ofClusters = store.rows<[string], Rejection>(`
    SELECT face_id AS faceId, cluster_id AS notId FROM cluster_rejection
    WHERE cluster_id IN (SELECT value FROM json_each(?))`);
  const all = store.rows<[{ accountId: Id }], Rejection>(`
    SELECT face_id AS faceId, person_id AS notId FROM person JOIN rejection ON rejection.person_id = person.id
    WHERE account_id = @accountId
    UNION ALL
    SELECT face_id, cluster_id FROM cluster JOIN cluster_rejection ON cluster_rejection.cluster_id = cluster.id
    WHERE account_id = @accountId`);
  const notPerson = store.write<[Id, number, string]>(`
    INSERT INTO rejection (face_id, person_id, added_at)
    SELECT value, ?, ? FROM json_each(?) WHERE true
    ON CONFLICT DO NOTHING`);
  const notCluster = store.write<[Id, number, string]>(`
    INSERT INTO cluster_rejection (face_id, cluster_id, added_at)
    SELECT value, ?, ? FROM json_each(?) WHERE true
    ON CONFLICT DO NOTHING`);
  const takeBack = store.write<[Id, string]>(
    'DELETE FROM rejection WHERE person_id = ? AND face_id IN (SELECT value FROM json_each(?))',
  );
  const carryPerson = store.write<[{ into: Id; from: string }]>(`
    INSERT INTO rejection (face_id, person_id, added_at)
    SELECT face_id, @into, min(added_at) FROM rejection
    WHERE person_id IN (SELECT value FROM json_each(@from))
      AND face_id NOT IN (SELECT face_id FROM person_face WHERE person_id = @into)
    GROUP BY face_id
    ON CONFLICT DO NOTHING`);
  const carryClusterToPerson = store.write<[{ into: Id; from: string }]>(`
    INSERT INTO rejection (face_id, person_id, added_at)
    SELECT face_id, @into, min(added_at) FROM cluster_rejection
    WHERE cluster_id IN (SELECT value FROM json_each(@from))
      AND face_id NOT IN (SELECT face_id FROM person_face WHERE person_id = @into)
    GROUP BY face_id
    ON CONFLICT DO NOTHING`);
  const carryCluster = store.write<[{ into: Id; from: string }]>(`
    INSERT INTO cluster_rejection (face_id, cluster_id, added_at)
    SELECT face_id, @into, min(added_at) FROM cluster_rejection
    WHERE cluster_id IN (SELECT value FROM json_each(@from))
      AND face_id NOT IN (SELECT face_id FROM cluster_face WHERE cluster_id = @into)
    GROUP BY face_id
    ON CONFLICT DO NOTHING`);

  return {
    /** What these faces are not, persons and clusters together. */
    ofFaces: (faceIds: readonly Id[]): Rejection[] => ofFaces.all({ faces: list(faceIds) }),
    /** The faces that are not of these clusters. */
    ofClusters: (clusterIds: readonly Id[]): Rejection[] => ofClusters.all(list(clusterIds)),
    all: (accountId: Id): Rejection[] => all.all({ accountId }),
    /** These faces are not that person. Says nothing of where they are: release them as well. */
    notPerson: (personId: Id, faceIds: readonly Id[]): number => notPerson(personId, now(), list(faceIds)),
    notCluster: (clusterId: Id, faceIds: readonly Id[]): number => notCluster(clusterId, now(), list(faceIds)),
    takeBack: (personId: Id, faceIds: readonly Id[]): number => takeBack(personId, list(faceIds)),
    /**
     * When persons become one, or a cluster becomes a person, what was not the one is not the other. Call after the faces
     * have moved and before the old ones are removed: a face that is a member now is no longer rejected.
     */
    carryPersons: (from: readonly Id[], into: Id): number => carryPerson({ into, from: list(from) }),
    carryClustersToPerson: (from: readonly Id[], into: Id): number => carryClusterToPerson({ into, from: list(from) }),
    carryClusters: (from: readonly Id[], into: Id): number => carryCluster({ into, from: list(from) }),
  };
}
