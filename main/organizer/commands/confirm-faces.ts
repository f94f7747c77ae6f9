/** "This is Anna": a user puts faces into a person, wherever they were before. Takes back an earlier "not Anna". */
import type { Id } from '../../library/store.ts';
import { type Command, needFaces, needPerson, personName } from './command.ts';

export const confirmFaces: Command<{ personId: Id; faceIds: readonly Id[] }, void> = {
  name: 'confirm-faces',
  label: (library, { personId, faceIds }) => ({
    does: 'confirm-faces',
    faces: faceIds.length,
    person: personName(library, personId),
  }),
  run(library, { personId, faceIds }, accountId) {
    needPerson(library, personId);
    needFaces(library, faceIds);
    library.rejections.takeBack(personId, faceIds);
    library.persons.assign(faceIds.map((faceId) => ({ faceId, personId, how: 'confirmed', confidence: null })));
    library.clusters.removeEmpty(accountId);
  },
};
