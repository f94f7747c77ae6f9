/**
 * The one shape of every failure that Kindred reports: a code that programs can switch on and a message that tells a
 * person what happened, why, and what was kept. Each layer derives its own class with its own union of codes.
 */
export class KindredError<Code extends string = string> extends Error {
  readonly code: Code;

  /**
   * @param code    stable, lower-case with dashes, e.g. `too-large`
   * @param message one sentence a user can act on; no stack, no secret
   */
  constructor(code: Code, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** What may cross a process or network border: code and message, nothing else. */
export interface Failure {
  readonly code: string;
  readonly message: string;
}

/** Any thrown value as a Failure; what is not ours becomes `internal` with its plain message. */
export function toFailure(error: unknown): Failure {
  if (error instanceof KindredError) return { code: error.code, message: error.message };
  return { code: 'internal', message: error instanceof Error ? error.message : String(error) };
}
