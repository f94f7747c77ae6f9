/**
 * What the server has in its hands: calls, and the bytes of their bodies. Both are bounded, so that a crowd of callers is
 * told to come back later instead of filling the memory.
 */

export interface Load {
  readonly calls: number;
  readonly bytes: number;
}

export class InFlight {
  readonly #most: Load;
  #calls = 0;
  #bytes = 0;

  constructor(most: Load) {
    this.#most = most;
  }

  get load(): Load {
    return { calls: this.#calls, bytes: this.#bytes };
  }

  /** Counts one call, even one too many: it has to be answered. @returns whether there is room for it */
  enter(): boolean {
    this.#calls++;
    return this.#calls <= this.#most.calls;
  }

  leave(): void {
    this.#calls--;
  }

  /** @returns false, taking nothing, when there is no room for so many bytes */
  take(bytes: number): boolean {
    if (this.#bytes + bytes > this.#most.bytes) return false;
    this.#bytes += bytes;
    return true;
  }

  give(bytes: number): void {
    this.#bytes -= bytes;
  }
}
