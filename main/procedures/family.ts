/** What every family of procedures works with, and the form that the contract gives it. */
import type { z } from 'zod';
import type { Engine } from '../engine/engine.ts';
import { KindredError } from '../kindred-error.ts';
import type { Library } from '../library/library.ts';
import type { LibraryExaminer } from '../library-examiner.ts';
import type { LocalApi } from '../local-api.ts';
import type { ModelPacks } from '../model-packs.ts';
import type { Notices } from '../notices.ts';
import type { Exports } from '../organizer/export/exports.ts';
import type { Organizer } from '../organizer/organizer.ts';
import type { ThumbnailCache } from '../organizer/thumbnail-cache.ts';
import type { Timelines } from '../organizer/timelines.ts';

export interface Services {
  readonly library: Library;
  readonly engine: Engine;
  readonly organizer: Organizer;
  readonly thumbnails: Pick<ThumbnailCache, 'size'>;
  readonly api: LocalApi;
  readonly examiner: Pick<LibraryExaminer, 'check' | 'inspect' | 'stage'>;
  readonly packs: ModelPacks;
  readonly exports: Pick<Exports, 'start' | 'cancel'>;
  readonly notices: Pick<Notices, 'missed'>;
  /** Once the procedure is done, everything is closed and opened anew; its caller is answered after that. */
  readonly reopen: () => void;
  readonly timelines: Timelines;
}

type ProcedureErrorCode =
  | 'no-such-procedure'
  | 'invalid-arguments'
  | 'not-found'
  | 'unreadable'
  | 'relative-path'
  | 'not-a-folder'
  | 'nothing-to-undo'
  | 'nothing-to-redo';

export class ProcedureError extends KindredError<ProcedureErrorCode> {}

/** @throws ProcedureError `not-found` for what is not there */
export function needed<Thing>(thing: Thing | null | undefined, what: string): Thing {
  if (thing === undefined || thing === null) {
    throw new ProcedureError('not-found', `This ${what} is no longer in the library.`);
  }
  return thing;
}

/** A part of the contract. */
type ProcedureTable = Readonly<Record<string, { readonly args: z.ZodType; readonly result: z.ZodType }>>;

/** A function for each procedure of a part of the contract: checked arguments in, a result to be checked out. */
export type Family<Table extends ProcedureTable> = {
  readonly [Name in keyof Table]: (
    args: z.output<Table[Name]['args']>,
  ) => Unchanged<z.input<Table[Name]['result']>> | Promise<Unchanged<z.input<Table[Name]['result']>>>;
};

/** Results come from lists that nobody may change. */
type Unchanged<Value> = Value extends object ? { readonly [Key in keyof Value]: Unchanged<Value[Key]> } : Value;

/** What a procedure answers that has nothing to say. */
export const DONE = {};
