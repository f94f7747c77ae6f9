/**
 * The unknown as groups: each cluster, and each unknown face that is in none, as the sum of its faces' embeddings. The
 * average cosine of a face to a whole group is then one dot product, however large the group.
 *
 * Poor faces (small, blurred, turned away) look like everybody: they are members but have no part in the sums, so that
 * they never pull a group towards strangers.
 */
import type { Gallery, GalleryFace } from '../faces/gallery.ts';
import { VectorTable } from '../faces/vector-table.ts';

/** A cluster, or one loose face. */
export interface UnknownGroup {
  /** The cluster's id; of a loose face its own. */
  readonly id: string;
  readonly loose: boolean;
  /** All members. */
  readonly faces: ReadonlySet<string>;
  /** Members whose embeddings are in the sum: the good ones; for a loose face the face, good or poor. */
  readonly count: number;
  /** Not a copy. */
  readonly sum: Float32Array;
}

/** A group near a face, with the average cosine of its members to it. */
export interface NearGroup {
  readonly group: UnknownGroup;
  readonly cosine: number;
}

interface Entry {
  readonly id: string;
  readonly loose: boolean;
  readonly faces: Set<string>;
  count: number;
  readonly row: number;
}

export class UnknownGroups {
  readonly #table: VectorTable;
  readonly #entries = new Map<string, Entry>();
  readonly #byRow: (Entry | null)[] = [];
  readonly #isPoor: (face: GalleryFace) => boolean;
  readonly #accountId: string;

  /** @param isPoor faces that may join a group but not shape it */
  constructor(gallery: Gallery, width: number, accountId: string, isPoor: (face: GalleryFace) => boolean) {
    this.#table = new VectorTable(width);
    this.#accountId = accountId;
    this.#isPoor = isPoor;
    gallery.listen({
      enter: (face, embedding) => this.#enter(face, embedding),
      leave: (face, embedding) => this.#leave(face, embedding),
    });
  }

  /** Clusters and loose faces together. */
  get size(): number {
    return this.#entries.size;
  }

  get(id: string): UnknownGroup | undefined {
    const entry = this.#entries.get(id);
    return entry && this.#view(entry);
  }

  /** Ids of the groups whose average cosine to a face is at least so much; one list for each query. */
  *near(queries: readonly Float32Array[], atLeast: number): Generator<void, string[][]> {
    const found: string[][] = queries.map(() => []);
    yield* this.#table.scan(queries, (row, query, dot) => {
      const entry = this.#byRow[row];
      if (entry && entry.count > 0 && dot >= atLeast * entry.count) found[query]?.push(entry.id);
    });
    return found;
  }

  #enter(face: GalleryFace, embedding: Float32Array): void {
    if (!this.#isUnknown(face)) return;
    const id = face.clusterId ?? face.faceId;
    const entry = this.#entries.get(id) ?? this.#open(id, face.clusterId === null);
    entry.faces.add(face.faceId);
    if (!entry.loose && this.#isPoor(face)) return;
    entry.count++;
    addTo(this.#table.at(entry.row), embedding, 1);
  }

  #leave(face: GalleryFace, embedding: Float32Array): void {
    if (!this.#isUnknown(face)) return;
    const entry = this.#entries.get(face.clusterId ?? face.faceId);
    if (!entry) return;
    entry.faces.delete(face.faceId);
    if (entry.faces.size === 0) {
      this.#table.remove(entry.row);
      this.#byRow[entry.row] = null;
      this.#entries.delete(entry.id);
    } else if (entry.loose || !this.#isPoor(face)) {
      entry.count--;
      addTo(this.#table.at(entry.row), embedding, -1);
    }
  }

  #isUnknown(face: GalleryFace): boolean {
    return face.personId === null && face.origin === 'library' && face.accountId === this.#accountId;
  }

  #open(id: string, loose: boolean): Entry {
    const row = this.#table.add(new Float32Array(this.#table.width));
    const entry: Entry = { id, loose, faces: new Set(), count: 0, row };
    this.#entries.set(id, entry);
    this.#byRow[row] = entry;
    return entry;
  }

  #view({ id, loose, faces, count, row }: Entry): UnknownGroup {
    return { id, loose, faces, count, sum: this.#table.at(row) };
  }
}

function addTo(sum: Float32Array, vector: Float32Array, times: number): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + times * (vector[i] ?? 0);
}
