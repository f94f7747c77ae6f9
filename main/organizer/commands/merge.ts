/** Two are one: persons and groups of unknown faces become part of another person, or groups become one group. */
import type { Library } from '../../library/library.ts';
import type { Id } from '../../library/store.ts';
import { OrganizerError } from '../organizer-error.ts';
import { type Command, countPersons, needCluster, needPerson, personName } from './command.ts';

interface MergePersons {
  readonly into: Id;
  readonly from: readonly Id[];
  /** Groups of unknown faces that are the same person, too. */
  readonly clusterIds?: readonly Id[];
}

export const mergePersons: Command<MergePersons, void> = {
  name: 'merge-persons',
  label: (library, { into, from, clusterIds = [] }) => ({
    does: 'merge-persons',
    ...countPersons(library, from),
    groups: clusterIds.length,
    into: personName(library, into),
  }),
  run(library, { into, from, clusterIds = [] }) {
    refuseSelf(into, from);
    for (const id of [into, ...from]) needPerson(library, id);
    for (const id of clusterIds) needCluster(library, id);
    for (const id of from) {
      const faceIds = library.persons.faces(id);
      library.persons.assign(faceIds.map((faceId) => ({ faceId, personId: into, how: 'confirmed', confidence: null })));
      for (const group of library.groups.holding(id)) library.groups.add(group, [into]);
    }
    library.rejections.carryPersons(from, into);
    library.persons.remove(from);
    for (const id of clusterIds) moveClusterInto(library, id, into);
  },
};

export const mergeClusterIntoPerson: Command<{ clusterId: Id; personId: Id }, void> = {
  name: 'merge-cluster-into-person',
  label: (library, { personId }) => ({ does: 'merge-cluster-into-person', person: personName(library, personId) }),
  run(library, { clusterId, personId }) {
    needCluster(library, clusterId);
    needPerson(library, personId);
    moveClusterInto(library, clusterId, personId);
  },
};

export const mergeClusters: Command<{ into: Id; from: readonly Id[] }, void> = {
  name: 'merge-clusters',
  label: (_library, { from }) => ({ does: 'merge-clusters', groups: from.length + 1 }),
  run(library, { into, from }) {
    refuseSelf(into, from);
    for (const id of [into, ...from]) needCluster(library, id);
    const moved = from.flatMap((id) => library.clusters.faces(id));
    library.clusters.assign(moved.map((faceId) => ({ faceId, clusterId: into, how: 'confirmed' })));
    library.rejections.carryClusters(from, into);
    library.clusters.remove(from);
  },
};

/** All faces of a cluster become a person's, by a user's word; the cluster is gone. For use inside a command. */
export function moveClusterInto(library: Library, clusterId: Id, personId: Id): void {
  const faceIds = library.clusters.faces(clusterId);
  library.persons.assign(faceIds.map((faceId) => ({ faceId, personId, how: 'confirmed', confidence: null })));
  library.rejections.carryClustersToPerson([clusterId], personId);
  library.clusters.remove([clusterId]);
}

function refuseSelf(into: Id, from: readonly Id[]): void {
  if (from.includes(into)) throw new OrganizerError('invalid', 'Nobody can be merged into themselves.');
}
