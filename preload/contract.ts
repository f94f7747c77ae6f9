/**
 * The one contract between the window and main: every procedure with its arguments and result, every event. Main
 * implements it, the preload script or HTTP carries it, the renderer calls it. Pictures never travel here: they have
 * addresses of their own (/thumb/<photo id>, /photo/<photo id>, /whole/<photo id>, /face/<face id>).
 */
import { z } from 'zod';
import { apiProcedures } from './contract/api.ts';
import { collectionProcedures } from './contract/collections.ts';
import { events } from './contract/events.ts';
import { exportProcedures } from './contract/exports.ts';
import { faceProcedures } from './contract/faces.ts';
import { Failure } from './contract/failure.ts';
import { findProcedures } from './contract/find.ts';
import { historyProcedures } from './contract/history.ts';
import { importProcedures } from './contract/imports.ts';
import { noticeProcedures } from './contract/notices.ts';
import { peopleProcedures } from './contract/people.ts';
import { photoProcedures } from './contract/photos.ts';
import { settingsProcedures } from './contract/settings.ts';
import { whoProcedures } from './contract/who.ts';

export type { PersonCard } from './contract/people.ts';
export type { PhotoDetail } from './contract/photos.ts';
export { events };

/** Names of changes are verbs; those of a user's own changes can be undone. */
export const procedures = {
  ...photoProcedures,
  ...faceProcedures,
  ...peopleProcedures,
  ...whoProcedures,
  ...findProcedures,
  ...collectionProcedures,
  ...importProcedures,
  ...settingsProcedures,
  ...apiProcedures,
  ...exportProcedures,
  ...historyProcedures,
  ...noticeProcedures,
} as const;

type Procedures = typeof procedures;
export type ProcedureName = keyof Procedures;
/** As a caller gives them: what has a default may be left out. */
export type Args<Name extends ProcedureName> = z.input<Procedures[Name]['args']>;
export type Result<Name extends ProcedureName> = z.output<Procedures[Name]['result']>;

export type EventName = keyof typeof events;
export type EventData<Name extends EventName> = z.infer<(typeof events)[Name]>;

/** How every answer crosses: an error is a Failure and nothing else. */
export const Answer = z.union([z.object({ ok: z.unknown() }), z.object({ error: Failure })]);
export type Answer = z.infer<typeof Answer>;

/** What carries the contract: the preload script over IPC, or the page itself over HTTP. Nothing is typed here yet. */
export interface Transport {
  send(name: ProcedureName, args: unknown): Promise<unknown>;
  /** @returns the way to stop listening */
  on(name: EventName, listener: (data: unknown) => void): () => void;
}
