/** /face/verification, search, identification and training: how alike faces are, and making them comparable ahead of time. */
import { z } from 'zod';
import type { Id } from '../library/store.ts';
import { ApiError } from './api-error.ts';
import type { Call, Deferrable } from './endpoint.ts';
import { knownFace, knownFaces, knownFaceset, knownGroup, knownPerson } from './known-ids.ts';
import { reasons } from './statuses.ts';

/** Above this, two faces show the same person (reference, 3.4). */
const SAME_PERSON_ABOVE = 0.6;

const faceIds = z.array(z.string());

/** Six decimals (D35). What is told is what decides, so that `confidence` and `same_person` never disagree. */
const rounded = (confidence: number): number => Math.round(confidence * 1e6) / 1e6;

interface Verify {
  readonly face_id: Id;
  readonly face2_id: Id | undefined;
  readonly person_id: Id | undefined;
}

const verifyInput = z.union([
  z.object({ face_id: z.string(), face2_id: z.string() }),
  z.object({ face_id: z.string(), person_id: z.string(), faces: faceIds.readonly() }),
]);

export const verification: Deferrable<Verify, z.infer<typeof verifyInput>> = {
  input: verifyInput,

  async prepare(call, { face_id, face2_id, person_id }) {
    knownFace(call, face_id);
    if (face2_id !== undefined) {
      knownFace(call, face2_id, 'INVALID_FACE2');
      return { input: { face_id, face2_id }, untrained: [], promise: 'at once' };
    }
    const personId = person_id ?? '';
    knownPerson(call, personId);
    const faces = call.library.persons.faces(personId);
    if (faces.length === 0) throw new ApiError('EMPTY_PERSON');
    return { input: { face_id, person_id: personId, faces }, untrained: await call.likeness.untrained(faces) };
  },

  async perform({ likeness }, input, signal) {
    const { face_id: faceId } = input;
    const others = 'faces' in input ? input.faces : [input.face2_id];
    await likeness.train([faceId, ...others], signal);
    const confidences = await likeness.confidences(faceId, others, signal);
    const confidence = rounded(confidences.reduce((best, value) => Math.max(best, value), 0));
    const partner = 'faces' in input ? { person_id: input.person_id } : { face2_id: input.face2_id };
    return { same_person: confidence > SAME_PERSON_ABOVE, confidence, face_id: faceId, ...partner };
  },
};

interface Search {
  readonly face_id: Id;
  readonly face_ids: readonly Id[] | undefined;
  readonly faceset_id: Id | undefined;
  readonly top: number | undefined;
}

const DEFAULT_SEARCH_TOP = 3;

const searchInput = z.object({ face_id: z.string(), faces: faceIds.readonly(), top: z.int() });

export const search: Deferrable<Search, z.infer<typeof searchInput>> = {
  input: searchInput,

  async prepare(call, { face_id, face_ids = [], faceset_id, top = DEFAULT_SEARCH_TOP }) {
    knownFace(call, face_id);
    const faces = faceset_id === undefined ? face_ids : facesetMembers(call, faceset_id);
    if (faces.length === 0) throw new ApiError('EMPTY_FACESET');
    if (faceset_id === undefined) knownFaces(call, faces);
    return { input: { face_id, faces, top }, untrained: await call.likeness.untrained(faces) };
  },

  async perform({ likeness }, { face_id: faceId, faces, top }, signal) {
    await likeness.train([faceId], signal);
    await likeness.train(faces, signal);
    const best = await likeness.best(faceId, faces, top, signal);
    const candidates = best.map((found) => ({ face_id: found.faceId, confidence: rounded(found.confidence) }));
    return { face_id: faceId, candidates };
  },
};

function facesetMembers(call: Call, id: Id): readonly Id[] {
  knownFaceset(call, id);
  return call.members.ofFaceset(id);
}

interface Identify {
  readonly face_id: Id;
  readonly group_id: Id;
  readonly top: number | undefined;
}

const DEFAULT_IDENTIFICATION_TOP = 2;

const identifyInput = z.object({
  face_id: z.string(),
  group_id: z.string(),
  top: z.int(),
  members: z.object({
    persons: z.array(z.object({ person_id: z.string(), name: z.string() })).readonly(),
    faces: faceIds.readonly(),
    owners: z.array(z.int()).readonly(),
  }),
});

export const identification: Deferrable<Identify, z.infer<typeof identifyInput>> = {
  input: identifyInput,

  async prepare(call, { face_id, group_id, top = DEFAULT_IDENTIFICATION_TOP }) {
    knownFace(call, face_id);
    knownGroup(call, group_id);
    const members = call.members.ofGroup(group_id);
    if (members.faces.length === 0) throw new ApiError('EMPTY_GROUP');
    return { input: { face_id, group_id, top, members }, untrained: await call.likeness.untrained(members.faces) };
  },

  async perform({ likeness }, { face_id: faceId, group_id, top, members }, signal) {
    const { persons, faces, owners } = members;
    await likeness.train([faceId], signal);
    await likeness.train(faces, signal);
    const confidences = await likeness.confidences(faceId, faces, signal);
    const best = persons.map(() => 0);
    for (const [i, confidence] of confidences.entries()) {
      const owner = owners[i] ?? 0;
      best[owner] = Math.max(best[owner] ?? 0, confidence);
    }
    const candidates = persons
      .map((person, i) => ({ ...person, confidence: rounded(best[i] ?? 0) }))
      .filter(({ confidence }) => confidence > SAME_PERSON_ABOVE)
      // Sorting is stable: equals stay in the order of joining.
      .sort((a, b) => b.confidence - a.confidence)
      .slice(0, top);
    return { face_id: faceId, group_id, candidates };
  },
};

interface Train {
  readonly face_id: readonly Id[] | undefined;
  readonly person_id: readonly Id[] | undefined;
  readonly faceset_id: readonly Id[] | undefined;
  readonly group_id: readonly Id[] | undefined;
}

const trainInput = z.object({ faces: faceIds.readonly() });

export const training: Deferrable<Train, z.infer<typeof trainInput>> = {
  input: trainInput,

  async prepare(call, { face_id = [], person_id = [], faceset_id = [], group_id = [] }) {
    if (face_id.length + person_id.length + faceset_id.length + group_id.length === 0) {
      throw new ApiError('INVALID_ARGUMENT', reasons.missing('face_id', 'person_id', 'faceset_id', 'group_id'));
    }
    knownFaces(call, face_id);
    const { library, members, likeness } = call;
    const faces = new Set(face_id);
    const add = (ids: readonly Id[]): void => {
      for (const id of ids) faces.add(id);
    };
    for (const id of person_id) {
      knownPerson(call, id);
      add(library.persons.faces(id));
    }
    for (const id of faceset_id) add(facesetMembers(call, id));
    for (const id of group_id) {
      knownGroup(call, id);
      add(members.ofGroup(id).faces);
    }
    const untrained = await likeness.untrained([...faces]);
    return { input: { faces: untrained }, untrained, promise: 'none' };
  },

  async perform({ likeness }, { faces }, signal) {
    await likeness.train(faces, signal);
    return {};
  },
};
