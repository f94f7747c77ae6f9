/** Who is this? Likeness, asked from any face. Hidden people are found too. */
import { z } from 'zod';
import { Candidate, confidence, FaceCard, id } from './shapes.ts';

const limit = z.int().min(1).max(500);

const NamedFace = FaceCard.extend({ name: z.string().nullable() });

export const whoProcedures = {
  /** The face that is asked about, as it is known now. */
  'who.face': {
    args: z.object({ faceId: id }),
    result: NamedFace.extend({ fileName: z.string(), takenAt: z.string().nullable() }),
  },
  /** Who it may be, the surest first; nobody who has been rejected for the face or is on its photo already. */
  'who.suggest': { args: z.object({ faceId: id, limit }), result: z.object({ people: z.array(Candidate) }) },
  /** Whom of a group, or (null) of all people, the face looks like, whatever else is known of it; the surest first. */
  'who.identify': {
    args: z.object({ faceId: id, groupId: id.nullable(), limit }),
    result: z.object({ people: z.array(Candidate) }),
  },
  /** The most alike of a face set, or (null) of the whole library, without the face itself. */
  'who.find': {
    args: z.object({ faceId: id, facesetId: id.nullable(), limit }),
    result: z.object({ faces: z.array(NamedFace.extend({ likeness: confidence })) }),
  },
  /** How sure it is that two faces, or a face and a person, are one. */
  'who.compare': {
    args: z.object({ faceId: id, with: z.union([z.object({ faceId: id }), z.object({ personId: id })]) }),
    result: z.object({ confidence, samePerson: z.boolean() }),
  },
} as const;
