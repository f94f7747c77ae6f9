/** How fast an import goes and how long it will take, from what it did lately: honest after a pause and on slow disks. */

/** What was done in this last time counts, ms. */
const WINDOW = 30_000;

export class Pace {
  readonly #now: () => number;
  readonly #done: number[] = [];

  /** @param now milliseconds, any monotonic clock */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** One more file is done. */
  tick(): void {
    this.#done.push(this.#now());
  }

  /** Forget what was before a pause. */
  reset(): void {
    this.#done.length = 0;
  }

  /** Files a second; null until there is something to judge by. */
  get rate(): number | null {
    const from = this.#now() - WINDOW;
    while ((this.#done[0] ?? Number.POSITIVE_INFINITY) < from) this.#done.shift();
    const first = this.#done[0];
    const seconds = first === undefined ? 0 : (this.#now() - first) / 1000;
    return this.#done.length < 2 || seconds === 0 ? null : this.#done.length / seconds;
  }

  /** @returns seconds for so many files more; null while unknown */
  secondsFor(files: number): number | null {
    const { rate } = this;
    return rate === null ? null : files / rate;
  }
}
