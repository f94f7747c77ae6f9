/** How many calls there were lately and how many of them failed, second by second; counted, however many there are. */
import type { CallRecord } from './face-api.ts';

export interface CallsOfSecond {
  readonly calls: number;
  readonly failed: number;
}

const SECONDS = 60;

export class CallRate {
  /** By second modulo SECONDS. */
  readonly #counted: { second: number; calls: number; failed: number }[] = [];

  add({ at, http }: Pick<CallRecord, 'at' | 'http'>): void {
    const second = Math.floor(at / 1000);
    const place = second % SECONDS;
    const known = this.#counted[place];
    const counted = known?.second === second ? known : { second, calls: 0, failed: 0 };
    counted.calls++;
    if (http >= 400) counted.failed++;
    this.#counted[place] = counted;
  }

  /** The last 60 seconds, the running one last. @param now milliseconds since 1970 */
  lastMinute(now: number): CallsOfSecond[] {
    const last = Math.floor(now / 1000);
    return Array.from({ length: SECONDS }, (_, i) => {
      const second = last - SECONDS + 1 + i;
      const counted = this.#counted[second % SECONDS];
      return counted?.second === second ? { calls: counted.calls, failed: counted.failed } : { calls: 0, failed: 0 };
    });
  }
}
