/** A call that fails: the name of its status, and a reason where the reference promises one. */
import { KindredError } from '../kindred-error.ts';
import { type StatusName, statuses } from './statuses.ts';

export class ApiError extends KindredError<StatusName> {
  readonly reason: string | undefined;

  /** @param reason from `reasons`; always given for INVALID_ARGUMENT, QUOTA_EXCEEDED and KEY_EXPIRED */
  constructor(status: StatusName, reason?: string, options?: { cause?: unknown }) {
    super(status, reason ?? statuses[status].meaning, options);
    this.reason = reason;
  }

  get http(): number {
    return statuses[this.code].http;
  }

  /** What the caller is told. */
  get body(): { readonly status: StatusName; readonly reason?: string } {
    return { status: this.code, ...(this.reason !== undefined && { reason: this.reason }) };
  }
}
