/** A person's own facts: name, notes, user data, cover face, whether lists show them; and the end of a person. */
import type { Id } from '../../library/store.ts';
import { OrganizerError } from '../organizer-error.ts';
import { type Command, cleanName, countPersons, needCluster, needPerson, personName } from './command.ts';

export const renamePerson: Command<{ personId: Id; name: string }, void> = {
  name: 'rename-person',
  label: (library, { personId, name }) => ({
    does: 'rename-person',
    person: personName(library, personId),
    to: cleanName(name),
  }),
  run(library, { personId, name }) {
    needPerson(library, personId);
    library.persons.rename(personId, cleanName(name));
  },
};

export const setNotes: Command<{ personId: Id; notes: string }, void> = {
  name: 'set-notes',
  label: (library, { personId }) => ({ does: 'set-notes', person: personName(library, personId) }),
  run(library, { personId, notes }) {
    needPerson(library, personId);
    library.persons.setNotes(personId, notes);
  },
};

export const setPersonUserData: Command<{ personId: Id; userData: string }, void> = {
  name: 'set-person-user-data',
  label: (library, { personId }) => ({ does: 'set-person-user-data', person: personName(library, personId) }),
  run(library, { personId, userData }) {
    needPerson(library, personId);
    library.persons.setUserData(personId, userData);
  },
};

export const setFeatureFace: Command<{ personId: Id; faceId: Id | null }, void> = {
  name: 'set-feature-face',
  label: (library, { personId }) => ({ does: 'set-feature-face', person: personName(library, personId) }),
  run(library, { personId, faceId }) {
    needPerson(library, personId);
    if (faceId !== null && !library.persons.faces(personId).includes(faceId)) {
      throw new OrganizerError('invalid', "Only one of a person's own faces can be their picture.");
    }
    library.persons.setFeatureFace(personId, faceId);
  },
};

interface HidePersons {
  readonly personIds: readonly Id[];
  /** Groups of unknown faces that go the same way. */
  readonly clusterIds?: readonly Id[];
  readonly hidden: boolean;
}

export const hidePersons: Command<HidePersons, void> = {
  name: 'hide-persons',
  label: (library, { personIds, clusterIds = [], hidden }) => ({
    does: 'hide-persons',
    ...countPersons(library, personIds),
    groups: clusterIds.length,
    hidden,
  }),
  run(library, { personIds, clusterIds = [], hidden }) {
    for (const id of personIds) needPerson(library, id);
    for (const id of clusterIds) needCluster(library, id);
    library.persons.setHidden(personIds, hidden);
    library.clusters.setHidden(clusterIds, hidden);
  },
};

/** The person only: their faces are unknown again, and will be grouped anew. */
export const deletePersons: Command<{ personIds: readonly Id[] }, void> = {
  name: 'delete-persons',
  label: (library, { personIds }) => ({ does: 'delete-persons', ...countPersons(library, personIds) }),
  run(library, { personIds }) {
    for (const id of personIds) needPerson(library, id);
    library.persons.remove(personIds);
  },
};
