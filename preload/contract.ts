/**
 * The one contract between the window and main: every procedure with its arguments and result, every event. Main
 * implements it, the HTTP transport (and later the preload script) carries it, the renderer calls it. Pictures never
 * travel here: they have addresses of their own (/thumb/<photo id>, /photo/<photo id>).
 */
import { z } from 'zod';

const id = z.string().regex(/^[0-9a-f]{32}$/);
const count = z.number().int().nonnegative();

/** Fractions (0..1) of the upright photo, so that a box fits the picture at any size. */
const Box = z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() });

const PhotoCard = z.object({
  id,
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  takenAt: z.string().nullable(),
  fileName: z.string(),
  faceCount: count,
});
export type PhotoCard = z.infer<typeof PhotoCard>;

const PhotoFace = z.object({ id, box: Box, name: z.string().nullable() });
export type PhotoFace = z.infer<typeof PhotoFace>;

const PhotoDetail = PhotoCard.extend({ path: z.string(), camera: z.string().nullable(), faces: z.array(PhotoFace) });
export type PhotoDetail = z.infer<typeof PhotoDetail>;

const PersonCard = z.object({ id, name: z.string(), faceCount: count, coverFaceId: id.nullable() });
export type PersonCard = z.infer<typeof PersonCard>;

/** The local face API as the settings show it. */
const ApiState = z.object({
  on: z.boolean(),
  /** `http://127.0.0.1:<port>` while it answers. */
  address: z.string().nullable(),
  port: z.number().int(),
});

/** One call of the API: never its parameters. */
const ApiCall = z.object({
  /** ms since 1970. */
  at: z.number(),
  /** Name of the key; null for calls of nobody. */
  key: z.string().nullable(),
  method: z.string(),
  path: z.string(),
  http: z.number().int(),
  status: z.string(),
  ms: z.number(),
});

/** Where the next page begins: opaque to the window. */
const Cursor = z.string().max(200);

export const procedures = {
  'photos.page': {
    args: z.object({ after: Cursor.nullable(), limit: z.number().int().min(1).max(500) }),
    result: z.object({ photos: z.array(PhotoCard), next: Cursor.nullable(), total: count }),
  },
  'photo.show': { args: z.object({ id }), result: PhotoDetail },
  'api.state': { args: z.object({}), result: ApiState },
  'api.turn': { args: z.object({ on: z.boolean(), port: z.number().int().min(0).max(65_535) }), result: ApiState },
  'api.calls': {
    args: z.object({ limit: z.number().int().min(1).max(500) }),
    result: z.object({ calls: z.array(ApiCall) }),
  },
  'people.list': { args: z.object({}), result: z.object({ people: z.array(PersonCard), unnamedGroups: count }) },
} as const;

export type Procedures = typeof procedures;
export type ProcedureName = keyof Procedures;
export type Args<Name extends ProcedureName> = z.infer<Procedures[Name]['args']>;
export type Result<Name extends ProcedureName> = z.infer<Procedures[Name]['result']>;

export const events = {
  /** Something in the library is not what it was; views ask again. */
  'library.changed': z.object({}),
  /** Somebody has called the local API. */
  'api.called': ApiCall,
  'import.progress': z.object({
    done: count,
    total: count,
    /** Seconds, null while unknown. */
    secondsLeft: z.number().nonnegative().nullable(),
  }),
} as const;

export type EventName = keyof typeof events;
export type EventData<Name extends EventName> = z.infer<(typeof events)[Name]>;

/** How every answer crosses: an error keeps its code and message and nothing else. */
export const Answer = z.union([
  z.object({ ok: z.unknown() }),
  z.object({ error: z.object({ code: z.string(), message: z.string() }) }),
]);
export type Answer = z.infer<typeof Answer>;

/** What carries the contract: the preload script over IPC, or the page itself over HTTP. Nothing is typed here yet. */
export interface Transport {
  send(name: ProcedureName, args: unknown): Promise<unknown>;
  /** @returns the way to stop listening */
  on(name: EventName, listener: (data: unknown) => void): () => void;
}
