/** A failure told by main: a code for programs, a message in English, and what the message is about. */
import type { Failure } from '../preload/contract/failure.ts';

export class BridgeError extends Error {
  readonly code: string;
  readonly about: string | undefined;

  constructor({ code, message, about }: Failure) {
    super(message);
    this.code = code;
    this.about = about;
  }
}
