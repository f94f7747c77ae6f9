/** Faces: drawn, hidden, taken for somebody, taken for nobody. */
import { z } from 'zod';
import { Box, done, id, ids, name } from './shapes.ts';

/** What to do when somebody has the name already; without it the answer is `name-taken`. */
export const ifNameTaken = z.enum(['merge', 'another']).optional();

export const faceProcedures = {
  /** The engine describes what is there; needs the photo's file. */
  'faces.draw': {
    args: z.object({ photoId: id, box: Box, personId: id.optional() }),
    result: z.object({ faceId: id }),
  },
  /** "This is no face." */
  'faces.delete': { args: z.object({ ids }), result: done },
  /** "I do not care about this one." */
  'faces.hide': { args: z.object({ ids, hidden: z.boolean() }), result: done },
  /** "This is Anna", who is known. */
  'faces.confirm': { args: z.object({ ids, personId: id }), result: done },
  /** "This is not Anna": out of the person, and never suggested again. */
  'faces.reject': { args: z.object({ ids, personId: id }), result: done },
  /** These faces alone get a name, whatever group they are in. */
  'faces.name': { args: z.object({ ids, name, ifNameTaken }), result: z.object({ personId: id }) },
  /** "These are somebody else": out of their person or group into a new group. */
  'faces.split': {
    args: z.object({ ids, from: z.union([z.object({ personId: id }), z.object({ groupId: id })]) }),
    result: z.object({ groupId: id }),
  },
} as const;
