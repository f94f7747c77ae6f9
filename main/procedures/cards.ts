/** From rows of the library to what lists of the window show of them; a list takes as many queries as a single card. */
import type { ClusterWithCount } from '../library/clusters.ts';
import type { Library } from '../library/library.ts';
import type { PersonWithCounts } from '../library/persons.ts';
import type { Id } from '../library/store.ts';

export const personCard = ({ id, name, faces, photos, coverFace, hiddenAt }: PersonWithCounts) => ({
  id,
  name,
  faceCount: faces,
  photoCount: photos,
  coverFaceId: coverFace,
  hidden: hiddenAt !== null,
});

export const unnamedGroup = ({ id, faces, coverFace, hiddenAt }: ClusterWithCount) => ({
  id,
  faceCount: faces,
  coverFaceId: coverFace,
  hidden: hiddenAt !== null,
});

/** Faces in the order of their ids, with the names of their persons; those that are gone are left out. */
export function namedFaceCards(library: Library, ids: readonly Id[]) {
  const found = new Map(library.faces.byIds(ids).map((face) => [face.id, face]));
  return ids.flatMap((id) => {
    const face = found.get(id);
    if (!face || face.deletedAt !== null) return [];
    const { imageId, person } = face;
    return [
      {
        ...{ id, photoId: imageId, personId: person?.id ?? null, name: person?.name ?? null },
        ...{ how: person?.how ?? null, confidence: person?.confidence ?? null },
      },
    ];
  });
}

export const faceCards = (library: Library, ids: readonly Id[]) =>
  namedFaceCards(library, ids).map(({ name: _, ...card }) => card);

/** Persons with their names and faces beside how sure it is that it is them; those that are gone are left out. */
export function candidates(library: Library, found: readonly { personId: Id; confidence: number }[]) {
  const persons = new Map(library.persons.cards(found.map(({ personId }) => personId)).map((card) => [card.id, card]));
  return found.flatMap(({ personId, confidence }) => {
    const person = persons.get(personId);
    return person ? [{ personId, name: person.name, coverFaceId: person.coverFace, confidence }] : [];
  });
}
