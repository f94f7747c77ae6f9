/** Keys of the API: what a new one may do unless it is said otherwise, and what a key may call. */
import { LOCAL_ACCOUNT_NAME } from '../library/accounts.ts';
import type { ApiKey, NewApiKey, Quotas } from '../library/api-keys.ts';
import type { Library } from '../library/library.ts';
import { hashSecret, newSecret } from './secret.ts';

/** Of a new key, and for callers without one. */
export const DEFAULT_RATE: ApiKey['rate'] = { calls: 500, seconds: 10 };

/** More than a machine like this one can work with at its ease, and still a stop for a script that runs wild. */
export const DEFAULT_QUOTAS: Quotas = {
  groups: 10_000,
  persons: 100_000,
  facesets: 10_000,
  persons_per_group: 100_000,
  faces_per_person: 10_000,
  faces_per_faceset: 100_000,
};

const DAY = 24 * 60 * 60;

/** What a key may do of which nothing else is said. */
export const DEFAULTS = {
  allow: null,
  deny: [],
  rate: DEFAULT_RATE,
  idLifetime: 5 * DAY,
  taskLifetime: DAY,
  async: 'auto',
  downloads: true,
  expiresAt: null,
} as const satisfies Partial<NewApiKey>;

export interface NewKeyOptions extends Partial<Omit<NewApiKey, 'accountId' | 'name' | 'secretHash' | 'quotas'>> {
  readonly name: string;
  /** Name of the account; made if there is none. */
  readonly account?: string;
  /** Those that differ from the usual ones. */
  readonly quotas?: Partial<Quotas>;
}

/**
 * Makes a key, in a transaction of its own. Blocks for the 0.1 s that the hash takes.
 * @returns the secret too, for the only time
 */
export function createKey(library: Library, options: NewKeyOptions): { readonly key: ApiKey; readonly secret: string } {
  const { account = LOCAL_ACCOUNT_NAME, quotas, ...given } = options;
  const secret = newSecret();
  const secretHash = hashSecret(secret);
  const key = library.transaction(() => {
    const { accounts, apiKeys } = library;
    const accountId = accounts.byName(account)?.id ?? accounts.create(account);
    const id = apiKeys.insert({
      ...DEFAULTS,
      ...given,
      quotas: { ...DEFAULT_QUOTAS, ...quotas },
      accountId,
      secretHash,
    });
    const made = apiKeys.byId(id);
    if (!made) throw new Error('A key that was just written can be read.');
    return made;
  });
  return { key, secret };
}

/** @param path of an endpoint */
export const mayCall = ({ allow, deny }: Pick<ApiKey, 'allow' | 'deny'>, path: string): boolean =>
  (allow === null || allow.includes(path)) && !deny.includes(path);
