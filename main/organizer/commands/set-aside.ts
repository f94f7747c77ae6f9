/** Not of interest: groups and faces that no list shows any more, and boxes that were no faces. */
import type { Id } from '../../library/store.ts';
import { type Command, needCluster, needFaces } from './command.ts';

export const hideClusters: Command<{ clusterIds: readonly Id[]; hidden: boolean }, void> = {
  name: 'hide-clusters',
  label: (_library, { clusterIds, hidden }) => ({ does: 'hide-clusters', groups: clusterIds.length, hidden }),
  run(library, { clusterIds, hidden }) {
    for (const id of clusterIds) needCluster(library, id);
    library.clusters.setHidden(clusterIds, hidden);
  },
};

export const hideFaces: Command<{ faceIds: readonly Id[]; hidden: boolean }, void> = {
  name: 'hide-faces',
  label: (_library, { faceIds, hidden }) => ({ does: 'hide-faces', faces: faceIds.length, hidden }),
  run(library, { faceIds, hidden }, accountId) {
    needFaces(library, faceIds);
    library.faces.setHidden(faceIds, hidden);
    library.clusters.removeEmpty(accountId);
  },
};

/** "This is no face": the box goes, and does not come back when the photo is looked at again. */
export const deleteFaces: Command<{ faceIds: readonly Id[] }, void> = {
  name: 'delete-faces',
  label: (_library, { faceIds }) => ({ does: 'delete-faces', faces: faceIds.length }),
  run(library, { faceIds }, accountId) {
    needFaces(library, faceIds);
    library.faces.setDeleted(faceIds, true);
    library.clusters.removeEmpty(accountId);
  },
};
