/**
 * Ids as a caller may use them. An id of another account is as unknown as one that never was (D17), and so is that of a
 * face or an image whose time is over, or that its user has removed.
 */
import type { Face } from '../library/face.ts';
import type { Image } from '../library/images.ts';
import type { Person } from '../library/persons.ts';
import type { Id } from '../library/store.ts';
import { ApiError } from './api-error.ts';
import type { Call } from './endpoint.ts';
import type { StatusName } from './statuses.ts';

const isOver = (expiresAt: number | null, now: number): boolean => expiresAt !== null && expiresAt <= now;

/** @throws ApiError INVALID_IMAGE */
export function knownImage({ library, accountId, now }: Call, id: Id): Image {
  const image = library.images.byId(id);
  if (image?.accountId !== accountId || image.deletedAt !== null || isOver(image.expiresAt, now())) {
    throw new ApiError('INVALID_IMAGE');
  }
  return image;
}

/** @throws ApiError INVALID_FACE, or the status given */
export function knownFace(call: Call, id: Id, otherwise: StatusName = 'INVALID_FACE'): Face {
  const { library, accountId, now } = call;
  const face = library.faces.byId(id);
  const isSeen = face?.accountId === accountId && face.deletedAt === null && face.hiddenAt === null;
  if (!isSeen || isOver(face.expiresAt, now())) throw new ApiError(otherwise);
  return face;
}

/** @throws ApiError INVALID_FACE when one of them is not to be used */
export function knownFaces({ library, accountId, now }: Call, ids: readonly Id[]): void {
  if (library.faces.usable(accountId, ids, now()) < ids.length) throw new ApiError('INVALID_FACE');
}

/** @throws ApiError INVALID_PERSON */
export function knownPerson({ library, accountId }: Call, id: Id): Person {
  const person = library.persons.byId(id);
  if (person?.accountId !== accountId) throw new ApiError('INVALID_PERSON');
  return person;
}

/** @throws ApiError INVALID_PERSON when one of them is unknown */
export function knownPersons({ library, accountId }: Call, ids: readonly Id[]): void {
  if (library.persons.byIds(ids).filter((person) => person.accountId === accountId).length < ids.length) {
    throw new ApiError('INVALID_PERSON');
  }
}

export const knownGroup = (call: Call, id: Id) => knownCollection(call, 'groups', id, 'INVALID_GROUP');
export const knownFaceset = (call: Call, id: Id) => knownCollection(call, 'facesets', id, 'INVALID_FACESET');

function knownCollection({ library, accountId }: Call, kind: 'groups' | 'facesets', id: Id, otherwise: StatusName) {
  const collection = library[kind].byId(id);
  if (collection?.accountId !== accountId) throw new ApiError(otherwise);
  return collection;
}
