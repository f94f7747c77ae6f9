/**
 * Newcomers: faces that nobody has looked at yet. Each is first compared with the known people and, if it is surely one
 * of them, added on the machine's own account; otherwise it is grouped with the unknown. The queue is worked off behind
 * whatever else goes on, and after a crash it is made up again from the library's news.
 */
import { z } from 'zod';
import type { Library } from '../../library/library.ts';
import type { Grouping } from '../clusters/grouping.ts';
import type { Gallery, GalleryFace } from '../faces/gallery.ts';
import { isPoor } from '../faces/how-usable.ts';
import { inSlices } from '../in-slices.ts';
import type { Recognition } from './recognition.ts';
import type { SmallFaces } from './small-faces.ts';

interface NewcomersOptions {
  readonly library: Library;
  readonly gallery: Gallery;
  readonly grouping: Grouping;
  readonly recognition: Recognition;
  readonly smallFaces: SmallFaces;
  /** Confidence from which a face is added to a person without asking, 0..1; above 1 means never. */
  readonly automaticFrom: () => number;
  /** The queue has stopped; faces wait in it until the next call of `look`. */
  readonly onFailure?: (error: unknown) => void;
}

/** The setting that remembers up to which news all newcomers have been looked at, and by which model. */
const SEEN = 'newcomers.seen';
const seenSetting = z.object({ model: z.string(), news: z.number() });
const NEWS_PAGE = 128;
const BATCH = 8;

export class Newcomers {
  readonly #options: NewcomersOptions;
  readonly #queue = new Set<string>();
  #looking: Promise<void> | null = null;
  /** Something has happened since the last look at the news. */
  #moreNews = false;
  #stopped = false;

  constructor(options: NewcomersOptions) {
    this.#options = options;
    options.gallery.listen({
      enter: (face) => {
        if (this.#isNewcomer(face)) this.#queue.add(face.faceId);
      },
      leave: (face) => {
        this.#queue.delete(face.faceId);
      },
    });
  }

  /** Faces that wait. */
  get waiting(): number {
    return this.#queue.size;
  }

  /**
   * Take the loaded gallery as known, except for what came after the last newcomer was looked at. Call once, after
   * `gallery.load()`.
   */
  async resume(): Promise<void> {
    this.#queue.clear();
    await inSlices(this.#findUnseen());
  }

  /** Look at all that wait, in the background. */
  look(): void {
    this.#moreNews = true;
    if (this.#looking || this.#stopped) return;
    this.#looking = this.#workOff()
      .catch((error: unknown) => this.#options.onFailure?.(error))
      .finally(() => {
        this.#looking = null;
        // Said after the last look at the news, and before anybody could know that it was the last.
        if (this.#moreNews) this.look();
      });
  }

  /** Look at all that wait, and come back when that is done. */
  async settle(): Promise<void> {
    this.look();
    while (this.#looking) await this.#looking;
  }

  /** Finish the face at hand and leave the rest for the next start. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#looking;
  }

  *#findUnseen(): Generator<void> {
    const { library, gallery } = this.#options;
    let after = this.#newsSeen();
    for (let more = true; more; ) {
      const page = library.embeddings.news(gallery.model, after, NEWS_PAGE);
      for (const { seq, faceId } of page) {
        const face = gallery.face(faceId);
        if (face && this.#isNewcomer(face)) this.#queue.add(faceId);
        after = seq;
      }
      more = page.length === NEWS_PAGE;
      yield;
    }
  }

  async #workOff(): Promise<void> {
    const { library, gallery, smallFaces } = this.#options;
    while ((this.#moreNews || this.#queue.size > 0) && !this.#stopped) {
      this.#moreNews = false;
      await gallery.catchUp();
      for (const faceId of await smallFaces.sift()) this.#queue.add(faceId);
      const batch = [...this.#queue].slice(0, BATCH);
      for (const faceId of batch) this.#queue.delete(faceId);
      await this.#lookAt(batch);
    }
    if (this.#queue.size > 0) return;
    smallFaces.sifted();
    const { model, newsSeen: news } = gallery;
    const seen = this.#newsSeen();
    if (news === seen) return;
    // Nobody but the gallery remembers faces: of everything ever sent to the API some news would be left for ever.
    await inSlices(this.#forgetGone(seen, news));
    library.transaction(() => library.settings.set(SEEN, { model, news }));
  }

  *#forgetGone(seen: number, news: number): Generator<void> {
    const { library } = this.#options;
    for (let after = seen; after < news; after += NEWS_PAGE) {
      library.transaction(() => library.embeddings.forgetGone(after, Math.min(news, after + NEWS_PAGE)));
      yield;
    }
  }

  /** What another model has seen says nothing: faces may have come that only this one can compare. */
  #newsSeen(): number {
    const { library, gallery } = this.#options;
    const seen = seenSetting.safeParse(library.settings.get(SEEN)).data;
    return seen?.model === gallery.model ? seen.news : 0;
  }

  async #lookAt(faceIds: readonly string[]): Promise<void> {
    try {
      await this.#place(faceIds);
    } catch (error: unknown) {
      // The library cannot be written now: they wait for the next look.
      for (const faceId of faceIds) {
        const face = this.#options.gallery.face(faceId);
        if (face && this.#isNewcomer(face)) this.#queue.add(faceId);
      }
      throw error;
    }
  }

  async #place(faceIds: readonly string[]): Promise<void> {
    const unknown: string[] = [];
    for (const faceId of faceIds) if (!(await this.#assignIfSure(faceId))) unknown.push(faceId);
    const released = await this.#options.grouping.place(unknown);
    // What grouping has set free it has looked at: nothing is to be gained by looking again.
    for (const faceId of released) this.#queue.delete(faceId);
  }

  async #assignIfSure(faceId: string): Promise<boolean> {
    const { library, gallery, recognition, automaticFrom } = this.#options;
    const threshold = automaticFrom();
    const face = gallery.face(faceId);
    if (threshold > 1 || !face || isPoor(face)) return false;
    const [surest] = await recognition.recognize(faceId, threshold);
    const now = gallery.face(faceId);
    if (!surest || !now || !this.#isNewcomer(now)) return false;
    const { personId, confidence } = surest;
    library.transaction(() => library.persons.assign([{ faceId, personId, how: 'automatic', confidence }]));
    gallery.follow();
    return true;
  }

  #isNewcomer(face: GalleryFace): boolean {
    const { smallFaces } = this.#options;
    return smallFaces.isLoose(face) && !smallFaces.isTooSmall(face);
  }
}
