/** The best so many of a long row of offers: a list kept sorted, cheap because most offers are below its end. */
export class Best<Offer> {
  readonly #limit: number;
  readonly #before: (one: Offer, other: Offer) => boolean;
  #atLeast: number;
  readonly #kept: { readonly offer: Offer; readonly score: number }[] = [];

  /**
   * @param atLeast lowest score of interest
   * @param before  which of two offers with the same score comes first
   */
  constructor(limit: number, atLeast: number, before: (one: Offer, other: Offer) => boolean) {
    this.#limit = limit;
    this.#atLeast = limit > 0 ? atLeast : Number.POSITIVE_INFINITY;
    this.#before = before;
  }

  /** Whether an offer with this score could still be kept; never with NaN. */
  wants(score: number): boolean {
    return score >= this.#atLeast;
  }

  offer(offer: Offer, score: number): void {
    if (!this.wants(score)) return;
    const better = this.#kept.findLastIndex(
      (kept) => kept.score > score || (kept.score === score && this.#before(kept.offer, offer)),
    );
    if (better + 1 >= this.#limit) return;
    this.#kept.splice(better + 1, 0, { offer, score });
    if (this.#kept.length > this.#limit) this.#kept.pop();
    if (this.#kept.length === this.#limit) this.#atLeast = this.#kept.at(-1)?.score ?? this.#atLeast;
  }

  /** Best first. */
  get kept(): readonly { readonly offer: Offer; readonly score: number }[] {
    return this.#kept;
  }
}
