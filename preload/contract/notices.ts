/**
 * What main tells its user unasked: what went wrong, or was put right, behind the user's back. Told in English, for logs
 * and terminals; a window says it in its own language by the code and the facts.
 */
import { z } from 'zod';
import { Failure } from './failure.ts';
import { time } from './shapes.ts';

const message = z.string();
const path = z.string();
/** Where the library is that was there before; null when there was none. */
const setAside = path.nullable();

/** Something did not work. */
const Trouble = z.object({
  code: z.enum([
    'api-fault',
    'api-off',
    'backup-failed',
    'engine-restarted',
    'expiry-failed',
    'folder-not-followed',
    'folders-not-noted',
    'grouping-waits',
    'import-refused',
    'import-stopped',
    'menu-failed',
    'not-reopened',
    'pack-refused',
  ]),
  message,
  /** The file, pack or endpoint that it happened to. */
  about: z.string().optional(),
  reason: Failure,
});
export type Trouble = z.infer<typeof Trouble>;

export const Notice = z.discriminatedUnion('code', [
  Trouble,
  /** Of a library that was not closed. */
  z.object({ code: z.literal('checked'), message }),
  /** `backup` is the library as it was before. */
  z.object({ code: z.literal('migrated'), message, backup: path }),
  /** By itself, as the library was damaged or gone. */
  z.object({ code: z.literal('restored'), message, setAside, madeAt: time }),
  /** By the user's wish. */
  z.object({ code: z.literal('replaced'), message, setAside }),
  z.object({ code: z.literal('not-restored'), message }),
  z.object({ code: z.literal('started-empty'), message, setAside: path }),
]);
export type Notice = z.infer<typeof Notice>;

export const noticeProcedures = {
  /** What was told before any window was there to hear it; once. */
  'notices.missed': { args: z.object({}), result: z.object({ notices: z.array(Notice) }) },
} as const;
