/**
 * What can go wrong between a file and its faces. Every code tells the caller what to do next: a `corrupt` file is not
 * worth a retry, an `unreadable` one is once the disk is back, a `crashed` or `timeout` one has already been retried.
 */
import { KindredError } from '../kindred-error.ts';

/**
 * - `corrupt`: a photo by its first bytes, but damaged or cut off
 * - `unsupported`: not a photo, or a kind of photo that Kindred does not decode
 * - `unwanted`: sound, but not of the formats and sizes that the caller takes
 * - `too-large`: more bytes or pixels than the limits allow; told from the header, nothing was decoded
 * - `unreadable`: the operating system would not give us the bytes (missing, no permission, a folder, a disk error)
 * - `timeout`: did not end within the time limit, twice
 * - `crashed`: ended the engine process, twice
 * - `cancelled`: the caller's AbortSignal
 * - `closed`: the engine was closed before the answer came
 * - `start-failed`: the engine process could not start
 * - `internal`: a defect of ours; the message is the original one
 */
export const ENGINE_ERROR_CODES = [
  'corrupt',
  'unsupported',
  'unwanted',
  'too-large',
  'unreadable',
  'timeout',
  'crashed',
  'cancelled',
  'closed',
  'start-failed',
  'internal',
] as const;

export class EngineError extends KindredError<(typeof ENGINE_ERROR_CODES)[number]> {}
