/**
 * A fixed list of faces and where they are in an index. Finding a hundred thousand faces by their ids takes 60 ms, six
 * times as long as comparing them, so a list that is searched again keeps what was found, and asks again only for faces
 * whose rows have changed hands since.
 */
import type { FaceRows } from './face-rows.ts';
import { NO_ROW } from './vector-table.ts';

/** Faces looked up in one step: half a millisecond. */
const LOOKUPS_AT_ONCE = 1024;
/** The order of the rows is found anew when one in so many has moved: a few that lie elsewhere cost next to nothing. */
const MOVED_OF = 8;

export class Selection {
  readonly faceIds: readonly string[];
  readonly #faces: FaceRows;
  readonly #rows: Uint32Array;
  #places: Uint32Array = new Uint32Array();
  #missing: readonly string[] | null = null;
  /** Rows that have moved since the places were put in order. */
  #moved = 0;
  /** All rows are right as of this revision, at least. */
  #seen = -1;

  constructor(faceIds: readonly string[], faces: FaceRows) {
    this.faceIds = faceIds;
    this.#faces = faces;
    this.#rows = new Uint32Array(faceIds.length).fill(NO_ROW);
  }

  /** A row for each face of the list; NO_ROW for one that is not in the index. */
  get rows(): Uint32Array {
    for (const _step of this.settling());
    return this.#rows;
  }

  /** Every place of the list once, by their rows, ascending or nearly so: the order in which comparing is quick. */
  get places(): Uint32Array {
    for (const _step of this.settling());
    return this.#places;
  }

  /** Faces of the list that are not in the index. */
  get missing(): readonly string[] {
    const { rows } = this;
    this.#missing ??= this.faceIds.filter((_, place) => rows[place] === NO_ROW);
    return this.#missing;
  }

  /**
   * Bring the rows up to date, in steps of less than a millisecond. Without it they are whenever they are asked for, but
   * at a stretch. Two may be under way at once: each leaves a row as it is at that time, which is never older.
   */
  *settling(): Generator<void, void, void> {
    const { revision } = this.#faces;
    if (this.#seen >= revision) return;
    let looked = 0;
    for (let place = 0; place < this.faceIds.length; place++) {
      const row = this.#rows[place] ?? NO_ROW;
      if (row !== NO_ROW && this.#faces.changedAt(row) <= this.#seen) continue;
      const found = this.#faces.rowOf(this.faceIds[place] ?? '') ?? NO_ROW;
      if (found !== row) this.#moved++;
      this.#rows[place] = found;
      if (++looked % LOOKUPS_AT_ONCE === 0) yield;
    }
    // Before anybody is told that the rows are settled; of a copy, as they may change meanwhile.
    if (this.#seen === -1 || this.#moved * MOVED_OF > this.#rows.length) {
      this.#places = yield* inOrder(this.#rows.slice());
      this.#moved = 0;
    }
    // What has changed since the beginning may have been passed by: that is for the next time.
    this.#seen = Math.max(this.#seen, revision);
    this.#missing = null;
  }
}

/**
 * Places of the rows, ascending or nearly so, by counting into as many buckets as there are rows: 100,000 take 2 to 4 ms
 * in a few steps, where sorting them takes 25 ms at a stretch.
 */
function* inOrder(rows: Uint32Array): Generator<void, Uint32Array, void> {
  const count = rows.length;
  let end = 1;
  for (const row of rows) if (row !== NO_ROW && row >= end) end = row + 1;
  yield;
  const rowsPerBucket = Math.ceil(end / count);
  const bucketOf = (row: number): number => (row === NO_ROW ? count : Math.floor(row / rowsPerBucket));
  /** Where the next place of each bucket goes. */
  const next = new Uint32Array(count + 2);
  for (const row of rows) {
    const bucket = bucketOf(row) + 1;
    next[bucket] = (next[bucket] ?? 0) + 1;
  }
  yield;
  for (let bucket = 1; bucket < next.length; bucket++) next[bucket] = (next[bucket] ?? 0) + (next[bucket - 1] ?? 0);
  yield;
  const places = new Uint32Array(count);
  for (let place = 0; place < count; place++) {
    const bucket = bucketOf(rows[place] ?? NO_ROW);
    const at = next[bucket] ?? 0;
    places[at] = place;
    next[bucket] = at + 1;
  }
  return places;
}
