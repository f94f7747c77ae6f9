/**
 * Which face lies in which row of a table of embeddings, and when each row last changed hands: so that whoever remembers
 * rows can tell those that are still good without asking for their faces again.
 */
export class FaceRows {
  readonly #rows = new Map<string, number>();
  /** The face of each row, null when the row is free. */
  readonly #faces: (string | null)[] = [];
  /** Of each row. */
  readonly #changedAt: number[] = [];
  #revision = 0;

  /** Faces that have a row. */
  get size(): number {
    return this.#rows.size;
  }

  /** Grows whenever a face gets or loses a row. */
  get revision(): number {
    return this.#revision;
  }

  rowOf(faceId: string): number | undefined {
    return this.#rows.get(faceId);
  }

  /** The face in the row, null when the row is free. */
  faceIn(row: number): string | null {
    return this.#faces[row] ?? null;
  }

  /** The revision with which the row last got or lost a face. */
  changedAt(row: number): number {
    return this.#changedAt[row] ?? 0;
  }

  /** Give the face a row; it must have none, and the row must be free. */
  put(faceId: string, row: number): void {
    this.#rows.set(faceId, row);
    this.#faces[row] = faceId;
    this.#changedAt[row] = ++this.#revision;
  }

  /** Take the face's row. @returns the row, undefined for a face that has none */
  release(faceId: string): number | undefined {
    const row = this.#rows.get(faceId);
    if (row === undefined) return undefined;
    this.#rows.delete(faceId);
    this.#faces[row] = null;
    this.#changedAt[row] = ++this.#revision;
    return row;
  }
}
