/**
 * The one shape of every failure that Kindred reports: a code that programs can switch on and a message that tells a
 * person what happened, why, and what was kept. Each layer derives its own class with its own union of codes.
 */
export class KindredError<Code extends string = string> extends Error {
  readonly code: Code;
  /** The name, file or folder that the message speaks of, for whoever says it in another language. */
  readonly about: string | undefined;

  /**
   * @param code    stable, lower-case with dashes, e.g. `too-large`
   * @param message one sentence a user can act on; no stack, no secret
   */
  constructor(
    code: Code,
    message: string,
    { about, ...options }: { cause?: unknown; about?: string | undefined } = {},
  ) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
    this.about = about;
  }
}

/** What may cross a process or network border, nothing else. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly about?: string | undefined;
}

/** A failure from beyond such a border. */
export const toError = ({ code, message, about }: Failure): KindredError => new KindredError(code, message, { about });

/** Any thrown value as a Failure; what is not ours becomes `internal` with its plain message. */
export function toFailure(error: unknown): Failure {
  if (error instanceof KindredError) {
    const { code, message, about } = error;
    return about === undefined ? { code, message } : { code, message, about };
  }
  return { code: 'internal', message: error instanceof Error ? error.message : String(error) };
}
