/** Exports: originals copied, byte for byte, into a folder of the user's choice. */
import { z } from 'zod';
import { Failure } from './failure.ts';
import { PhotoFilter } from './photos.ts';
import { count, done, id, ids } from './shapes.ts';

export const ExportProgress = z.object({
  exportId: id,
  folder: z.string(),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  /** Photos that have come to an end, of whatever kind. */
  done: count,
  total: count,
  counts: z.object({
    copied: count,
    /** Was there already, byte for byte. */
    known: count,
    /** None of its files is where it was. */
    missing: count,
    failed: count,
  }),
  /** Why nothing more could be written; null but for one that has failed. */
  reason: Failure.nullable(),
});

export const exportProcedures = {
  /** Behind other exports. Overwrites nothing. Refused for a folder that is not there or cannot be written. */
  'exports.start': {
    args: z.object({
      photos: z.union([z.object({ ids }), z.object({ filter: PhotoFilter })]),
      folder: z.string().min(1).max(4096),
    }),
    result: ExportProgress,
  },
  /** What has been copied stays. */
  'exports.cancel': { args: z.object({ id }), result: done },
} as const;
