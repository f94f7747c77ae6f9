/**
 * Every way in which a call can fail, in one place: the HTTP code, what it means, and the words of its reason. The
 * reasons follow the two that the reference quotes literally (D13, D48); validation, answers, OpenAPI and the page of
 * documentation all read this table.
 */

export interface Status {
  readonly http: number;
  /** For the documentation. */
  readonly meaning: string;
}

export const statuses = {
  INVALID_ARGUMENT: { http: 400, meaning: 'A parameter is missing, of the wrong type or out of range; see reason' },
  UNAUTHORIZED: { http: 401, meaning: 'The credentials are missing or wrong' },
  KEY_EXPIRED: { http: 401, meaning: 'The key has expired; see reason' },
  RATE_LIMIT_EXCEEDED: { http: 403, meaning: 'Too many calls in this window' },
  NO_PERMISSION: { http: 403, meaning: 'The key may not call this endpoint' },
  FORBIDDEN_HOST: { http: 403, meaning: 'The request was not addressed to this machine by its own name' },
  NOT_FOUND: { http: 404, meaning: 'There is no such path, or it wants another method' },
  REQUEST_ENTITY_TOO_LARGE: { http: 413, meaning: 'The request is larger than 16 MiB' },
  INTERNAL_ERROR: { http: 500, meaning: 'A fault of the server' },
  BUSY: { http: 503, meaning: 'Too much is waiting already; try again after Retry-After seconds' },

  INVALID_TASK: { http: 400, meaning: 'task_id is unknown or has expired' },
  INVALID_IMAGE: { http: 400, meaning: 'image_id is unknown or has expired' },
  INVALID_FACE: { http: 400, meaning: 'A face id is unknown or has expired' },
  INVALID_FACE2: { http: 400, meaning: 'face2_id is unknown or has expired' },
  INVALID_PERSON: { http: 400, meaning: 'A person id is unknown' },
  INVALID_GROUP: { http: 400, meaning: 'A group id is unknown' },
  INVALID_FACESET: { http: 400, meaning: 'A face set id is unknown' },
  EMPTY_PERSON: { http: 400, meaning: 'The person has no faces' },
  EMPTY_GROUP: { http: 400, meaning: 'The group has no person with a face' },
  EMPTY_FACESET: { http: 400, meaning: 'There is no face to search in' },
  EMPTY_FACE_ID: { http: 400, meaning: 'face_id is an empty list' },
  EMPTY_PERSON_ID: { http: 400, meaning: 'person_id is an empty list' },
  QUOTA_EXCEEDED: { http: 400, meaning: 'The call would go beyond a quota; see reason' },
  CORRUPT_IMAGE: { http: 400, meaning: 'Not an image, or a damaged one' },
  INVALID_IMAGE_FORMAT_OR_SIZE: {
    http: 400,
    meaning: 'Not JPEG, PNG, BMP, GIF or TIFF, or not of 9 to 4000 px on each side',
  },
  IMAGE_FILE_SIZE_TOO_BIG: { http: 400, meaning: 'The image has more than 5 MiB' },
  DOWNLOAD_ERROR: { http: 400, meaning: 'The image could not be fetched from the url' },
  DOWNLOAD_TIMEOUT: { http: 400, meaning: 'The image was not there within 5 seconds' },
} as const satisfies Record<string, Status>;

export type StatusName = keyof typeof statuses;

/** Statuses that any endpoint may answer with. */
export const COMMON_STATUSES = [
  'UNAUTHORIZED',
  'KEY_EXPIRED',
  'RATE_LIMIT_EXCEEDED',
  'NO_PERMISSION',
  'FORBIDDEN_HOST',
  'NOT_FOUND',
  'REQUEST_ENTITY_TOO_LARGE',
  'INTERNAL_ERROR',
  'BUSY',
] as const satisfies readonly StatusName[];

/** `'a'`, `'a' or 'b'`, `'a' or 'b' or 'c'`. */
const names = (parameters: readonly string[]): string => parameters.map((name) => `'${name}'`).join(' or ');

/** The words of `reason`. */
export const reasons = {
  missing: (...parameters: string[]) => `must specify ${names(parameters)} argument`,
  onlyOne: (...parameters: string[]) => `must specify only one of ${names(parameters)} argument`,
  /** @param problem one of `problems` */
  argument: (name: string, problem: string) => `argument '${name}': ${problem}`,
  malformedBody: (kind: 'JSON' | 'form' | 'multipart') => `malformed ${kind} body`,
  expired: (at: string) => `account expired at ${at}`,
  quota: (name: string, limit: number) => `quota '${name}' exceeded: limit ${limit}`,
} as const;

/** What can be wrong with one argument. */
export const problems = {
  notInRange: (from: number, to: number) => `not in range(${from}..${to})`,
  notInteger: 'not an integer',
  notBoolean: 'not a boolean',
  notText: 'not a string',
  notIds: 'not a list of ids',
  notAddress: 'not an http or https address',
  notFile: 'not a file',
  tooLong: 'too long',
} as const;
