/** /info/*: what there is. Only reads, and only what was asked for when it was made. */
import type { Face } from '../library/face.ts';
import type { Image } from '../library/images.ts';
import type { Library } from '../library/library.ts';
import type { Id } from '../library/store.ts';
import { ApiError } from './api-error.ts';
import { dateTime } from './date-time.ts';
import type { Call, Result } from './endpoint.ts';
import { type FaceAnswer, faceAnswer } from './face-answer.ts';
import { knownFace, knownFaceset, knownGroup, knownImage, knownPerson } from './known-ids.ts';

export function infoApi({ key, library, accountId }: Call): Result {
  const { rate, quotas, expiresAt } = key;
  return {
    rate_limit: `${rate.calls}q/${rate.seconds}s`,
    ...(expiresAt !== null && { expiration_date: dateTime(expiresAt) }),
    quota: quotas,
    usage: {
      groups: library.groups.count(accountId),
      persons: library.persons.count(accountId),
      facesets: library.facesets.count(accountId),
    },
  };
}

export function infoTask({ library, accountId, now }: Call, { task_id }: { readonly task_id: Id }): Result {
  const task = library.tasks.byId(task_id);
  if (task?.accountId !== accountId || task.expiresAt <= now()) throw new ApiError('INVALID_TASK');
  return {
    task_id,
    task_status: task.state,
    ...(task.state === 'done' && { result: task.result }),
    ...(task.state === 'failed' && { reason: task.reason }),
  };
}

interface InfoImage {
  readonly image_id: Id;
  readonly with_faces: boolean | undefined;
}

export function infoImage(call: Call, { image_id, with_faces }: InfoImage): Result {
  const { library } = call;
  const image = knownImage(call, image_id);
  const faces = with_faces ? library.faces.ofImages([image_id]).filter((face) => face.hiddenAt === null) : [];
  return { ...imageAnswer(image), ...(with_faces && { faces: keptFaces(library, faces, image) }) };
}

interface InfoFace {
  readonly face_id: Id;
  readonly with_image: boolean | undefined;
}

export function infoFace(call: Call, { face_id, with_image }: InfoFace): Result {
  const { library } = call;
  const face = knownFace(call, face_id);
  const image = library.images.byId(face.imageId);
  if (!image) throw new ApiError('INVALID_FACE');
  const [answer] = keptFaces(library, [face], image);
  return { ...answer, ...(with_image && { image: imageAnswer(image) }) };
}

const imageAnswer = ({ id, width, height, userData }: Image) => ({ image_id: id, width, height, user_data: userData });

/** What detection answered, once more. A photo of the library was looked at by its user's order: all of it is told. */
function keptFaces(library: Library, faces: readonly Face[], { origin }: Image): (FaceAnswer & { face_id: Id })[] {
  const landmarks = new Map(
    library.faces.landmarks(faces.map(({ id }) => id)).map((points) => [points.faceId, points]),
  );
  return faces.map((face) => {
    const { landmarks21 = [], landmarks106 = [] } = landmarks.get(face.id) ?? {};
    const isUpload = origin === 'upload';
    const wanted = {
      landmarks106: landmarks106.length > 0 && (!isUpload || face.landmarks106Asked),
      attributes: !isUpload || face.attributesAsked,
    };
    return { face_id: face.id, ...faceAnswer({ ...face, landmarks21, landmarks106 }, wanted) };
  });
}

export const listPersons = ({ library, accountId }: Call): Result => ({
  persons: library.persons.oldestFirst(accountId).map(({ id, name }) => ({ person_id: id, name })),
});

export const listGroups = ({ library, accountId }: Call): Result => ({
  groups: library.groups.oldestFirst(accountId).map(({ id, name }) => ({ group_id: id, name })),
});

export const listFacesets = ({ library, accountId }: Call): Result => ({
  facesets: library.facesets.oldestFirst(accountId).map(({ id, name }) => ({ faceset_id: id, name })),
});

export function infoPerson(call: Call, { person_id }: { readonly person_id: Id }): Result {
  const { name, userData } = knownPerson(call, person_id);
  return { person_id, name, user_data: userData, face_ids: call.library.persons.faces(person_id) };
}

export function infoGroup(call: Call, { group_id }: { readonly group_id: Id }): Result {
  const { name, userData } = knownGroup(call, group_id);
  const persons = call.library.persons.ofGroup(group_id).map((person) => ({ person_id: person.id, name: person.name }));
  return { group_id, name, user_data: userData, persons };
}

export function infoFaceset(call: Call, { faceset_id }: { readonly faceset_id: Id }): Result {
  const { name, userData } = knownFaceset(call, faceset_id);
  return { faceset_id, name, user_data: userData, face_ids: call.members.ofFaceset(faceset_id) };
}
