/**
 * A photo that was edited: the same file holds other bytes now. For its owner it is still the same photo, so what they
 * said of it goes over to the new one: names and rejections to the faces at the same place or with the same look, albums,
 * tags, rating, notes. The old photo is kept as deleted, in case the old bytes come back.
 */

import { similarity } from '../../engine/embed.ts';
import { overlap } from '../../engine/rect.ts';
import type { Face } from '../../library/face.ts';
import type { Library } from '../../library/library.ts';
import type { Id } from '../../library/store.ts';

/** One pair of strangers in a thousand is this much alike (native-models/README.md); on one photo they are few. */
const SAME_LOOK = 0.336;
const SAME_PLACE = 0.5;

/** Runs inside a transaction. @param embeddingModel identity of the embedding space in use */
export function replacePhoto(library: Library, oldId: Id, newId: Id, embeddingModel: string): void {
  carryFaces(library, oldId, newId, embeddingModel);
  carryFacts(library, oldId, newId);
  library.images.setDeleted([oldId], true);
}

function carryFaces(library: Library, oldId: Id, newId: Id, embeddingModel: string): void {
  const oldFaces = library.faces.ofImages([oldId]);
  const newFaces = library.faces.ofImages([newId]);
  const vectors = library.embeddings.ofFaces(
    embeddingModel,
    [...oldFaces, ...newFaces].map(({ id }) => id),
  );
  const sameFrame = haveSameFrame(library, oldId, newId);
  const taken = new Set<Id>();
  for (const old of oldFaces) {
    const heir = newFaces.find((face) => !taken.has(face.id) && isSameFace(old, face));
    if (!heir) continue;
    taken.add(heir.id);
    const said = library.rejections.ofFaces([old.id]);
    for (const { notId } of said) if (library.persons.byId(notId)) library.rejections.notPerson(notId, [heir.id]);
    if (old.hiddenAt !== null) library.faces.setHidden([heir.id], true);
    else if (old.person) {
      const { id: personId, how, confidence } = old.person;
      library.persons.assign([{ faceId: heir.id, personId, how, confidence }]);
    }
  }

  function isSameFace(old: Face, face: Face): boolean {
    const [a, b] = [vectors.get(old.id), vectors.get(face.id)];
    if (a && b && similarity(a, b) >= SAME_LOOK) return true;
    return sameFrame && overlap(old.rect, face.rect) >= SAME_PLACE;
  }
}

/** Only in a frame of the same size does "the same place" mean anything. */
function haveSameFrame(library: Library, oldId: Id, newId: Id): boolean {
  const [a, b] = [library.images.byId(oldId), library.images.byId(newId)];
  return a !== undefined && b !== undefined && a.width === b.width && a.height === b.height;
}

function carryFacts(library: Library, oldId: Id, newId: Id): void {
  const [before, after] = [library.images.byId(oldId), library.images.byId(newId)];
  if (!before || !after) return;
  if (after.rating === null && before.rating !== null) library.images.setRating([newId], before.rating);
  if (before.userData !== '') library.images.setUserData(newId, before.userData);
  for (const album of library.albums.holding(oldId)) library.albums.add(album, [newId]);
  const words = library.tags.ofImages([oldId]).map(({ name }) => name);
  library.tags.add(before.accountId, [newId], words);
}
