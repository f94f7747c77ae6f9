/**
 * Who looks like this? An index of faces answers with the most similar ones. Here is the exact one, in memory, enough up
 * to some hundred thousand faces; an approximate one, or a database with vectors, can stand in its place.
 */
import { inSlices } from '../in-slices.ts';
import { Best } from './best.ts';
import { FaceRows } from './face-rows.ts';
import { Selection } from './selection.ts';
import { NO_ROW, VectorTable } from './vector-table.ts';

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
  readonly #faces = new FaceRows();

  /** @param width length of the embeddings */
  constructor(width: number) {
    this.#table = new VectorTable(width);
  }

  get size(): number {
    return this.#faces.size;
  }

  /** Length of the embeddings. */
  get width(): number {
    return this.#table.width;
  }

  /** Add a face, or give it another embedding. */
  set(faceId: string, embedding: Float32Array): void {
    const known = this.#faces.rowOf(faceId);
    if (known === undefined) this.#faces.put(faceId, this.#table.add(embedding));
    else this.#table.at(known).set(embedding);
  }

  remove(faceId: string): void {
    const row = this.#faces.release(faceId);
    if (row !== undefined) this.#table.remove(row);
  }

  /** The face's embedding as it lies in the index, not a copy; undefined for a face that is not in it. */
  embedding(faceId: string): Float32Array | undefined {
    const row = this.#faces.rowOf(faceId);
    return row === undefined ? undefined : this.#table.at(row);
  }

  /** A fixed list of faces to ask for again and again; it follows what comes and goes. */
  selection(faceIds: readonly string[]): Selection {
    return new Selection(faceIds, this.#faces);
  }

  /**
   * @param selection of this index
   * @returns one cosine for each face of the list, in its order; NaN for a face that is not in the index when its turn
   *          comes
   */
  async cosines(embedding: Float32Array, selection: Selection, signal?: AbortSignal): Promise<Float32Array> {
    const cosines = new Float32Array(selection.faceIds.length);
    await inSlices(this.#comparing(embedding.slice(), selection, cosines), signal);
    return cosines;
  }

  /**
   * The most similar faces of the list, best first; equals in the order of the list.
   *
   * @param selection of this index
   */
  async rank(embedding: Float32Array, selection: Selection, limit: number, signal?: AbortSignal): Promise<Match[]> {
    const cosines = await this.cosines(embedding, selection, signal);
    const best = new Best<number>(limit, -Infinity, (one, other) => one < other);
    // A face may have left after its turn.
    const { rows } = selection;
    for (let place = 0; place < cosines.length; place++) {
      const cosine = cosines[place] ?? Number.NaN;
      if (best.wants(cosine) && rows[place] !== NO_ROW) best.offer(place, cosine);
    }
    return best.kept.map(({ offer, score }) => match(selection.faceIds[offer] ?? '', score));
  }

  async search(embedding: Float32Array, { limit, atLeast = -1, among, signal }: SearchOptions): Promise<Match[]> {
    const best = new Best<{ faceId: string; row: number }>(limit, atLeast, (one, other) => one.faceId < other.faceId);
    const visit = (row: number, _query: number, cosine: number): void => {
      // Most rows end here, before anybody has been asked whose they are: three times faster with `among`.
      if (!best.wants(cosine)) return;
      const faceId = this.#faces.faceIn(row);
      if (faceId !== null && (among === undefined || among(faceId))) best.offer({ faceId, row }, cosine);
    };
    await inSlices(this.#table.scan([embedding.slice()], visit), signal);
    // A face may have left while others had their turn, and its row may be another's by now.
    return best.kept.flatMap(({ offer: { faceId, row }, score }) =>
      this.#faces.rowOf(faceId) === row ? [match(faceId, score)] : [],
    );
  }

  *#comparing(query: Float32Array, selection: Selection, cosines: Float32Array): Generator<void, void, void> {
    yield* selection.settling();
    yield* this.#table.dots(query, () => selection.rows, selection.places, cosines);
  }
}

/** Rounding may bring the cosine of a face with itself above 1. */
function match(faceId: string, cosine: number): Match {
  return { faceId, cosine: Math.min(1, cosine) };
}
