/** Anything in the library by what it is called: what a palette of names asks while somebody types. */
import { z } from 'zod';
import { count, id, name, PersonCard } from './shapes.ts';

const Collection = z.object({
  kind: z.enum(['group', 'faceset', 'album']),
  id,
  name: z.string(),
  memberCount: count,
});

export const findProcedures = {
  /** Of each kind some at most. Names whose words begin so, in any order; photos whose file name holds it all, in this order. */
  'find.everything': {
    args: z.object({ text: name, limit: z.int().min(1).max(50) }),
    result: z.object({
      people: z.array(PersonCard),
      collections: z.array(Collection),
      tags: z.array(z.object({ id, name: z.string(), photoCount: count })),
      years: z.array(z.object({ year: z.string(), photoCount: count })),
      /** The newest first. */
      photos: z.array(z.object({ id, fileName: z.string(), takenAt: z.string().nullable() })),
    }),
  },
} as const;
