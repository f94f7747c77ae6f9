/** The local face API: its switch, its keys, its calls. */
import type { apiProcedures } from '../../preload/contract/api.ts';
import { createKey, DEFAULT_QUOTAS, DEFAULTS } from '../faceapi/api-key.ts';
import { endpoints } from '../faceapi/endpoints.ts';
import { familyOf } from '../faceapi/families.ts';
import type { ListedApiKey } from '../library/api-keys.ts';
import type { Library } from '../library/library.ts';
import { DONE, type Family, needed, ProcedureError, type Services } from './family.ts';

export const api = ({ library, api: local }: Services): Family<typeof apiProcedures> => ({
  'api.state': () => local.state,
  'api.turn': async ({ on, port }) => {
    await local.turn(on, port);
    return local.state;
  },
  'api.calls': ({ limit }) => ({ calls: local.calls(limit) }),
  'api.lastMinute': () => ({ seconds: local.lastMinute() }),
  'api.endpoints': () => ({
    endpoints: endpoints.map((endpoint) => ({
      path: endpoint.path,
      method: endpoint.method,
      family: familyOf(endpoint),
      summary: endpoint.summary,
    })),
    usual: { ...DEFAULTS, quotas: DEFAULT_QUOTAS },
  }),
  'keys.list': () => ({ keys: library.apiKeys.all().map((key) => keyCard(library, key)) }),
  'keys.create': ({ quotas, ...terms }) => {
    refuseUnknown([...(terms.allow ?? []), ...(terms.deny ?? [])]);
    const { key, secret } = createKey(library, { ...given(terms), ...(quotas && { quotas: given(quotas) }) });
    const listed = { ...key, account: needed(library.accounts.byId(key.accountId), 'account').name };
    return { key: keyCard(library, listed), secret };
  },
  'keys.revoke': ({ id }) => {
    needed(library.apiKeys.byId(id), 'key');
    library.transaction(() => library.apiKeys.revoke(id));
    return DONE;
  },
});

/** A key without the hash of its secret, which is nobody's business. */
const keyCard = (library: Library, { accountId, secretHash: _, ...card }: ListedApiKey) => ({
  ...card,
  made: {
    groups: library.groups.count(accountId),
    persons: library.persons.count(accountId),
    facesets: library.facesets.count(accountId),
  },
});

/** @throws ProcedureError `invalid-arguments` for a path that is no endpoint's: a slip would allow or deny nothing */
function refuseUnknown(paths: readonly string[]): void {
  const unknown = paths.filter((path) => !endpoints.some((endpoint) => endpoint.path === path));
  if (unknown.length > 0) {
    throw new ProcedureError('invalid-arguments', `keys.create: there is no endpoint ${unknown.join(', ')}.`);
  }
}

type Given<Options> = { [Key in keyof Options]: Exclude<Options[Key], undefined> };

/** What was left out is left out, not undefined: the usual terms stand. */
const given = <Options extends object>(options: Options): Given<Options> =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Given<Options>;
