/** Accounts own persons, groups, face sets and images. The window and the command line work on the local one. */
import type { Id, Store } from './store.ts';

/** There from the start, in every library the same. */
export const LOCAL_ACCOUNT: Id = '0'.repeat(32);

export function ensureLocalAccount({ db, now }: Store): void {
  db.prepare<[Id, number]>(
    "INSERT INTO account (id, name, created_at) VALUES (?, 'local', ?) ON CONFLICT DO NOTHING",
  ).run(LOCAL_ACCOUNT, now());
}
