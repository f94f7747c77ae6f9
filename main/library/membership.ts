/**
 * Leaving: a face that goes to a person leaves its cluster, one that goes to a cluster its person, and one that is not to
 * be seen leaves both, and its face sets. They all count their members without looking at the faces, so none may be left
 * behind.
 */
import { type Id, list, type Store } from './store.ts';

export interface Membership {
  /** Answers with how many were in a person. */
  leavePersons(faceIds: readonly Id[]): number;
  /** Answers with how many were in a cluster. */
  leaveClusters(faceIds: readonly Id[]): number;
  /** Persons, clusters and face sets. */
  leaveAll(faceIds: readonly Id[]): void;
}

export function membership(store: Store): Membership {
  const leavePersons = store.write<[string]>(
    'DELETE FROM person_face WHERE face_id IN (SELECT value FROM json_each(?))',
  );
  const leaveClusters = store.write<[string]>(
    'DELETE FROM cluster_face WHERE face_id IN (SELECT value FROM json_each(?))',
  );
  const leaveFacesets = store.write<[string]>(
    'DELETE FROM faceset_member WHERE face_id IN (SELECT value FROM json_each(?))',
  );
  return {
    leavePersons: (faceIds) => leavePersons(list(faceIds)),
    leaveClusters: (faceIds) => leaveClusters(list(faceIds)),
    leaveAll: (faceIds) => {
      const ids = list(faceIds);
      leavePersons(ids);
      leaveClusters(ids);
      leaveFacesets(ids);
    },
  };
}
