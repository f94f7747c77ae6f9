/** One request from its first line to the end of its answer, or of its client: what it holds is let go of then. */
import type { ServerResponse } from 'node:http';

export class Visit {
  readonly #gone = new AbortController();
  readonly #held: (() => void)[] = [];
  #over = false;

  constructor(response: ServerResponse) {
    // Comes after the answer has been sent, and when the connection is lost before.
    response.once('close', () => {
      this.#over = true;
      if (!response.writableFinished) this.#gone.abort();
      for (const release of this.#held.splice(0)) release();
    });
  }

  /** Aborted when the client went away before it had its answer. */
  get signal(): AbortSignal {
    return this.#gone.signal;
  }

  /** @param release called once at the end; at once when it is over already */
  hold(release: () => void): void {
    if (this.#over) release();
    else this.#held.push(release);
  }
}
