/** A set that remembers only what was added or asked for most recently. */
export class RecentSet {
  /** From the one longest not asked for to the one asked for last: a Set keeps the order of adding. */
  readonly #texts = new Set<string>();
  readonly #most: number;

  /** @param most texts that are remembered */
  constructor(most: number) {
    this.#most = most;
  }

  has(text: string): boolean {
    if (!this.#texts.delete(text)) return false;
    this.#texts.add(text);
    return true;
  }

  add(text: string): void {
    this.#texts.delete(text);
    this.#texts.add(text);
    if (this.#texts.size <= this.#most) return;
    const [oldest] = this.#texts;
    if (oldest !== undefined) this.#texts.delete(oldest);
  }
}
