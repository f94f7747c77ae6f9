/**
 * Import jobs: what was asked to be imported and how far it has come, file by file, so that an import goes on after any
 * kind of end. Counts come from the files themselves and therefore never disagree with them.
 */
import { type Id, list, type Store } from './store.ts';

export type JobState = 'running' | 'paused' | 'done' | 'cancelled';
export type ImportState = 'pending' | 'done' | 'duplicate' | 'failed' | 'skipped';

export interface ImportJob {
  readonly id: Id;
  readonly accountId: Id;
  readonly roots: readonly string[];
  /** As given to `create`; its shape is the organizer's. */
  readonly options: unknown;
  readonly state: JobState;
  /** All roots have been walked: the number of files is final. */
  readonly discovered: boolean;
  readonly createdAt: number;
  readonly finishedAt: number | null;
}

export type ImportCounts = { readonly [S in ImportState]: number } & { readonly faces: number };

export interface ImportFile {
  readonly path: string;
  readonly state: ImportState;
  readonly attempts: number;
  readonly code: string | null;
  readonly message: string | null;
  readonly imageId: Id | null;
}

/** How a file ended. */
export type ImportOutcome =
  | { readonly path: string; readonly state: 'done' | 'duplicate'; readonly imageId: Id; readonly faces: number }
  | { readonly path: string; readonly state: 'failed' | 'skipped'; readonly code: string; readonly message: string };

type JobRow = Omit<ImportJob, 'roots' | 'options' | 'discovered'> & {
  readonly roots: string;
  readonly options: string;
  readonly discovered: 0 | 1;
};

const JOB = `
  id, account_id AS accountId, roots, options, state, discovered, created_at AS createdAt, finished_at AS finishedAt`;
const FILE = 'path, state, attempts, code, message, image_id AS imageId';

export type ImportJobs = ReturnType<typeof importJobs>;

export function importJobs(store: Store) {
  const { now, newId } = store;
  const one = store.rows<[Id], JobRow>(`SELECT ${JOB} FROM import_job WHERE id = ?`);
  const recent = store.rows<[Id, number], JobRow>(
    `SELECT ${JOB} FROM import_job WHERE account_id = ? ORDER BY created_at DESC, id LIMIT ?`,
  );
  const unfinished = store.rows<[], JobRow>(
    `SELECT ${JOB} FROM import_job WHERE state IN ('running', 'paused') ORDER BY created_at, id`,
  );
  const counts = store.rows<[string], { jobId: Id; state: ImportState; files: number; faces: number }>(`
    SELECT job_id AS jobId, state, count(*) AS files, sum(faces) AS faces FROM import_file
    WHERE job_id IN (SELECT value FROM json_each(?))
    GROUP BY job_id, state`);
  const pending = store.rows<[Id, string, number], ImportFile>(`
    SELECT ${FILE} FROM import_file WHERE job_id = ? AND state = 'pending' AND path > ?
    ORDER BY path
    LIMIT ?`);
  const inState = store.rows<[Id, ImportState, string, number], ImportFile>(`
    SELECT ${FILE} FROM import_file WHERE job_id = ? AND state = ? AND path > ?
    ORDER BY path
    LIMIT ?`);
  // Job by job, as their files are found by both.
  const holding = store.values<[string], string>(`
    SELECT DISTINCT wanted.value FROM import_job CROSS JOIN json_each(?) AS wanted
    CROSS JOIN import_file ON job_id = import_job.id AND import_file.path = wanted.value`);
  const insert = store.write<[Id, Id, string, string, number]>(`
    INSERT INTO import_job (id, account_id, roots, options, state, created_at) VALUES (?, ?, ?, ?, 'running', ?)`);
  const addFiles = store.write<[Id, number, string]>(`
    INSERT INTO import_file (job_id, path, state, updated_at)
    SELECT ?, value, 'pending', ? FROM json_each(?) WHERE true
    ON CONFLICT DO NOTHING`);
  const setDiscovered = store.write<[Id]>('UPDATE import_job SET discovered = 1 WHERE id = ?');
  const setState = store.write<[JobState, number | null, Id]>(
    'UPDATE import_job SET state = ?, finished_at = ? WHERE id = ?',
  );
  const begin = store.write<[number, Id, string]>(
    'UPDATE import_file SET attempts = attempts + 1, updated_at = ? WHERE job_id = ? AND path = ?',
  );
  const letGo = store.write<[number, Id, string]>(
    'UPDATE import_file SET attempts = attempts - 1, updated_at = ? WHERE job_id = ? AND path = ? AND attempts > 0',
  );
  const finish = store.write<[ImportState, string | null, string | null, Id | null, number, number, Id, string]>(`
    UPDATE import_file SET state = ?, code = ?, message = ?, image_id = ?, faces = ?, updated_at = ?
    WHERE job_id = ? AND path = ?`);
  const retryFailed = store.write<[number, Id]>(`
    UPDATE import_file SET state = 'pending', attempts = 0, code = NULL, message = NULL, updated_at = ?
    WHERE job_id = ? AND state = 'failed'`);
  const remove = store.write<[Id]>('DELETE FROM import_job WHERE id = ?');

  return {
    byId: (id: Id): ImportJob | undefined => {
      const row = one.get(id);
      return row && toJob(row);
    },
    /** The newest first. */
    recent: (accountId: Id, limit: number): ImportJob[] => recent.all(accountId, limit).map(toJob),
    /** Running or paused, the oldest first: what a new start goes on with. */
    unfinished: (): ImportJob[] => unfinished.all().map(toJob),
    counts: (id: Id): ImportCounts => tally(counts.all(list([id]))),
    countsOf: (ids: readonly Id[]): Map<Id, ImportCounts> => {
      const found = Map.groupBy(counts.all(list(ids)), ({ jobId }) => jobId);
      return new Map(ids.map((id) => [id, tally(found.get(id) ?? [])]));
    },
    /** Files still to do, by path from `after` on. */
    pending: (id: Id, after: string | null, limit: number): ImportFile[] => pending.all(id, after ?? '', limit),
    /** Files that came to this end, by path from `after` on: the error list of a job asks for `failed`. */
    files: (id: Id, state: ImportState, after: string | null, limit: number): ImportFile[] =>
      inState.all(id, state, after ?? '', limit),
    /** Of these paths, those that some import has had in its list, whatever came of them. */
    holding: (paths: readonly string[]): string[] => holding.all(list(paths)),
    /** @param options anything JSON can hold */
    create: (accountId: Id, roots: readonly string[], options: unknown): Id => {
      const id = newId();
      insert(id, accountId, JSON.stringify(roots), JSON.stringify(options), now());
      return id;
    },
    /** Files that discovery has found; those already there are left as they are. Answers with the number of new ones. */
    addFiles: (id: Id, paths: readonly string[]): number => addFiles(id, now(), list(paths)),
    setDiscovered: (id: Id): number => setDiscovered(id),
    setState: (id: Id, state: JobState): number =>
      setState(state, state === 'done' || state === 'cancelled' ? now() : null, id),
    /** About to look at these files. A file that was begun and never finished has brought Kindred down, perhaps. */
    begin: (id: Id, paths: readonly string[]): void => {
      for (const path of paths) begin(now(), id, path);
    },
    /** Begun and then left for later: that is no sign of anything. */
    letGo: (id: Id, path: string): number => letGo(now(), id, path),
    finish: (id: Id, outcomes: readonly ImportOutcome[]): void => {
      for (const outcome of outcomes) {
        const { path, state } = outcome;
        if ('imageId' in outcome) finish(state, null, null, outcome.imageId, outcome.faces, now(), id, path);
        else finish(state, outcome.code, outcome.message, null, 0, now(), id, path);
      }
    },
    /** Failed files become pending again; answers with their number. */
    retryFailed: (id: Id): number => retryFailed(now(), id),
    /** The job and its list of files; the photos stay. */
    remove: (id: Id): number => remove(id),
  };
}

function tally(states: readonly { state: ImportState; files: number; faces: number }[]): ImportCounts {
  const total = { pending: 0, done: 0, duplicate: 0, failed: 0, skipped: 0, faces: 0 };
  for (const { state, files, faces } of states) {
    total[state] = files;
    total.faces += faces;
  }
  return total;
}

function toJob({ roots, options, discovered, ...row }: JobRow): ImportJob {
  return { ...row, roots: JSON.parse(roots), options: JSON.parse(options), discovered: discovered === 1 };
}
