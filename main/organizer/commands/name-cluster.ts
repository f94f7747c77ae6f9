/** A name for the unknown: a group of faces, or single ones, become a person or join one. */
import type { Library } from '../../library/library.ts';
import type { Id } from '../../library/store.ts';
import { OrganizerError } from '../organizer-error.ts';
import { type Command, cleanName, needCluster, needFaces } from './command.ts';
import { confirmFaces } from './confirm-faces.ts';
import { moveClusterInto } from './merge.ts';

interface Naming {
  readonly name: string;
  /** What to do when somebody has this name already; without it that is refused, since two people may share a name. */
  readonly ifNameTaken?: 'merge' | 'another' | undefined;
}

export const nameCluster: Command<Naming & { readonly clusterId: Id }, { readonly personId: Id }> = {
  name: 'name-cluster',
  label: (_library, { name }) => ({ does: 'name-cluster', name: cleanName(name) }),
  run(library, { clusterId, ...naming }, accountId) {
    needCluster(library, clusterId);
    const personId = personNamed(library, naming, accountId);
    moveClusterInto(library, clusterId, personId);
    return { personId };
  },
};

/** These faces alone, whatever group or person they are in. */
export const nameFaces: Command<Naming & { readonly faceIds: readonly Id[] }, { readonly personId: Id }> = {
  name: 'name-faces',
  label: (_library, { faceIds, name }) => ({ does: 'name-faces', faces: faceIds.length, name: cleanName(name) }),
  run(library, { faceIds, ...naming }, accountId) {
    needFaces(library, faceIds);
    const personId = personNamed(library, naming, accountId);
    confirmFaces.run(library, { personId, faceIds }, accountId);
    return { personId };
  },
};

/** @throws OrganizerError `name-taken`, `empty-name` */
function personNamed(library: Library, { name, ifNameTaken }: Naming, accountId: Id): Id {
  const clean = cleanName(name);
  const [namesake] = library.persons.byName(accountId, clean);
  if (namesake && !ifNameTaken) {
    throw new OrganizerError('name-taken', `There is a person named ${namesake.name} already.`, {
      about: namesake.name,
    });
  }
  return namesake && ifNameTaken === 'merge' ? namesake.id : library.persons.create(accountId, clean);
}
