/** Imports: jobs that go on after a restart, and folders that are followed. */
import { z } from 'zod';
import { count, done, id, time } from './shapes.ts';

const path = z.string().min(1).max(4096);

export const ImportProgress = z.object({
  jobId: id,
  state: z.enum(['running', 'paused', 'done', 'cancelled']),
  /** While false, `total` still grows. */
  discovered: z.boolean(),
  /** Files that have come to an end, of whatever kind. */
  done: count,
  total: count,
  counts: z.object({
    pending: count,
    done: count,
    duplicate: count,
    failed: count,
    skipped: count,
    /** Found in all files together. */
    faces: count,
  }),
  /** Files a second, lately; null while unknown. */
  rate: z.number().nonnegative().nullable(),
  /** Null while unknown. */
  secondsLeft: z.number().nonnegative().nullable(),
});

const ImportJob = z.object({
  progress: ImportProgress,
  /** The first few of the files and folders that were asked for. */
  paths: z.array(z.string()),
  pathCount: count,
  createdAt: time,
  finishedAt: time.nullable(),
});

export const importProcedures = {
  /** Behind other imports; what is in the library already is passed by. Refused when a path is not whole or leads nowhere. */
  'imports.start': {
    args: z.object({
      paths: z.array(path).min(1).max(10_000),
      /** Look four times instead of twice for small faces. */
      thorough: z.boolean().default(false),
      /** Turn photos whose faces are not upright. */
      autoRotate: z.boolean().default(false),
    }),
    result: z.object({ jobId: id }),
  },
  /** The newest first. */
  'imports.list': { args: z.object({}), result: z.object({ jobs: z.array(ImportJob) }) },
  /** Files at hand are begun anew when it goes on. */
  'imports.pause': { args: z.object({ id }), result: done },
  'imports.resume': { args: z.object({ id }), result: done },
  /** What has been imported stays. */
  'imports.cancel': { args: z.object({ id }), result: done },
  /** Of an import that is not running. */
  'imports.retry': { args: z.object({ id }), result: z.object({ retried: count }) },
  /** Files that came to this end, by path; the last path of a page is the `after` of the next. */
  'imports.files': {
    args: z.object({
      id,
      state: z.enum(['failed', 'skipped', 'duplicate', 'done']),
      after: path.nullable(),
      limit: z.int().min(1).max(500),
    }),
    result: z.object({
      files: z.array(
        z.object({
          path: z.string(),
          /** Why it failed or was passed by. */
          code: z.string().nullable(),
          message: z.string().nullable(),
          photoId: id.nullable(),
        }),
      ),
      next: z.string().nullable(),
    }),
  },
  /** What a browser sends has to look like: only then is it worth sending (`POST /upload`). */
  'uploads.rules': {
    args: z.object({}),
    result: z.object({
      /** Of names, lower-case with the dot; a name without an extension is taken as well. */
      extensions: z.array(z.string()),
      /** Folders that systems keep for themselves, lower-case; so is everything whose name begins with a dot. */
      systemFolders: z.array(z.string()),
      mostBytes: count,
    }),
  },
  'folders.list': {
    args: z.object({}),
    result: z.object({ folders: z.array(z.object({ path: z.string(), missing: z.boolean() })) }),
  },
  /** Walked now, and followed from now on. Refused for what is not a folder. */
  'folders.add': { args: z.object({ paths: z.array(path).min(1).max(100) }), result: done },
  /** What was imported from them stays. */
  'folders.remove': { args: z.object({ paths: z.array(path).min(1).max(100) }), result: done },
} as const;
