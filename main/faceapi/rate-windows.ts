/**
 * How many calls each caller has made in its window. The window is fixed: it begins with the first call after the last
 * one ended, and a refused call neither counts further nor makes it longer (D15). Not @fastify/rate-limit: whose call it
 * is stands in the body as often as not, and the answers that no route ever sees have the headers too.
 */

export interface Rate {
  readonly calls: number;
  readonly seconds: number;
}

/** Where a caller stands, this call already counted. */
export interface Standing {
  readonly limit: number;
  readonly remaining: number;
  /** Whole seconds until the window ends, rounded up. */
  readonly reset: number;
  /** This call is one too many. */
  readonly exceeded: boolean;
}

interface Window {
  readonly startedAt: number;
  readonly endsAt: number;
  calls: number;
}

/** From so many windows on, those that have ended are thrown away. */
const MOST_KEPT = 1000;

export class RateWindows {
  readonly #windows = new Map<string, Window>();
  readonly #now: () => number;

  /** @param now ms */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Counts a call. @param caller a key, or the address of a stranger */
  count(caller: string, { calls, seconds }: Rate): Standing {
    const now = this.#now();
    const window = this.#window(caller, now, seconds * 1000);
    const exceeded = window.calls >= calls;
    if (!exceeded) window.calls++;
    return {
      limit: calls,
      remaining: Math.max(0, calls - window.calls),
      reset: Math.ceil((window.endsAt - now) / 1000),
      exceeded,
    };
  }

  #window(caller: string, now: number, length: number): Window {
    const known = this.#windows.get(caller);
    // A clock that was set back must not leave anybody locked out until it has caught up.
    if (known && now < known.endsAt && now >= known.startedAt) return known;
    if (this.#windows.size >= MOST_KEPT) this.#forgetEnded(now);
    const opened = { startedAt: now, endsAt: now + length, calls: 0 };
    this.#windows.set(caller, opened);
    return opened;
  }

  #forgetEnded(now: number): void {
    for (const [caller, { endsAt }] of this.#windows) if (endsAt <= now) this.#windows.delete(caller);
  }
}

export const rateHeaders = ({ limit, remaining, reset }: Standing): Record<string, string> => ({
  'X-RateLimit-Limit': String(limit),
  'X-RateLimit-Remaining': String(remaining),
  'X-RateLimit-Reset': String(reset),
});
