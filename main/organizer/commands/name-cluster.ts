/** A group of unknown faces gets a name and becomes a person, or joins one. */
import type { Id } from '../../library/store.ts';
import { OrganizerError } from '../organizer-error.ts';
import { type Command, cleanName, needCluster } from './command.ts';
import { moveClusterInto } from './merge.ts';

interface NameCluster {
  readonly clusterId: Id;
  readonly name: string;
  /** What to do when somebody has this name already; without it that is refused, since two people may share a name. */
  readonly ifNameTaken?: 'merge' | 'another';
}

export const nameCluster: Command<NameCluster, { readonly personId: Id }> = {
  name: 'name-cluster',
  label: (_library, { name }) => `Name a group ${cleanName(name)}`,
  run(library, { clusterId, name, ifNameTaken }, accountId) {
    needCluster(library, clusterId);
    const clean = cleanName(name);
    const [namesake] = library.persons.byName(accountId, clean);
    if (namesake && !ifNameTaken) {
      throw new OrganizerError('name-taken', `There is a person named ${namesake.name} already.`);
    }
    const personId = namesake && ifNameTaken === 'merge' ? namesake.id : library.persons.create(accountId, clean);
    moveClusterInto(library, clusterId, personId);
    return { personId };
  },
};
