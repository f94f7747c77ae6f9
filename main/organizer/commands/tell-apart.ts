/** "These two are not the same, however alike": the faces of each are never again taken for the other. */
import type { Library } from '../../library/library.ts';
import type { Id } from '../../library/store.ts';
import { type Command, needPerson, personName } from './command.ts';

export const tellApart: Command<{ personId: Id; otherId: Id }, void> = {
  name: 'tell-apart',
  label: (library, { personId, otherId }) => ({
    does: 'tell-apart',
    person: personName(library, personId),
    other: personName(library, otherId),
  }),
  run(library, { personId, otherId }) {
    for (const id of [personId, otherId]) needPerson(library, id);
    library.rejections.notPerson(otherId, library.persons.faces(personId));
    library.rejections.notPerson(personId, library.persons.faces(otherId));
  },
};

/** Who has been told apart from a person: most of the person's faces are said not to be theirs. */
export function toldApart(library: Library, personId: Id): Set<Id> {
  const faces = library.persons.faces(personId);
  const counts = new Map<Id, number>();
  for (const { notId } of library.rejections.ofFaces(faces)) counts.set(notId, (counts.get(notId) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > faces.length / 2).map(([id]) => id));
}
