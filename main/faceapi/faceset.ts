/** /faceset/*: sets of faces to search in. A face may be in many, and in a person besides. */
import type { Id } from '../library/store.ts';
import { collectionCalls } from './collections.ts';
import type { Call, Result } from './endpoint.ts';
import { knownFaces, knownFaceset } from './known-ids.ts';

const facesets = collectionCalls({
  collections: 'facesets',
  idField: 'faceset_id',
  countField: 'face_count',
  perCollection: 'faces_per_faceset',
  emptyStatus: 'EMPTY_FACE_ID',
  known: knownFaceset,
  knownMembers: knownFaces,
});

interface NewFaceset {
  readonly name: string;
  readonly face_id: readonly Id[] | undefined;
  readonly user_data: string | undefined;
}

interface FacesetFaces {
  readonly faceset_id: Id;
  readonly face_id: readonly Id[];
}

interface FacesetChange {
  readonly faceset_id: Id;
  readonly name: string | undefined;
  readonly user_data: string | undefined;
}

export const createFaceset = (call: Call, { name, face_id, user_data }: NewFaceset): Result =>
  facesets.create(call, { name, members: face_id, userData: user_data });

export const deleteFaceset = (call: Call, { faceset_id }: { readonly faceset_id: Id }): Result =>
  facesets.delete(call, faceset_id);

export const addFacesToFaceset = (call: Call, { faceset_id, face_id }: FacesetFaces): Result =>
  facesets.add(call, faceset_id, face_id);

export const removeFacesFromFaceset = (call: Call, { faceset_id, face_id }: FacesetFaces): Result =>
  facesets.remove(call, faceset_id, face_id);

export const changeFaceset = (call: Call, { faceset_id, name, user_data }: FacesetChange): Result =>
  facesets.change(call, faceset_id, { name, userData: user_data });
