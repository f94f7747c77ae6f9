/** The last calls, for the settings page: when, whose key, which endpoint, how it ended, how long it took. Nothing else. */
import type { CallRecord } from './face-api.ts';

const KEPT = 500;

export class CallLog {
  readonly #calls: CallRecord[] = [];
  #next = 0;

  add(call: CallRecord): void {
    this.#calls[this.#next % KEPT] = call;
    this.#next++;
  }

  /** The newest first. */
  recent(limit = KEPT): CallRecord[] {
    const first = Math.max(0, this.#next - Math.min(limit, KEPT));
    const calls: CallRecord[] = [];
    for (let i = this.#next - 1; i >= first; i--) {
      const call = this.#calls[i % KEPT];
      if (call) calls.push(call);
    }
    return calls;
  }
}
