/**
 * Likeness: how alike given faces are, asked by name. Faces that have no embedding yet are trained first: embedded from
 * the crops that the library keeps, by the model that the engine runs now.
 */
import { confidence } from '../../engine/confidence.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Library } from '../../library/library.ts';
import type { Id } from '../../library/store.ts';
import { ExactFaceIndex } from '../faces/face-index.ts';
import type { Gallery } from '../faces/gallery.ts';
import type { Selection } from '../faces/selection.ts';
import { inSlices } from '../in-slices.ts';
import { embedFaces, FACES_AT_ONCE } from './embed-faces.ts';

interface LikenessOptions {
  readonly library: Library;
  readonly engine: Pick<Engine, 'pack' | 'embedCrops'>;
  /** All faces in memory, by the model that answers now; ask each time. */
  readonly gallery: () => Gallery;
}

/** A face of a list with how sure it is that it shows the same person, 0..1. */
export interface Likely {
  readonly faceId: Id;
  readonly confidence: number;
}

/** What embedding a face takes until it has been measured, ms. */
const FIRST_GUESS_MS = 15;
/** Weight of the newest measurement in the mean. */
const NEWEST = 0.3;

export class Likeness {
  readonly #options: LikenessOptions;
  /** A list that is asked again keeps its place in the index; a list is the same while it is the same array. */
  readonly #selections = new WeakMap<readonly Id[], { index: ExactFaceIndex; selection: Selection }>();
  #msPerFace = FIRST_GUESS_MS;

  constructor(options: LikenessOptions) {
    this.#options = options;
  }

  /** Identity of the embedding space. */
  get model(): string {
    return this.#options.engine.pack.embeddingModel;
  }

  /** Those of the faces that can be trained and are not. A long list that is new is looked through in slices. */
  async untrained(faceIds: readonly Id[], signal?: AbortSignal): Promise<readonly Id[]> {
    const missing = await this.#missing(faceIds, signal);
    return missing.length === 0 ? missing : this.#options.library.faces.cropped(missing);
  }

  /** What training so many faces takes, ms, by what it took lately. */
  trainingTime(faces: number): number {
    return faces * this.#msPerFace;
  }

  /**
   * Embeds those of the faces that are not yet. Each batch is kept as soon as it is done.
   *
   * @throws EngineError when the engine fails, or `cancelled` by the signal
   */
  async train(faceIds: readonly Id[], signal?: AbortSignal): Promise<void> {
    const { library, engine } = this.#options;
    const waiting = await this.untrained(faceIds, signal);
    for (let at = 0; at < waiting.length; at += FACES_AT_ONCE) {
      const batch = waiting.slice(at, at + FACES_AT_ONCE);
      const begun = performance.now();
      await embedFaces(library, engine, batch, { priority: 'interactive', ...(signal && { signal }) });
      this.#learnPace((performance.now() - begun) / batch.length);
    }
  }

  /**
   * How sure it is that a trained face and another show the same person.
   *
   * @returns 0..1, 1 for a face and itself; 0 where one of them has no embedding
   */
  async confidence(faceId: Id, otherId: Id): Promise<number> {
    if (faceId === otherId) return 1;
    const [found] = await this.confidences(faceId, [otherId]);
    return found ?? 0;
  }

  /** @returns one confidence for each face of the list, in its order; 0 where there is no embedding */
  async confidences(faceId: Id, among: readonly Id[], signal?: AbortSignal): Promise<number[]> {
    const { index, selection } = this.#select(faceId, among);
    const query = index.embedding(faceId)?.slice();
    if (!query) return among.map((id) => (id === faceId ? 1 : 0));
    const cosines = await index.cosines(query, selection, signal);
    return among.map((id, i) => (id === faceId ? 1 : this.#confidence(cosines[i])));
  }

  /** The faces of the list that are most like a trained face, best first, equals in the order of the list. */
  async best(faceId: Id, among: readonly Id[], limit: number, signal?: AbortSignal): Promise<Likely[]> {
    const { index, selection } = this.#select(faceId, among);
    const query = index.embedding(faceId)?.slice();
    if (!query) return [];
    const matches = await index.rank(query, selection, limit, signal);
    return matches.map((match) => ({
      faceId: match.faceId,
      confidence: match.faceId === faceId ? 1 : this.#confidence(match.cosine),
    }));
  }

  #confidence(cosine: number | undefined): number {
    if (cosine === undefined || Number.isNaN(cosine)) return 0;
    return confidence(cosine, this.#options.engine.pack.calibration);
  }

  async #missing(faceIds: readonly Id[], signal?: AbortSignal): Promise<readonly Id[]> {
    const gallery = this.#galleryInStep();
    if (gallery) {
      const selection = this.#selectionIn(gallery.index, faceIds);
      await inSlices(selection.settling(), signal);
      return selection.missing;
    }
    const known = this.#options.library.embeddings.ofFaces(this.#options.engine.pack.embeddingModel, faceIds);
    return faceIds.filter((id) => !known.has(id));
  }

  /** An index that holds the face and the list, and the list's place in it. */
  #select(faceId: Id, among: readonly Id[]): { index: ExactFaceIndex; selection: Selection } {
    const gallery = this.#galleryInStep();
    const index = gallery ? gallery.index : this.#indexOf([faceId, ...among]);
    return { index, selection: this.#selectionIn(index, among) };
  }

  #selectionIn(index: ExactFaceIndex, faceIds: readonly Id[]): Selection {
    const known = this.#selections.get(faceIds);
    if (known?.index === index) return known.selection;
    const selection = index.selection(faceIds);
    this.#selections.set(faceIds, { index, selection });
    return selection;
  }

  /** The gallery with all that has happened in it; null while it still answers with the model before the engine's. */
  #galleryInStep(): Gallery | null {
    const gallery = this.#options.gallery();
    if (gallery.model !== this.#options.engine.pack.embeddingModel) return null;
    gallery.follow();
    return gallery;
  }

  /** An index of these faces alone, from the library. */
  #indexOf(faceIds: readonly Id[]): ExactFaceIndex {
    const { library, engine } = this.#options;
    const { embeddingModel, embeddingSize } = engine.pack;
    const index = new ExactFaceIndex(embeddingSize);
    for (const [faceId, vector] of library.embeddings.ofFaces(embeddingModel, faceIds)) {
      if (vector.length === embeddingSize) index.set(faceId, vector);
    }
    return index;
  }

  #learnPace(ms: number): void {
    this.#msPerFace += NEWEST * (ms - this.#msPerFace);
  }
}
