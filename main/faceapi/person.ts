/** /person/*: persons and their faces. A face is in at most one person: adding it to another moves it without a word. */
import type { Id } from '../library/store.ts';
import { ApiError } from './api-error.ts';
import type { Call, Result } from './endpoint.ts';
import { knownFaces, knownPerson } from './known-ids.ts';
import { keepWithin } from './quotas.ts';

/** Left out when 0: on creation only (reference, 3.2). */
export const countUnlessNone = <Field extends string>(field: Field, count: number) =>
  count > 0 ? { [field]: count } : {};

interface NewPerson {
  readonly name: string;
  readonly face_id: readonly Id[] | undefined;
  readonly user_data: string | undefined;
}

export function createPerson(call: Call, { name, face_id: faceIds = [], user_data: userData = '' }: NewPerson): Result {
  const { library, accountId } = call;
  return library.transaction(() => {
    knownFaces(call, faceIds);
    keepWithin(call, 'persons', library.persons.count(accountId) + 1);
    keepWithin(call, 'faces_per_person', faceIds.length);
    const personId = library.persons.create(accountId, name, userData);
    assign(call, personId, faceIds);
    return { person_id: personId, ...countUnlessNone('face_count', faceIds.length) };
  });
}

export function deletePerson(call: Call, { person_id: personId }: { readonly person_id: Id }): Result {
  const { library } = call;
  return library.transaction(() => {
    knownPerson(call, personId);
    library.persons.remove([personId]);
    return {};
  });
}

interface PersonFaces {
  readonly person_id: Id;
  readonly face_id: readonly Id[];
}

export function addFacesToPerson(call: Call, { person_id: personId, face_id: faceIds }: PersonFaces): Result {
  const { library } = call;
  return library.transaction(() => {
    knownPerson(call, personId);
    if (faceIds.length === 0) throw new ApiError('EMPTY_FACE_ID');
    knownFaces(call, faceIds);
    const before = library.persons.faceCount(personId);
    const added = faceIds.length - library.persons.facesAmong(personId, faceIds).length;
    // A person that is over a quota since lowered can still be told again what it has.
    if (added > 0) keepWithin(call, 'faces_per_person', before + added);
    assign(call, personId, faceIds);
    return { person_id: personId, face_count: before + added, added_count: added };
  });
}

export function removeFacesFromPerson(call: Call, { person_id: personId, face_id: faceIds }: PersonFaces): Result {
  const { library } = call;
  return library.transaction(() => {
    knownPerson(call, personId);
    if (faceIds.length === 0) throw new ApiError('EMPTY_FACE_ID');
    const leaving = library.persons.facesAmong(personId, faceIds);
    library.persons.release(leaving);
    // Or what recognizes the faces of the user's photos would soon put them back.
    library.rejections.notPerson(personId, leaving);
    return { person_id: personId, face_count: library.persons.faceCount(personId), removed_count: leaving.length };
  });
}

interface PersonChange {
  readonly person_id: Id;
  readonly name: string | undefined;
  readonly user_data: string | undefined;
}

export function changePerson(call: Call, { person_id: personId, name, user_data: userData }: PersonChange): Result {
  const { library } = call;
  return library.transaction(() => {
    knownPerson(call, personId);
    if (name !== undefined) library.persons.rename(personId, name);
    if (userData !== undefined) library.persons.setUserData(personId, userData);
    return {};
  });
}

/** A script's word counts as a user's: whose keys are they else? */
function assign({ library }: Call, personId: Id, faceIds: readonly Id[]): void {
  library.persons.assign(faceIds.map((faceId) => ({ faceId, personId, how: 'confirmed', confidence: null })));
}
