/**
 * The gallery: every face that can be seen, in memory, with its embedding and whose it is. It is a mirror of the library,
 * kept in step by the library's news, so that whoever changes a face (a command, its undo, another process) need not know
 * that anybody remembers it.
 */
import type { IndexedFace } from '../../library/embeddings.ts';
import type { Library } from '../../library/library.ts';
import { inSlices } from '../in-slices.ts';
import { ExactFaceIndex } from './face-index.ts';

/** A face as the gallery remembers it; its embedding is in the index. */
export type GalleryFace = Omit<IndexedFace, 'vector'>;

/** Who keeps sums or lists of faces: a face that changes leaves as it was and enters as it is. */
export interface GalleryListener {
  enter(face: GalleryFace, embedding: Float32Array): void;
  leave(face: GalleryFace, embedding: Float32Array): void;
}

/** News read at a time: about 2 ms. */
const NEWS_PAGE = 128;

export class Gallery {
  /** Identity of the embedding space of all its faces. */
  readonly model: string;
  readonly #library: Library;
  readonly #faces = new Map<string, GalleryFace>();
  readonly #index: ExactFaceIndex;
  readonly #members = new Map<string, Set<string>>();
  readonly #listeners: GalleryListener[] = [];
  #newsSeen = 0;

  /**
   * @param model what the embeddings were made with, and
   * @param width their length
   */
  constructor(library: Library, model: string, width: number) {
    this.#library = library;
    this.model = model;
    this.#index = new ExactFaceIndex(width);
  }

  get index(): ExactFaceIndex {
    return this.#index;
  }

  /** The number of the newest news that this gallery has taken in. */
  get newsSeen(): number {
    return this.#newsSeen;
  }

  face(faceId: string): GalleryFace | undefined {
    return this.#faces.get(faceId);
  }

  /** All of them, in no order. */
  faces(): Iterable<GalleryFace> {
    return this.#faces.values();
  }

  /** The face's L2-normalised embedding, not a copy. */
  embedding(faceId: string): Float32Array | undefined {
    return this.#index.embedding(faceId);
  }

  /** The faces of a person or of a cluster. */
  members(ownerId: string): ReadonlySet<string> {
    return this.#members.get(ownerId) ?? NOBODY;
  }

  /** Be told of every change, the faces of `load` included. */
  listen(listener: GalleryListener): void {
    this.#listeners.push(listener);
  }

  /** Take in the whole library. Others get their turn in between; what they change meanwhile is news afterwards. */
  async load(): Promise<void> {
    this.#newsSeen = this.#library.embeddings.newest();
    await inSlices(this.#loading());
    await this.catchUp();
  }

  /** Take in all that has happened since, giving way in between. */
  async catchUp(): Promise<void> {
    await inSlices(this.#news());
  }

  /** Take in all that has happened since, now: for those who need to see what they have just done. */
  follow(): void {
    for (const _page of this.#news());
  }

  *#loading(): Generator<void> {
    for (const { vector, ...face } of this.#library.embeddings.stream(this.model)) {
      this.#put(face, vector);
      yield;
    }
  }

  *#news(): Generator<void> {
    for (let more = true; more; ) {
      const page = this.#library.embeddings.news(this.model, this.#newsSeen, NEWS_PAGE);
      for (const { seq, faceId, face } of page) {
        if (face === null) this.#drop(faceId);
        else {
          const { vector, ...rest } = face;
          this.#put(rest, vector);
        }
        this.#newsSeen = seq;
      }
      more = page.length === NEWS_PAGE;
      yield;
    }
  }

  #put(face: GalleryFace, vector: Float32Array): void {
    // An embedding of another length is not of this model, whatever it says; such a face cannot be compared.
    if (vector.length !== this.#index.width) return;
    this.#drop(face.faceId);
    this.#index.set(face.faceId, vector);
    this.#faces.set(face.faceId, face);
    for (const owner of owners(face)) {
      const members = this.#members.get(owner) ?? new Set();
      this.#members.set(owner, members.add(face.faceId));
    }
    for (const listener of this.#listeners) listener.enter(face, vector);
  }

  #drop(faceId: string): void {
    const face = this.#faces.get(faceId);
    const embedding = this.#index.embedding(faceId);
    if (!face || !embedding) return;
    for (const listener of this.#listeners) listener.leave(face, embedding);
    for (const owner of owners(face)) {
      const members = this.#members.get(owner);
      members?.delete(faceId);
      if (members?.size === 0) this.#members.delete(owner);
    }
    this.#faces.delete(faceId);
    this.#index.remove(faceId);
  }
}

const NOBODY: ReadonlySet<string> = new Set();

function owners({ personId, clusterId }: GalleryFace): string[] {
  return [personId, clusterId].filter((owner) => owner !== null);
}
