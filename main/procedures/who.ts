/** "Who is this?", "find this face", "are these the same?" */
import { basename } from 'node:path';
import type { whoProcedures } from '../../preload/contract/who.ts';
import { LOCAL_ACCOUNT } from '../library/accounts.ts';
import { compareFaces, compareWithPerson, findInFaceset, identify } from '../organizer/people/who.ts';
import { candidates, namedFaceCards } from './cards.ts';
import { type Family, needed, type Services } from './family.ts';

/** Above this, two faces show the same person: one pair of strangers in a thousand is as alike. */
const SAME_PERSON_ABOVE = 0.6;

export function who({ library, organizer }: Services): Family<typeof whoProcedures> {
  const asked = (faceId: string) => {
    needed(library.faces.byId(faceId), 'face');
    return { library, likeness: organizer.people.likeness, faceId };
  };
  return {
    'who.face': ({ faceId }) => {
      const card = needed(namedFaceCards(library, [faceId])[0], 'face');
      const [file] = library.photoFiles.ofImages([card.photoId]);
      const takenAt = library.images.byId(card.photoId)?.takenAt ?? null;
      return { ...card, takenAt, fileName: basename(file?.path ?? '') };
    },
    'who.suggest': async ({ faceId, limit }) => {
      asked(faceId);
      const people = await organizer.people.suggestions.forFace(faceId);
      return { people: candidates(library, people.slice(0, limit)) };
    },
    'who.identify': async ({ faceId, groupId, limit }) => {
      if (groupId !== null) needed(library.groups.byId(groupId), 'group');
      const among =
        groupId === null ? library.persons.facesOfAll(LOCAL_ACCOUNT) : library.persons.facesOfGroup(groupId);
      const people = await identify(asked(faceId), among);
      return { people: candidates(library, people.slice(0, limit)) };
    },
    'who.find': async ({ faceId, facesetId, limit }) => {
      if (facesetId !== null) needed(library.facesets.byId(facesetId), 'face set');
      const question = asked(faceId);
      const found =
        facesetId === null
          ? await organizer.people.lookalikes.ofFace(faceId, limit)
          : await findInFaceset(question, facesetId, limit);
      const likeness = new Map(found.map((face) => [face.faceId, face.confidence]));
      const cards = namedFaceCards(library, [...likeness.keys()]);
      return { faces: cards.map((card) => ({ ...card, likeness: likeness.get(card.id) ?? 0 })) };
    },
    'who.compare': async ({ faceId, with: other }) => {
      const question = asked(faceId);
      if ('personId' in other) needed(library.persons.byId(other.personId), 'person');
      else needed(library.faces.byId(other.faceId), 'face');
      const confidence = await ('personId' in other
        ? compareWithPerson(question, other.personId)
        : compareFaces(question, other.faceId));
      return { confidence, samePerson: confidence > SAME_PERSON_ABOVE };
    },
  };
}
