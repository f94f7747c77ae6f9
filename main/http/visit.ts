/** One request from its first line until its answer has gone or its client has, and nobody works for it any more. */
import type { ServerResponse } from 'node:http';

export class Visit {
  readonly #gone = new AbortController();
  readonly #held: (() => void)[] = [];
  #closed = false;
  #working = 0;

  constructor(response: ServerResponse) {
    // Comes after the answer has been sent, and when the connection is lost before.
    response.once('close', () => {
      this.#closed = true;
      if (!response.writableFinished) this.#gone.abort();
      this.#settle();
    });
  }

  /** Aborted when the client went away before it had its answer. */
  get signal(): AbortSignal {
    return this.#gone.signal;
  }

  /** What is held is not let go of while `work` is at it, even for a client that has gone. */
  async during<T>(work: Promise<T>): Promise<T> {
    this.#working++;
    try {
      return await work;
    } finally {
      this.#working--;
      this.#settle();
    }
  }

  /** @param release called once at the end; at once when it is over already */
  hold(release: () => void): void {
    this.#held.push(release);
    this.#settle();
  }

  #settle(): void {
    if (!this.#closed || this.#working > 0) return;
    for (const release of this.#held.splice(0)) release();
  }
}
