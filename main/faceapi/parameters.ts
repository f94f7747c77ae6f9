/**
 * The kinds of parameters, and how a call's parameters become arguments. Whatever way a value came (query string, form,
 * multipart, JSON), it is read by one zod schema, whose message is the second half of the reason (D13). For the
 * documentation each kind also says what it looks like on the wire.
 */
import { z } from 'zod';
import { ApiError } from './api-error.ts';
import type { Parameters, Upload } from './face-api.ts';
import { problems, reasons } from './statuses.ts';

/** JSON Schema of a value on the wire, for OpenAPI. */
export type WireSchema = Readonly<Record<string, unknown>>;

export interface Kind<Value> {
  /** What people call it. */
  readonly type: 'id' | 'list of ids' | 'text' | 'boolean' | 'integer' | 'address' | 'file';
  readonly schema: z.ZodType<Value>;
  readonly wire: WireSchema;
  /** What an empty text stands for (D9): nothing, a mistake, or itself. */
  readonly empty: 'absent' | 'missing' | 'kept';
}

/** A parameter of an endpoint. */
export interface Parameter<Value, Needed extends boolean = boolean> {
  readonly kind: Kind<Value>;
  readonly required: Needed;
  readonly about: string;
}

export const required = <Value>(kind: Kind<Value>, about: string): Parameter<Value, true> => ({
  kind,
  about,
  required: true,
});

export const optional = <Value>(kind: Kind<Value>, about: string): Parameter<Value, false> => ({
  kind,
  about,
  required: false,
});

const text = (maxBytes: number) =>
  z.string({ error: problems.notText }).refine((value) => Buffer.byteLength(value) <= maxBytes, problems.tooLong);

const MAX_NAME_BYTES = 1024;
const MAX_USER_DATA_BYTES = 64 * 1024;
/** Longer addresses exist nowhere else either. */
const MAX_ADDRESS_BYTES = 8 * 1024;

/** One id. One that is not 32 hex digits is an unknown id, not a malformed argument (D14). */
export const id: Kind<string> = {
  type: 'id',
  schema: z.string({ error: problems.notText }),
  wire: { type: 'string', description: '32 lower-case hex digits' },
  empty: 'absent',
};

/** A list of ids, each once, in the order given (D6). */
export const ids: Kind<readonly string[]> = {
  type: 'list of ids',
  schema: z
    .custom<string | readonly string[]>((value) => typeof value === 'string' || isTexts(value), problems.notIds)
    .transform((value, context) => {
      const found = splitIds(typeof value === 'string' ? [value] : value);
      if (found !== null) return [...new Set(found)];
      context.addIssue({ code: 'custom', message: problems.tooLong });
      return z.NEVER;
    }),
  wire: {
    oneOf: [
      { type: 'array', items: { type: 'string' } },
      { type: 'string', description: 'ids separated by commas' },
    ],
  },
  empty: 'kept',
};

export const name: Kind<string> = {
  type: 'text',
  schema: text(MAX_NAME_BYTES),
  wire: { type: 'string', minLength: 1, description: `at most ${MAX_NAME_BYTES} bytes of UTF-8` },
  empty: 'missing',
};

export const userData: Kind<string> = {
  type: 'text',
  schema: text(MAX_USER_DATA_BYTES),
  wire: { type: 'string', description: 'at most 64 KiB of UTF-8' },
  empty: 'kept',
};

/** `1` or `0`; JSON booleans and the words too (D7). */
export const flag: Kind<boolean> = {
  type: 'boolean',
  schema: z
    .union([z.boolean(), z.literal([0, 1]), z.literal(['0', '1', 'true', 'false'])], { error: problems.notBoolean })
    .transform((value) => value === true || value === 1 || value === '1' || value === 'true'),
  wire: { oneOf: [{ enum: [0, 1, '0', '1'] }, { type: 'boolean' }], default: 0 },
  empty: 'kept',
};

/** A whole number, JSON or decimal text (D8). */
export const integer = (from: number, to: number, standard: number): Kind<number> => ({
  type: 'integer',
  schema: z
    .union(
      [
        z.int(),
        z
          .string()
          .regex(/^-?\d+$/)
          .transform(Number),
      ],
      { error: problems.notInteger },
    )
    .refine((value) => value >= from && value <= to, problems.notInRange(from, to)),
  wire: { type: 'integer', minimum: from, maximum: to, default: standard },
  empty: 'kept',
});

/** An http or https address (D33). */
export const address: Kind<URL> = {
  type: 'address',
  schema: text(MAX_ADDRESS_BYTES).transform((value, context) => {
    const url = URL.parse(value);
    if (url && (url.protocol === 'http:' || url.protocol === 'https:')) return url;
    context.addIssue({ code: 'custom', message: problems.notAddress });
    return z.NEVER;
  }),
  wire: { type: 'string', format: 'uri' },
  empty: 'absent',
};

/** The bytes of a file: a part of a multipart body. */
export const file: Kind<Upload> = {
  type: 'file',
  schema: z.custom<Upload>((value) => isUpload(value), { error: problems.notFile }),
  wire: { type: 'string', format: 'binary' },
  empty: 'absent',
};

const isUpload = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Uint8Array;

/** More ids than any set holds: a longer list would only keep everybody else waiting. */
const MAX_IDS = 500_000;

// Not zod's array: it makes an issue of each of two million numbers.
const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** Separated by commas in each text, or a JSON list written as a text. @returns null for more than MAX_IDS */
function splitIds(texts: readonly string[]): string[] | null {
  if (texts.length > MAX_IDS) return null;
  const found: string[] = [];
  for (const text of texts) {
    const parts = listInText(text) ?? text.split(',', MAX_IDS + 1);
    if (found.length + parts.length > MAX_IDS) return null;
    for (const part of parts) {
      const id = part.trim();
      if (id !== '') found.push(id);
    }
  }
  return found;
}

function listInText(text: string): readonly string[] | null {
  if (!text.trimStart().startsWith('[')) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isTexts(value) ? value : null;
  } catch {
    return null; // A text that only begins like a list: its parts are unknown ids.
  }
}

export type ParameterTable = Readonly<Record<string, Parameter<unknown>>>;

type Read<P> =
  P extends Parameter<infer Value, infer Needed> ? (Needed extends true ? Value : Value | undefined) : never;

/** What an endpoint's function gets. */
export type Arguments<Table extends ParameterTable> = { readonly [Name in keyof Table]: Read<Table[Name]> };

/** Rules between the parameters of an endpoint. */
export interface Rules<Name extends PropertyKey = string> {
  /** One of these and not both. */
  readonly exactlyOne?: readonly Name[];
  readonly atLeastOne?: readonly Name[];
}

/**
 * Checks what a call was given. Parameters that the table does not name are ignored (D10).
 *
 * @throws ApiError INVALID_ARGUMENT with the reason, for the first parameter of the table that is not as it should be
 */
export function readArguments<Table extends ParameterTable>(
  table: Table,
  { exactlyOne, atLeastOne }: Rules,
  given: Parameters,
): Arguments<Table> {
  const read = new Map(
    Object.entries(table).map(([name, parameter]) => [name, readOne(name, parameter, given.get(name))]),
  );
  for (const [name, parameter] of Object.entries(table)) {
    if (parameter.required && read.get(name) === undefined) throw invalid(reasons.missing(name));
  }
  const present = (names: readonly string[]) => names.filter((name) => isGiven(read.get(name)));
  if (exactlyOne && present(exactlyOne).length === 0) throw invalid(reasons.missing(...exactlyOne));
  if (exactlyOne && present(exactlyOne).length > 1) throw invalid(reasons.onlyOne(...exactlyOne));
  if (atLeastOne?.every((name) => read.get(name) === undefined)) {
    throw invalid(reasons.missing(...atLeastOne));
  }
  // The map was made from the table, name by name and kind by kind.
  return Object.fromEntries(read) as Arguments<Table>;
}

const isGiven = (value: unknown): boolean => value !== undefined;

function readOne(name: string, { kind, required: needed }: Parameter<unknown>, given: unknown): unknown {
  if (given === undefined || given === null) return undefined;
  if (given === '' && kind.empty === 'absent') return undefined;
  if (given === '' && kind.empty === 'missing') {
    // As missing as if it were not there; but where it may be left out, being there and empty is a mistake.
    if (needed) return undefined;
    throw invalid(reasons.missing(name));
  }
  const { success, data, error } = kind.schema.safeParse(given);
  if (success) return data;
  throw invalid(reasons.argument(name, error.issues[0]?.message ?? problems.notText));
}

const invalid = (reason: string): ApiError => new ApiError('INVALID_ARGUMENT', reason);
