/**
 * Tasks: calls of the API that are answered later. What a task needs is written down when it is made, so that it can be
 * worked off by another run of Kindred; it is kept, with its result, until it expires.
 */
import type { Id, Store } from './store.ts';

export type TaskState = 'pending' | 'processing' | 'done' | 'failed';

export interface Task {
  readonly id: Id;
  readonly accountId: Id;
  /** Path of the call. */
  readonly endpoint: string;
  /** What the endpoint has written down for itself. */
  readonly input: unknown;
  readonly state: TaskState;
  /** The body of the answer, once done. */
  readonly result: unknown;
  /** Why it failed. */
  readonly reason: string | null;
  readonly createdAt: number;
  readonly expiresAt: number;
}

type TaskRow = Omit<Task, 'input' | 'result'> & { readonly input: string; readonly result: string | null };

const COLUMNS = `
  id, account_id AS accountId, endpoint, params AS input, state, result, reason, created_at AS createdAt,
  expires_at AS expiresAt`;

export type Tasks = ReturnType<typeof tasks>;

export function tasks(store: Store) {
  const { now, newId } = store;
  const one = store.rows<[Id], TaskRow>(`SELECT ${COLUMNS} FROM task WHERE id = ?`);
  const unfinished = store.values<[], Id>(`
    SELECT id FROM task WHERE state IN ('pending', 'processing') ORDER BY created_at, id`);
  const insert = store.write<[Id, Id, string, string, number, number]>(`
    INSERT INTO task (id, account_id, endpoint, params, state, created_at, expires_at)
    VALUES (?, ?, ?, ?, 'pending', ?, ?)`);
  const begin = store.write<[Id]>("UPDATE task SET state = 'processing' WHERE id = ?");
  const finish = store.write<[TaskState, string | null, string | null, number, Id]>(
    'UPDATE task SET state = ?, result = ?, reason = ?, finished_at = ? WHERE id = ?',
  );
  const purge = store.write<[number]>('DELETE FROM task WHERE expires_at <= ?');

  return {
    byId: (id: Id): Task | undefined => {
      const row = one.get(id);
      return (
        row && { ...row, input: JSON.parse(row.input), result: row.result === null ? null : JSON.parse(row.result) }
      );
    },
    /** Those still to be worked off, oldest first; those that were begun by an earlier run too. */
    unfinished: (): Id[] => unfinished.all(),
    /** @param lifetime ms */
    insert: (accountId: Id, endpoint: string, input: unknown, lifetime: number): Id => {
      const id = newId();
      insert(id, accountId, endpoint, JSON.stringify(input), now(), now() + lifetime);
      return id;
    },
    begin: (id: Id): number => begin(id),
    succeed: (id: Id, result: unknown): number => finish('done', JSON.stringify(result), null, now(), id),
    fail: (id: Id, reason: string): number => finish('failed', null, reason, now(), id),
    /** Takes out those whose time is over. */
    purge: (): number => purge(now()),
  };
}
