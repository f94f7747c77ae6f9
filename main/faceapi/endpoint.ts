/**
 * What a row of the table of endpoints is. Validation, permissions, OpenAPI, the page of documentation and the command
 * line's list of paths all read it; adding an endpoint is adding a row and a function.
 */
import type { z } from 'zod';
import type { Engine } from '../engine/engine.ts';
import type { ApiKey } from '../library/api-keys.ts';
import type { Library } from '../library/library.ts';
import type { Id } from '../library/store.ts';
import type { Likeness } from '../organizer/people/likeness.ts';
import type { Members } from './members.ts';
import type { Arguments, ParameterTable, Rules } from './parameters.ts';
import type { StatusName } from './statuses.ts';

/** What endpoints work with. */
export interface Services {
  readonly library: Library;
  readonly engine: Pick<Engine, 'analyze'>;
  readonly likeness: Likeness;
  readonly members: Members;
  /** ms since 1970; the library's own clock. */
  readonly now: () => number;
}

/** One call that has been let in. */
export interface Call extends Services {
  readonly key: ApiKey;
  readonly accountId: Id;
  /** Aborted when the caller has gone. */
  readonly signal: AbortSignal;
}

/** The body of an answer, without `status`. */
export type Result = Readonly<Record<string, unknown>>;

/**
 * An endpoint that may answer later (202). Its arguments and ids are checked at once, and what is to be compared is
 * written down as it is at that moment; the answer can then be worked out at any time, in another run of Kindred too.
 */
export interface Deferrable<Args, Input> {
  /** All checks come before it first waits. @throws ApiError when the call fails */
  prepare(call: Call, args: Args): Promise<Prepared<Input>>;
  /** Trains what has to be, compares, and answers. */
  perform(services: Services, input: Input, signal: AbortSignal): Promise<Result>;
  /** What `input` looks like when it comes back from the library. */
  readonly input: z.ZodType<Input>;
}

export interface Prepared<Input> {
  readonly input: Input;
  /** Faces to train before the answer; where there are none the answer must come at once (reference, 2.8). */
  readonly untrained: readonly Id[];
  /** The reference promises an answer at once whatever has to be trained, or never does. */
  readonly promise?: 'at once' | 'none';
}

interface Row<Table extends ParameterTable> extends Rules<keyof Table & string> {
  /** For the documentation: what it does, in one sentence. */
  readonly summary: string;
  readonly parameters: Table;
  /** Of a success, without `status`. */
  readonly result: z.ZodType;
  /** Beside those that every endpoint has. */
  readonly statuses: readonly StatusName[];
}

interface Answering<Table extends ParameterTable> extends Row<Table> {
  run(call: Call, args: Arguments<Table>): Result | Promise<Result>;
}

interface Deferring<Table extends ParameterTable, Input> extends Row<Table> {
  readonly deferrable: Deferrable<Arguments<Table>, Input>;
}

/** A row as everybody but its own function sees it: the types of its arguments are between the two. */
export interface Endpoint extends Row<ParameterTable> {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly run?: (call: Call, args: never) => Result | Promise<Result>;
  readonly deferrable?: Deferrable<never, unknown>;
}

export const get = <Table extends ParameterTable>(path: string, row: Answering<Table>): Endpoint => ({
  method: 'GET',
  path,
  ...row,
});

export const post = <Table extends ParameterTable>(path: string, row: Answering<Table>): Endpoint => ({
  method: 'POST',
  path,
  ...row,
});

/** A POST that may answer later. */
export const postDeferrable = <Table extends ParameterTable, Input>(
  path: string,
  row: Deferring<Table, Input>,
): Endpoint => ({ method: 'POST', path, ...row });
