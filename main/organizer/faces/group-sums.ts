/**
 * Groups of faces as the sums of their embeddings: one dot product with the sum is the sum of the dot products with all
 * members, so that comparing a face with a whole group costs the same whatever its size.
 */
import { dot, VectorTable } from './vector-table.ts';

/** A group's sum and how many embeddings are in it. */
export interface GroupSum {
  readonly id: string;
  /** Not a copy. */
  readonly sum: Float32Array;
  readonly count: number;
}

interface Entry {
  readonly id: string;
  readonly row: number;
  count: number;
}

export class GroupSums {
  readonly #table: VectorTable;
  readonly #entries = new Map<string, Entry>();
  readonly #byRow: (Entry | null)[] = [];

  /** @param width length of the embeddings */
  constructor(width: number) {
    this.#table = new VectorTable(width);
  }

  /** Groups with at least one face. */
  get size(): number {
    return this.#entries.size;
  }

  get(id: string): GroupSum | undefined {
    const entry = this.#entries.get(id);
    return entry && { id, count: entry.count, sum: this.#table.at(entry.row) };
  }

  add(id: string, embedding: Float32Array): void {
    const entry = this.#entries.get(id);
    if (entry) {
      entry.count++;
      addTo(this.#table.at(entry.row), embedding, 1);
      return;
    }
    const row = this.#table.add(embedding);
    const opened = { id, row, count: 1 };
    this.#entries.set(id, opened);
    this.#byRow[row] = opened;
  }

  /** Take out an embedding that was added before. */
  subtract(id: string, embedding: Float32Array): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    entry.count--;
    if (entry.count > 0) {
      addTo(this.#table.at(entry.row), embedding, -1);
      return;
    }
    this.#entries.delete(id);
    this.#byRow[entry.row] = null;
    this.#table.remove(entry.row);
  }

  /**
   * Groups whose members' average cosine to a face is at least so much.
   *
   * @param queries L2-normalised embeddings
   * @returns one list of ids for each query
   */
  *alike(queries: readonly Float32Array[], atLeast: number): Generator<void, string[][]> {
    return yield* this.#find(queries, (dot, entry) => dot >= atLeast * entry.count);
  }

  /**
   * Groups whose mean face, made a unit vector again, has at least this cosine to a face. Rises above the average cosine
   * the more the members differ, and so finds a person whose looks have changed over the years.
   */
  *alikeInTheMean(query: Float32Array, atLeast: number): Generator<void, string[]> {
    const [found = []] = yield* this.#find([query], (value, { row }) => {
      if (value <= 0) return atLeast <= 0;
      const sum = this.#table.at(row);
      return value >= atLeast * Math.sqrt(dot(sum, sum));
    });
    return found;
  }

  *#find(
    queries: readonly Float32Array[],
    isWanted: (dot: number, entry: Entry) => boolean,
  ): Generator<void, string[][]> {
    const found: string[][] = queries.map(() => []);
    yield* this.#table.scan(queries, (row, query, value) => {
      const entry = this.#byRow[row];
      if (entry && isWanted(value, entry)) found[query]?.push(entry.id);
    });
    return found;
  }
}

function addTo(sum: Float32Array, vector: Float32Array, times: 1 | -1): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + times * (vector[i] ?? 0);
}
