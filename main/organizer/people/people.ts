/**
 * People: who is on the photos. Answers with one model's embeddings, and when the engine comes with another model, has
 * every face embedded anew in the background while the old model goes on answering; then the new one takes over.
 */
import type { Engine } from '../../engine/engine.ts';
import type { Library } from '../../library/library.ts';
import type { FaceIndex } from '../faces/face-index.ts';
import { Likeness } from './likeness.ts';
import type { Lookalikes } from './lookalikes.ts';
import { type FaceModel, modelInUse, setModelInUse } from './model-in-use.ts';
import { OneModel } from './one-model.ts';
import { embedMissing } from './re-embedding.ts';
import type { SeenOnce } from './seen-once.ts';
import type { Suggestions } from './suggestions.ts';

export interface PeopleOptions {
  readonly library: Library;
  readonly engine: Pick<Engine, 'pack' | 'embedCrops'>;
  /** What goes on in the background has failed; it is tried again when more faces come, or at the next start. */
  readonly onFailure?: (error: unknown) => void;
}

export class People {
  readonly #options: PeopleOptions;
  readonly #unwatch: () => void;
  readonly #stop = new AbortController();
  /** How alike given faces are, by the engine's own model. */
  readonly likeness: Likeness;
  #model: OneModel;
  #changeover: Promise<void> = Promise.resolve();
  #reEmbedded: number | null = null;

  private constructor(options: PeopleOptions, model: OneModel) {
    this.#options = options;
    this.#model = model;
    this.likeness = new Likeness({ ...options, gallery: () => this.#model.gallery });
    this.#unwatch = options.library.watch(() => this.look());
  }

  /** Loads the faces of the library and begins to look at those that are new. */
  static async open(options: PeopleOptions): Promise<People> {
    const { library, engine } = options;
    const old = modelInUse(library);
    const isChange = old !== null && old.embeddingModel !== engine.pack.embeddingModel && embeddedBy(library, old) > 0;
    const people = new People(options, await openModel(options, isChange ? old : engine.pack));
    if (isChange) people.#changeOver();
    else setModelInUse(library, engine.pack);
    people.look();
    return people;
  }

  /** All faces by likeness, those of uploads included. Ask again after a while: a new model brings a new index. */
  get index(): FaceIndex {
    return this.#model.gallery.index;
  }

  /** Faces that may be known people. */
  get suggestions(): Suggestions {
    return this.#model.suggestions;
  }

  /** Faces and people that look like each other. */
  get lookalikes(): Lookalikes {
    return this.#model.lookalikes;
  }

  /** Faces without a name that look like nobody else. */
  get seenOnce(): SeenOnce {
    return this.#model.seenOnce;
  }

  /** Faces that have not been looked at yet. */
  get waiting(): number {
    return this.#model.waiting;
  }

  /** How many faces of the user's photos there are that can be compared, and how many are smaller than so many px. */
  countSmall(below: number): { readonly faces: number; readonly smaller: number } {
    return this.#model.smallFaces.count(below);
  }

  /** Faces that the new model has embedded; null when no change of models is under way. */
  get reEmbedded(): number | null {
    return this.#reEmbedded;
  }

  /** The library has changed: look at what is new, in the background. */
  look(): void {
    this.#model.look();
  }

  /** Comes back when nothing is new any more. A change of models is not waited for. */
  settle(): Promise<void> {
    return this.#model.settle();
  }

  /** Comes back when the new model has taken over, or has failed to; at once when there is none. */
  changedOver(): Promise<void> {
    return this.#changeover;
  }

  /** Finish the faces at hand; the rest is looked at after the next start. */
  async close(): Promise<void> {
    this.#unwatch();
    this.#stop.abort();
    await this.#changeover;
    await this.#model.close();
  }

  #changeOver(): void {
    const { library, engine } = this.#options;
    const before = embeddedBy(library, engine.pack);
    this.#reEmbedded = before;
    this.#changeover = this.#embedAnew(before)
      .catch((error: unknown) => {
        if (!this.#stop.signal.aborted) this.#options.onFailure?.(error);
      })
      .finally(() => {
        this.#reEmbedded = null;
      });
  }

  /** @param before faces that it had embedded before this run */
  async #embedAnew(before: number): Promise<void> {
    const { library, engine } = this.#options;
    const { signal } = this.#stop;
    await embedMissing(library, engine, signal, (done) => {
      this.#reEmbedded = before + done;
    });
    if (signal.aborted) return;
    const next = await openModel(this.#options, engine.pack);
    const old = this.#model;
    this.#model = next;
    await old.close();
    setModelInUse(library, engine.pack);
    forgetOthers(library, engine.pack);
    this.look();
  }
}

async function openModel({ library, onFailure }: PeopleOptions, model: FaceModel): Promise<OneModel> {
  const opened = new OneModel({ library, model, ...(onFailure && { onFailure }) });
  await opened.load();
  return opened;
}

const embeddedBy = (library: Library, { embeddingModel }: FaceModel): number =>
  library.embeddings.counts().find(({ model }) => model === embeddingModel)?.faces ?? 0;

function forgetOthers(library: Library, { embeddingModel }: FaceModel): void {
  const others = library.embeddings.counts().filter(({ model }) => model !== embeddingModel);
  library.transaction(() => {
    for (const { model } of others) library.embeddings.removeModel(model);
  });
}
