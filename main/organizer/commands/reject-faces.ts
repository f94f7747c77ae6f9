/** "This is not Anna": said once, remembered for ever. The faces leave the person, if they were in it. */
import type { Id } from '../../library/store.ts';
import { type Command, needFaces, needPerson, personName } from './command.ts';

export const rejectFaces: Command<{ personId: Id; faceIds: readonly Id[] }, void> = {
  name: 'reject-faces',
  label: (library, { personId, faceIds }) => ({
    does: 'reject-faces',
    faces: faceIds.length,
    person: personName(library, personId),
  }),
  run(library, { personId, faceIds }) {
    needPerson(library, personId);
    needFaces(library, faceIds);
    const members = new Set(library.persons.faces(personId));
    library.persons.release(faceIds.filter((id) => members.has(id)));
    library.rejections.notPerson(personId, faceIds);
  },
};
