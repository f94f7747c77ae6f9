/**
 * Everything that follows from faces looking alike, over one library and one model. Faces that come in (whoever brings
 * them: an import, an undo, another process) are recognized or grouped behind whatever else goes on.
 */
import { LOCAL_ACCOUNT } from '../../library/accounts.ts';
import type { Library } from '../../library/library.ts';
import { Grouping } from '../clusters/grouping.ts';
import { Gallery } from '../faces/gallery.ts';
import { Lookalikes } from './lookalikes.ts';
import type { FaceModel } from './model-in-use.ts';
import { Newcomers } from './newcomers.ts';
import { Recognition } from './recognition.ts';
import { SeenOnce } from './seen-once.ts';
import { automaticFrom } from './settings.ts';
import { SmallFaces } from './small-faces.ts';
import { Suggestions } from './suggestions.ts';

export interface OneModelOptions {
  readonly library: Library;
  readonly model: FaceModel;
  /** Looking at newcomers has failed; it is tried again when more come. */
  readonly onFailure?: (error: unknown) => void;
}

export class OneModel {
  /** All faces with an embedding of this model, those of uploads and of other accounts included. */
  readonly gallery: Gallery;
  readonly #newcomers: Newcomers;
  readonly suggestions: Suggestions;
  readonly lookalikes: Lookalikes;
  readonly smallFaces: SmallFaces;
  readonly seenOnce: SeenOnce;

  constructor({ library, model, ...told }: OneModelOptions) {
    const { embeddingSize: width, calibration } = model;
    const gallery = new Gallery(library, model.embeddingModel, width);
    const smallFaces = new SmallFaces({ library, gallery, accountId: LOCAL_ACCOUNT });
    const { isTooSmall } = smallFaces;
    const shared = { library, gallery, width, calibration, accountId: LOCAL_ACCOUNT, isTooSmall };
    const grouping = new Grouping(shared);
    const recognition = new Recognition(shared);
    this.gallery = gallery;
    this.smallFaces = smallFaces;
    this.seenOnce = new SeenOnce({ ...shared, smallFaces });
    this.suggestions = new Suggestions({ ...shared, recognition });
    this.lookalikes = new Lookalikes({ ...shared, recognition });
    this.#newcomers = new Newcomers({
      ...shared,
      smallFaces,
      grouping,
      recognition,
      automaticFrom: () => automaticFrom(library),
      ...told,
    });
  }

  /** Faces that have not been looked at yet. */
  get waiting(): number {
    return this.#newcomers.waiting;
  }

  /** Call once, before anything else. */
  async load(): Promise<void> {
    await this.gallery.load();
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
    await this.#newcomers.stop();
  }
}
