/**
 * Accounts own persons, groups, face sets, images and keys of the API. The window and the command line work on the local
 * one; others are made for scripts that are to see nothing of it, nor of each other.
 */
import type { Id, Store } from './store.ts';

/** There from the start, in every library the same. */
export const LOCAL_ACCOUNT: Id = '0'.repeat(32);

/** What the local account is called. */
export const LOCAL_ACCOUNT_NAME = 'local';

export function ensureLocalAccount({ db, now }: Store): void {
  db.prepare<[Id, string, number]>(
    'INSERT INTO account (id, name, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  ).run(LOCAL_ACCOUNT, LOCAL_ACCOUNT_NAME, now());
}

export interface Account {
  readonly id: Id;
  readonly name: string;
  readonly createdAt: number;
}

export interface AccountCounts extends Account {
  readonly persons: number;
  readonly groups: number;
  readonly facesets: number;
  /** Photos of the library and images sent to the API that have not expired. */
  readonly images: number;
  /** Those that have not been revoked. */
  readonly keys: number;
}

export type Accounts = ReturnType<typeof accounts>;

export function accounts(store: Store) {
  const { now, newId } = store;
  const columns = 'id, name, created_at AS createdAt';
  const one = store.rows<[Id], Account>(`SELECT ${columns} FROM account WHERE id = ?`);
  const named = store.rows<[string], Account>(`SELECT ${columns} FROM account WHERE name = ? COLLATE NOCASE`);
  // Uploads have an index by their expiry only: they are counted once for all accounts, not once for each.
  const all = store.rows<[{ now: number }], AccountCounts>(`
    WITH uploads AS MATERIALIZED (
      SELECT account_id, count(*) AS images FROM image WHERE expires_at > @now GROUP BY account_id
    )
    SELECT ${columns},
      (SELECT count(*) FROM person WHERE account_id = account.id) AS persons,
      (SELECT count(*) FROM person_group WHERE account_id = account.id) AS groups,
      (SELECT count(*) FROM faceset WHERE account_id = account.id) AS facesets,
      (SELECT count(*) FROM image WHERE account_id = account.id AND origin = 'library' AND deleted_at IS NULL)
        + coalesce((SELECT images FROM uploads WHERE account_id = account.id), 0) AS images,
      (SELECT count(*) FROM api_key WHERE account_id = account.id AND revoked_at IS NULL) AS keys
    FROM account ORDER BY created_at, account.rowid`);
  const insert = store.write<[Id, string, number]>('INSERT INTO account (id, name, created_at) VALUES (?, ?, ?)');

  return {
    byId: (id: Id): Account | undefined => one.get(id),
    /** Capital and small letters are the same. */
    byName: (name: string): Account | undefined => named.get(name),
    /** In the order of creation, with what they own. */
    all: (): AccountCounts[] => all.all({ now: now() }),
    /** No two accounts have one name: ask byName first, in the same transaction. */
    create: (name: string): Id => {
      const id = newId();
      insert(id, name, now());
      return id;
    },
  };
}
