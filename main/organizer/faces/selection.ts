/**
 * A fixed list of faces and where they are in an index. Finding a hundred thousand faces by their ids takes as long as
 * comparing them, so a list that is searched again keeps what was found, as long as no face has come or gone.
 */
import { NO_ROW } from './vector-table.ts';

export class Selection {
  readonly faceIds: readonly string[];
  readonly #rowOf: (faceId: string) => number | undefined;
  readonly #revision: () => number;
  #rows: Uint32Array = new Uint32Array();
  #missing: readonly string[] = [];
  #seen = -1;

  /**
   * @param rowOf    a face's row now
   * @param revision differs whenever a face has got or lost a row
   */
  constructor(faceIds: readonly string[], rowOf: (faceId: string) => number | undefined, revision: () => number) {
    this.faceIds = faceIds;
    this.#rowOf = rowOf;
    this.#revision = revision;
  }

  /** A row for each face of the list; NO_ROW for one that is not in the index. */
  get rows(): Uint32Array {
    this.#refresh();
    return this.#rows;
  }

  /** Faces of the list that are not in the index. */
  get missing(): readonly string[] {
    this.#refresh();
    return this.#missing;
  }

  #refresh(): void {
    const revision = this.#revision();
    if (this.#seen === revision) return;
    this.#seen = revision;
    const missing: string[] = [];
    this.#rows = Uint32Array.from(this.faceIds, (faceId) => {
      const row = this.#rowOf(faceId);
      if (row === undefined) missing.push(faceId);
      return row ?? NO_ROW;
    });
    this.#missing = missing;
  }
}
