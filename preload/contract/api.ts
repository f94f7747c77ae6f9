/** The local face API: on or off, who may call it, who does. */
import { z } from 'zod';
import { count, done, id, name, time } from './shapes.ts';

const ApiState = z.object({
  on: z.boolean(),
  /** `http://127.0.0.1:<port>` while it answers. */
  address: z.string().nullable(),
  port: z.int(),
});

/** One call of the API: never its parameters. */
export const ApiCall = z.object({
  at: time,
  /** Name of the key; null for calls of nobody. */
  key: z.string().nullable(),
  method: z.string(),
  path: z.string(),
  http: z.number().int(),
  status: z.string(),
  ms: z.number(),
});

/** Of the table of endpoints. */
const paths = z.array(z.string().max(100)).max(100);
const seconds = z.int().min(1).max(1e9);

const Quotas = z.object({
  groups: count,
  persons: count,
  facesets: count,
  persons_per_group: count,
  faces_per_person: count,
  faces_per_faceset: count,
});

/** What a key may do. */
const KeyTerms = z.object({
  /** Null for all endpoints. */
  allow: paths.nullable(),
  /** Wins over `allow`. */
  deny: paths,
  rate: z.object({ calls: z.int().min(1).max(1e9), seconds }),
  quotas: Quotas,
  /** How long ids of images and faces are good for, seconds. */
  idLifetime: seconds,
  /** Seconds. */
  taskLifetime: seconds,
  async: z.enum(['auto', 'always', 'never']),
  /** Whether images may be given by their address. */
  downloads: z.boolean(),
  expiresAt: time.nullable(),
});

const ApiKey = KeyTerms.extend({
  /** The API's `api_id`. */
  id,
  name: z.string(),
  account: z.string(),
  createdAt: time,
  /** Not to the second; null before the first call. */
  usedAt: time.nullable(),
  revokedAt: time.nullable(),
  /** What its account has by now, whoever made it: the quotas count that. */
  made: z.object({ groups: count, persons: count, facesets: count }),
});

export const apiProcedures = {
  'api.state': { args: z.object({}), result: ApiState },
  'api.turn': { args: z.object({ on: z.boolean(), port: z.int().min(0).max(65_535) }), result: ApiState },
  /** The newest first. */
  'api.calls': {
    args: z.object({ limit: z.int().min(1).max(500) }),
    result: z.object({ calls: z.array(ApiCall) }),
  },
  /** Second by second, the running one last. */
  'api.lastMinute': {
    args: z.object({}),
    result: z.object({ seconds: z.array(z.object({ calls: count, failed: count })).length(60) }),
  },
  /** What a key can be allowed. */
  'api.endpoints': {
    args: z.object({}),
    result: z.object({
      endpoints: z.array(
        z.object({ path: z.string(), method: z.enum(['GET', 'POST']), family: z.string(), summary: z.string() }),
      ),
      /** Of a key of which nothing else is said. */
      usual: KeyTerms,
    }),
  },
  /** Oldest first, revoked ones too. */
  'keys.list': { args: z.object({}), result: z.object({ keys: z.array(ApiKey) }) },
  /** The secret is told this once. */
  'keys.create': {
    args: KeyTerms.extend({ quotas: Quotas.partial() })
      .partial()
      .extend({
        name: name.trim().min(1),
        /** Whose people and groups it works with; the user's own unless said. Made if there is none. */
        account: name.trim().min(1).optional(),
      }),
    result: z.object({ key: ApiKey, secret: z.string() }),
  },
  'keys.revoke': { args: z.object({ id }), result: done },
} as const;
