/** Why a file that a browser sends is not taken, and how HTTP says so. */
import { KindredError } from '../../../kindred-error.ts';

const STATUSES = {
  /** Its path cannot be kept: empty, too long, or out of its folder. */
  'bad-name': 400,
  /** A name or a type that no photo has. */
  'not-a-photo': 415,
  /** What a folder's walk passes by as well: hidden files, what systems keep for themselves. */
  hidden: 415,
  empty: 400,
  'no-length': 411,
  'too-large': 413,
  /** The connection ended before the file did. */
  'cut-off': 400,
  busy: 503,
  'disk-full': 507,
  'not-writable': 500,
} as const;

type UploadErrorCode = keyof typeof STATUSES;

export class UploadError extends KindredError<UploadErrorCode> {
  /** Fastify answers with it. */
  get statusCode(): number {
    return STATUSES[this.code];
  }
}
