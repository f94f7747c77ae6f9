/**
 * Who looks like this? An index of faces answers with the most similar ones. Here is the exact one, in memory, enough up
 * to some hundred thousand faces; an approximate one, or a database with vectors, can stand in its place.
 */
import { inSlices } from '../in-slices.ts';
import { Selection } from './selection.ts';
import { VectorTable } from './vector-table.ts';

/** A face found, with its cosine to the query, -1..1. */
export interface Match {
  readonly faceId: string;
  readonly cosine: number;
}

export interface SearchOptions {
  /** At most so many, the most similar first. */
  readonly limit: number;
  /** Lowest cosine of interest. */
  readonly atLeast?: number;
  /** Only faces for which this says yes: those of a face set, of known persons, of one account. */
  readonly among?: (faceId: string) => boolean;
  readonly signal?: AbortSignal;
}

export interface FaceIndex {
  /** Faces that can be found. */
  readonly size: number;
  /**
   * The nearest faces, most similar first; equals in the order of their ids.
   *
   * @param embedding L2-normalised, of the model whose faces the index holds
   */
  search(embedding: Float32Array, options: SearchOptions): Promise<Match[]>;
}

export class ExactFaceIndex implements FaceIndex {
  readonly #table: VectorTable;
  readonly #rows = new Map<string, number>();
  /** The face of each row, null when the row is free. */
  readonly #faces: (string | null)[] = [];
  /** Grows whenever a face gets or loses a row. */
  #revision = 0;

  /** @param width length of the embeddings */
  constructor(width: number) {
    this.#table = new VectorTable(width);
  }

  get size(): number {
    return this.#rows.size;
  }

  /** Length of the embeddings. */
  get width(): number {
    return this.#table.width;
  }

  /** Add a face, or give it another embedding. */
  set(faceId: string, embedding: Float32Array): void {
    const known = this.#rows.get(faceId);
    if (known !== undefined) {
      this.#table.at(known).set(embedding);
      return;
    }
    const row = this.#table.add(embedding);
    this.#rows.set(faceId, row);
    this.#faces[row] = faceId;
    this.#revision++;
  }

  remove(faceId: string): void {
    const row = this.#rows.get(faceId);
    if (row === undefined) return;
    this.#table.remove(row);
    this.#rows.delete(faceId);
    this.#faces[row] = null;
    this.#revision++;
  }

  /** The face's embedding as it lies in the index, not a copy; undefined for a face that is not in it. */
  embedding(faceId: string): Float32Array | undefined {
    const row = this.#rows.get(faceId);
    return row === undefined ? undefined : this.#table.at(row);
  }

  /** A fixed list of faces to ask for again and again; it follows what comes and goes. */
  selection(faceIds: readonly string[]): Selection {
    return new Selection(
      faceIds,
      (faceId) => this.#rows.get(faceId),
      () => this.#revision,
    );
  }

  /** @returns one cosine for each face of the list, in its order; NaN for a face that is not in the index */
  async cosines(embedding: Float32Array, selection: Selection, signal?: AbortSignal): Promise<Float32Array> {
    const cosines = new Float32Array(selection.faceIds.length);
    await inSlices(
      this.#table.dots(embedding, () => selection.rows, cosines),
      signal,
    );
    return cosines;
  }

  /** The most similar faces of the list, best first; equals in the order of the list. */
  async rank(
    embedding: Float32Array,
    selection: Selection,
    limit: number,
    signal?: AbortSignal,
  ): Promise<readonly Match[]> {
    const cosines = await this.cosines(embedding, selection, signal);
    const best = new Best(limit, -Infinity);
    for (let place = 0; place < cosines.length; place++) best.offer(place, cosines[place] ?? Number.NaN);
    return best.matches((place) => selection.faceIds[place] ?? null);
  }

  async search(embedding: Float32Array, { limit, atLeast = -1, among, signal }: SearchOptions): Promise<Match[]> {
    const best = new Best(limit, atLeast);
    const wanted = (row: number): boolean => {
      const faceId = this.#faces[row];
      return faceId != null && (among === undefined || among(faceId));
    };
    await inSlices(
      this.#table.scan([embedding], (row, _query, cosine) => best.offer(row, cosine), wanted),
      signal,
    );
    // A face may have left while others had their turn.
    return best.matches((row) => this.#faces[row] ?? null);
  }
}

/** The best so many of a long row of offers: a list kept sorted, cheap because most offers are below its end. */
class Best {
  readonly #limit: number;
  #atLeast: number;
  readonly #kept: { row: number; cosine: number }[] = [];

  constructor(limit: number, atLeast: number) {
    this.#limit = limit;
    this.#atLeast = limit > 0 ? atLeast : Number.POSITIVE_INFINITY;
  }

  offer(row: number, cosine: number): void {
    // NaN, of a face that is not there, is below every bound.
    if (!(cosine >= this.#atLeast)) return;
    const place = this.#kept.findLastIndex((kept) => kept.cosine >= cosine) + 1;
    if (place >= this.#limit) return;
    this.#kept.splice(place, 0, { row, cosine });
    if (this.#kept.length <= this.#limit) return;
    this.#kept.pop();
    this.#atLeast = this.#kept.at(-1)?.cosine ?? this.#atLeast;
  }

  matches(faceOf: (row: number) => string | null): Match[] {
    return this.#kept.flatMap(({ row, cosine }) => {
      const faceId = faceOf(row);
      return faceId === null ? [] : [{ faceId, cosine: Math.min(1, cosine) }];
    });
  }
}
