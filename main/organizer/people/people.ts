/**
 * People: everything that follows from faces looking alike, over one library and one model. Faces that come in (whoever
 * brings them: an import, an undo, another process) are recognized or grouped behind whatever else goes on.
 */
import type { PackFacts } from '../../engine/engine.ts';
import { LOCAL_ACCOUNT } from '../../library/accounts.ts';
import type { Library } from '../../library/library.ts';
import { Grouping } from '../clusters/grouping.ts';
import type { FaceIndex } from '../faces/face-index.ts';
import { Gallery, type GalleryFace } from '../faces/gallery.ts';
import { type Arrivals, Newcomers } from './newcomers.ts';
import { Recognition } from './recognition.ts';
import { automaticFrom } from './settings.ts';
import { Suggestions } from './suggestions.ts';

export interface PeopleOptions {
  readonly library: Library;
  /** The model whose embeddings are compared. */
  readonly pack: Pick<PackFacts, 'embeddingModel' | 'embeddingSize' | 'calibration'>;
  readonly onArrivals?: (arrivals: Arrivals) => void;
  /** Looking at newcomers has failed; it is tried again when more come. */
  readonly onFailure?: (error: unknown) => void;
}

/**
 * Faces below this quality are too small, too blurred or too far turned to vouch for anybody: they may join a group or a
 * suggestion but do not shape either.
 */
const POOR_QUALITY = 0.04;

const isPoor = (face: GalleryFace): boolean => face.quality < POOR_QUALITY;

export class People {
  readonly #gallery: Gallery;
  readonly #newcomers: Newcomers;
  readonly #unwatch: () => void;
  readonly suggestions: Suggestions;

  /** @see openPeople */
  constructor({ library, pack, ...told }: PeopleOptions) {
    const { embeddingSize: width, calibration } = pack;
    const gallery = new Gallery(library, pack.embeddingModel, width);
    const shared = { library, gallery, width, calibration, accountId: LOCAL_ACCOUNT, isPoor };
    const grouping = new Grouping(shared);
    const recognition = new Recognition(shared);
    this.#gallery = gallery;
    this.suggestions = new Suggestions({ ...shared, recognition });
    this.#newcomers = new Newcomers({
      ...shared,
      grouping,
      recognition,
      automaticFrom: () => automaticFrom(library),
      ...told,
    });
    this.#unwatch = library.watch(() => this.look());
  }

  /** All faces by likeness, those of uploads included. */
  get index(): FaceIndex {
    return this.#gallery.index;
  }

  /** Faces that have not been looked at yet. */
  get waiting(): number {
    return this.#newcomers.waiting;
  }

  async load(): Promise<void> {
    await this.#gallery.load();
    await this.#newcomers.resume();
  }

  /** The library has changed: look at what is new, in the background. */
  look(): void {
    this.#newcomers.look();
  }

  /** Comes back when nothing is new any more. */
  settle(): Promise<void> {
    return this.#newcomers.settle();
  }

  /** Finish the faces at hand; the rest is looked at after the next start. */
  async close(): Promise<void> {
    this.#unwatch();
    await this.#newcomers.stop();
  }
}

/** Loads the faces of the library and begins to look at those that are new. */
export async function openPeople(options: PeopleOptions): Promise<People> {
  const people = new People(options);
  await people.load();
  people.look();
  return people;
}
