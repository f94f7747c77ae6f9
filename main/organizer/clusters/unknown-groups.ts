/**
 * The unknown as groups: each cluster, and each unknown face that is in none as a group of its own.
 *
 * Poor faces (small, blurred, turned away) look like everybody: they are members but have no part in the sums, so that
 * they never pull a group towards strangers.
 */
import type { Gallery, GalleryFace } from '../faces/gallery.ts';
import { GroupSums } from '../faces/group-sums.ts';
import { isPoor } from '../faces/how-usable.ts';

/** A cluster, or one loose face. */
export interface UnknownGroup {
  /** The cluster's id; of a loose face its own. */
  readonly id: string;
  readonly loose: boolean;
  readonly faces: ReadonlySet<string>;
  /** The photos of the faces, with the number of faces on each. */
  readonly photos: ReadonlyMap<string, number>;
  /** Members that a user has put here. */
  readonly confirmed: number;
  /** Members whose embeddings are in the sum: the good ones; a loose face itself, good or poor. */
  readonly count: number;
  /** Not a copy. */
  readonly sum: Float32Array;
}

interface Members {
  readonly loose: boolean;
  readonly faces: Set<string>;
  readonly photos: Map<string, number>;
  confirmed: number;
}

export class UnknownGroups {
  readonly #sums: GroupSums;
  readonly #members = new Map<string, Members>();
  readonly #accountId: string;

  constructor(gallery: Gallery, width: number, accountId: string) {
    this.#sums = new GroupSums(width);
    this.#accountId = accountId;
    const counts = (face: GalleryFace): boolean => face.clusterId === null || !isPoor(face);
    gallery.listen({
      enter: (face, embedding) => {
        if (!this.#isUnknown(face)) return;
        this.#enter(groupOf(face), face);
        if (counts(face)) this.#sums.add(groupOf(face), embedding);
      },
      leave: (face, embedding) => {
        if (!this.#isUnknown(face)) return;
        this.#leave(groupOf(face), face);
        if (counts(face)) this.#sums.subtract(groupOf(face), embedding);
      },
    });
  }

  /** Clusters and loose faces together. */
  get size(): number {
    return this.#members.size;
  }

  /** Undefined also for a cluster that has only poor faces: nothing can be said of it. */
  get(id: string): UnknownGroup | undefined {
    const members = this.#members.get(id);
    const sums = this.#sums.get(id);
    return members && sums && { ...members, ...sums };
  }

  /** Ids of the groups whose average cosine to a face is at least so much; one list for each query. */
  near(queries: readonly Float32Array[], atLeast: number): Generator<void, string[][]> {
    return this.#sums.alike(queries, atLeast);
  }

  #enter(id: string, { faceId, imageId, clusterId, how }: GalleryFace): void {
    const members = this.#members.get(id) ?? {
      loose: clusterId === null,
      faces: new Set<string>(),
      photos: new Map<string, number>(),
      confirmed: 0,
    };
    this.#members.set(id, members);
    members.faces.add(faceId);
    members.photos.set(imageId, (members.photos.get(imageId) ?? 0) + 1);
    if (how === 'confirmed') members.confirmed++;
  }

  #leave(id: string, { faceId, imageId, how }: GalleryFace): void {
    const members = this.#members.get(id);
    if (!members?.faces.delete(faceId)) return;
    const onPhoto = (members.photos.get(imageId) ?? 1) - 1;
    if (onPhoto === 0) members.photos.delete(imageId);
    else members.photos.set(imageId, onPhoto);
    if (how === 'confirmed') members.confirmed--;
    if (members.faces.size === 0) this.#members.delete(id);
  }

  #isUnknown(face: GalleryFace): boolean {
    return face.personId === null && face.origin === 'library' && face.accountId === this.#accountId;
  }
}

const groupOf = (face: GalleryFace): string => face.clusterId ?? face.faceId;
