/** What the user did, and the way back. */
import { z } from 'zod';
import { Label } from './labels.ts';
import { count, time } from './shapes.ts';

const Reversal = z.object({
  /** What was done and now is not, or is again. */
  label: Label,
  /** Of things that somebody has changed since, which are left as they are. */
  skipped: count,
});

export const historyProcedures = {
  /** What undo and redo would do now; null for nothing. */
  'history.state': {
    args: z.object({}),
    result: z.object({ undo: Label.nullable(), redo: Label.nullable() }),
  },
  /** The newest first. */
  'history.list': {
    args: z.object({ limit: z.int().min(1).max(100) }),
    result: z.object({ changes: z.array(z.object({ label: Label, madeAt: time, undone: z.boolean() })) }),
  },
  'history.undo': { args: z.object({}), result: Reversal },
  'history.redo': { args: z.object({}), result: Reversal },
} as const;
