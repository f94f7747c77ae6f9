/**
 * Small faces: below the size that a user has set, a face stays on its photo and keeps the name it has, but is in no group
 * and in no suggestion. When the size is changed, groups let go of what is too small now, and what is large enough now is
 * looked at as if it had just come: nothing is lost by trying.
 */
import { z } from 'zod';
import type { Library } from '../../library/library.ts';
import type { Gallery, GalleryFace } from '../faces/gallery.ts';
import { inSlices } from '../in-slices.ts';
import { smallestFace } from './settings.ts';

interface SmallFacesOptions {
  readonly library: Library;
  readonly gallery: Gallery;
  readonly accountId: string;
}

/** The setting that remembers for which size the groups are right, px. */
const SIFTED = 'newcomers.sifted';
const sifted = z.number();
/** Groups changed in one transaction. */
const GROUPS_AT_ONCE = 32;

export class SmallFaces {
  readonly #options: SmallFacesOptions;
  /** The user's setting as it was last looked at: asked for every face, it must cost nothing. */
  #smallest: number;
  /** What the groups have been sifted for in this run; null before. */
  #taken: number | null = null;

  constructor(options: SmallFacesOptions) {
    this.#options = options;
    this.#smallest = smallestFace(options.library);
  }

  /** Whether a face is to be neither grouped nor suggested. */
  readonly isTooSmall = (face: Pick<GalleryFace, 'size'>): boolean => face.size < this.#smallest;

  /** px. */
  get smallest(): number {
    return this.#smallest;
  }

  /** A face of the user's photos that has no name. */
  isNameless(face: GalleryFace): boolean {
    return face.personId === null && this.#isOurs(face);
  }

  /** A face of the user's photos that has no name and no group. */
  isLoose(face: GalleryFace): boolean {
    return face.clusterId === null && this.isNameless(face);
  }

  /** How many faces there are, and how many are smaller than so many px. */
  count(below: number): { readonly faces: number; readonly smaller: number } {
    let [faces, smaller] = [0, 0];
    for (const face of this.#options.gallery.faces()) {
      if (!this.#isOurs(face)) continue;
      faces++;
      if (face.size < below) smaller++;
    }
    return { faces, smaller };
  }

  /**
   * Takes in what the user has set meanwhile: groups lose what is too small now.
   *
   * @returns faces that have become large enough to be looked at; `sifted` says that they have been
   */
  async sift(): Promise<string[]> {
    const { library, gallery } = this.#options;
    const wanted = smallestFace(library);
    const done = this.#done;
    const taken = this.#taken ?? done;
    this.#smallest = wanted;
    this.#taken = wanted;
    if (wanted === taken) return [];
    const before = Math.max(taken, done);
    if (wanted > Math.min(taken, done)) await inSlices(this.#letGo());
    return [...gallery.faces()]
      .filter((face) => face.size < before && this.isLoose(face) && !this.isTooSmall(face))
      .map(({ faceId }) => faceId);
  }

  /** All faces that `sift` has named have been looked at. */
  sifted(): void {
    const { library } = this.#options;
    if (this.#smallest !== this.#done) library.transaction(() => library.settings.set(SIFTED, this.#smallest));
  }

  get #done(): number {
    return sifted.safeParse(this.#options.library.settings.get(SIFTED)).data ?? 0;
  }

  *#letGo(): Generator<void> {
    const { library, gallery, accountId } = this.#options;
    const grouped = [...gallery.faces()].filter((face) => this.#isOurs(face) && face.clusterId !== null);
    const groups = [...Map.groupBy(grouped, ({ clusterId }) => clusterId ?? '').values()];
    for (let at = 0; at < groups.length; at += GROUPS_AT_ONCE) {
      const released = groups.slice(at, at + GROUPS_AT_ONCE).flatMap((group) => this.#leaving(group));
      if (released.length > 0) {
        library.transaction(() => {
          library.clusters.release(released);
          library.clusters.removeEmpty(accountId);
        });
        gallery.follow();
      }
      yield;
    }
  }

  /** Who has to leave a group: not those whom a user has put there. One face that is left alone is no group. */
  #leaving(group: readonly GalleryFace[]): string[] {
    const leaving = group.filter((face) => face.how === 'automatic' && this.isTooSmall(face));
    const staying = group.length - leaving.length;
    const all = leaving.length > 0 && staying < 2 && group.every(({ how }) => how === 'automatic');
    return (all ? group : leaving).map(({ faceId }) => faceId);
  }

  #isOurs({ origin, accountId }: GalleryFace): boolean {
    return origin === 'library' && accountId === this.#options.accountId;
  }
}
