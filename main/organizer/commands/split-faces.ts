/** "These are somebody else": faces leave their person or group for a new group, and never drift back. */
import type { Library } from '../../library/library.ts';
import type { Id } from '../../library/store.ts';
import { OrganizerError } from '../organizer-error.ts';
import { type Command, needCluster, needFaces, needPerson } from './command.ts';

interface SplitFaces {
  /** The person or the cluster they leave. */
  readonly from: { readonly personId: Id } | { readonly clusterId: Id };
  readonly faceIds: readonly Id[];
}

export const splitFaces: Command<SplitFaces, { readonly clusterId: Id }> = {
  name: 'split-faces',
  label: (_library, { faceIds }) => ({ does: 'split-faces', faces: faceIds.length }),
  run(library, { from, faceIds }, accountId) {
    needFaces(library, faceIds);
    const members = new Set(membersOf(library, from));
    if (faceIds.length === 0 || faceIds.some((id) => !members.has(id))) {
      throw new OrganizerError('invalid', 'Only faces that are in the group can be split off.');
    }
    if ('personId' in from) {
      library.persons.release(faceIds);
      library.rejections.notPerson(from.personId, faceIds);
    } else {
      library.clusters.release(faceIds);
      library.rejections.notCluster(from.clusterId, faceIds);
    }
    const clusterId = library.clusters.create(accountId);
    library.clusters.assign(faceIds.map((faceId) => ({ faceId, clusterId, how: 'confirmed' })));
    library.clusters.removeEmpty(accountId);
    return { clusterId };
  },
};

function membersOf(library: Library, from: SplitFaces['from']): Id[] {
  if ('personId' in from) {
    needPerson(library, from.personId);
    return library.persons.faces(from.personId);
  }
  needCluster(library, from.clusterId);
  return library.clusters.faces(from.clusterId);
}
