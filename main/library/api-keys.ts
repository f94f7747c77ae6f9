/**
 * Keys of the local API: who may call it, for which account, how often and for how much. The secret itself is nowhere
 * kept, only what it can be checked against. A revoked key stays, so that it can be told what it was.
 */
import { z } from 'zod';
import type { Id, Store } from './store.ts';

const amount = z.int().nonnegative();
const quotas = z.object({
  groups: amount,
  persons: amount,
  facesets: amount,
  persons_per_group: amount,
  faces_per_person: amount,
  faces_per_faceset: amount,
});
const paths = z.array(z.string());

/** How many there may be of each; the names are those of the API. */
export type Quotas = Readonly<z.infer<typeof quotas>>;

/** When calls that may be answered later are: if they would take long, whenever they may, never. */
export type AsyncMode = 'auto' | 'always' | 'never';

export interface ApiKey {
  /** The API's `api_id`. */
  readonly id: Id;
  readonly accountId: Id;
  readonly name: string;
  /** What the secret is checked against; made and read by the face API. */
  readonly secretHash: string;
  /** Paths of endpoints; null for all of them. */
  readonly allow: readonly string[] | null;
  /** Paths of endpoints; wins over `allow`. */
  readonly deny: readonly string[];
  readonly quotas: Quotas;
  readonly rate: { readonly calls: number; readonly seconds: number };
  /** How long ids of images and faces are good for, seconds. */
  readonly idLifetime: number;
  /** Seconds. */
  readonly taskLifetime: number;
  readonly async: AsyncMode;
  /** Whether images may be given by their address. */
  readonly downloads: boolean;
  readonly createdAt: number;
  /** Not to the second; null before the first call. */
  readonly usedAt: number | null;
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
}

export type NewApiKey = Omit<ApiKey, 'id' | 'createdAt' | 'usedAt' | 'revokedAt'>;

/** With the name of its account. */
export interface ListedApiKey extends ApiKey {
  readonly account: string;
}

/** JSON as text, booleans as 0 and 1, the rate in two columns. */
type Row<Key extends ApiKey> = Omit<Key, 'allow' | 'deny' | 'quotas' | 'rate' | 'downloads'> & {
  readonly allow: string | null;
  readonly deny: string;
  readonly quotas: string;
  readonly rateCalls: number;
  readonly rateSeconds: number;
  readonly downloads: number;
};

const COLUMNS = `
  api_key.id, api_key.account_id AS accountId, api_key.name, secret_hash AS secretHash, allow, deny, quotas,
  rate_calls AS rateCalls, rate_seconds AS rateSeconds, id_lifetime AS idLifetime, task_lifetime AS taskLifetime,
  async, downloads, api_key.created_at AS createdAt, used_at AS usedAt, expires_at AS expiresAt,
  revoked_at AS revokedAt`;

export type ApiKeys = ReturnType<typeof apiKeys>;

export function apiKeys(store: Store) {
  const { now, newId } = store;
  const one = store.rows<[Id], Row<ApiKey>>(`SELECT ${COLUMNS} FROM api_key WHERE id = ?`);
  const all = store.rows<[], Row<ListedApiKey>>(`
    SELECT ${COLUMNS}, account.name AS account FROM api_key JOIN account ON account.id = account_id
    ORDER BY api_key.created_at, api_key.rowid`);
  const insert = store.write<[Record<string, string | number | null>]>(`
    INSERT INTO api_key (
      id, account_id, name, secret_hash, allow, deny, quotas, rate_calls, rate_seconds, id_lifetime, task_lifetime,
      async, downloads, created_at, expires_at
    ) VALUES (
      @id, @accountId, @name, @secretHash, @allow, @deny, @quotas, @calls, @seconds, @idLifetime, @taskLifetime,
      @async, @downloads, @createdAt, @expiresAt
    )`);
  const revoke = store.write<[number, Id]>('UPDATE api_key SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL');
  const markUsed = store.write<[number, Id]>('UPDATE api_key SET used_at = ? WHERE id = ?');

  return {
    /** What is there at this moment, revoked or not; asked at every call of the API, so it takes microseconds. */
    byId: (id: Id): ApiKey | undefined => {
      const row = one.get(id);
      return row && fromRow(row);
    },
    /** Oldest first. */
    all: (): ListedApiKey[] => all.all().map(fromRow),
    insert: ({ rate, allow, deny, quotas, downloads, ...plain }: NewApiKey): Id => {
      const id = newId();
      insert({
        ...plain,
        ...rate,
        id,
        allow: allow && JSON.stringify(allow),
        deny: JSON.stringify(deny),
        quotas: JSON.stringify(quotas),
        downloads: downloads ? 1 : 0,
        createdAt: now(),
      });
      return id;
    },
    /** For good. Answers with 0 when it was revoked before, whose time it keeps. */
    revoke: (id: Id): number => revoke(now(), id),
    markUsed: (id: Id): number => markUsed(now(), id),
  };
}

function fromRow<Key extends ApiKey>({ rateCalls, rateSeconds, ...row }: Row<Key>) {
  return {
    ...row,
    allow: row.allow === null ? null : paths.parse(JSON.parse(row.allow)),
    deny: paths.parse(JSON.parse(row.deny)),
    quotas: quotas.parse(JSON.parse(row.quotas)),
    rate: { calls: rateCalls, seconds: rateSeconds },
    downloads: row.downloads === 1,
  };
}
