/**
 * Who is on one photo only: faces without a name that look like nobody else. They make no group, and yet a user may know
 * them; the best come first, so that strangers far behind in a crowd do not stand in the way.
 */
import type { Library } from '../../library/library.ts';
import type { Gallery, GalleryFace } from '../faces/gallery.ts';
import { isPoor } from '../faces/how-usable.ts';
import { inSlices } from '../in-slices.ts';
import type { SmallFaces } from './small-faces.ts';

interface SeenOnceOptions {
  readonly library: Library;
  readonly gallery: Gallery;
  readonly smallFaces: SmallFaces;
  readonly accountId: string;
}

/** Faces looked at in one step: of 150,000 all are looked at in 90 ms, with others in between. */
const STEP = 2000;
/** Sorted one after the other, so that no step is long: drawers of faces of like quality. */
const DRAWERS = 128;

export class SeenOnce {
  readonly #options: SeenOnceOptions;
  /** What was found last, and what it depends on. */
  #known: { readonly on: string; readonly faceIds: readonly string[] } | null = null;

  constructor(options: SeenOnceOptions) {
    this.#options = options;
  }

  /** The ids of their faces, the best first. */
  async list(): Promise<readonly string[]> {
    const { library, gallery, smallFaces, accountId } = this.#options;
    await gallery.catchUp();
    const hidden = library.clusters.hidden(accountId).map(({ id }) => id);
    const on = [gallery.newsSeen, smallFaces.smallest, ...hidden].join(' ');
    if (this.#known?.on === on) return this.#known.faceIds;
    const faceIds = await inSlices(this.#find(new Set(hidden)));
    this.#known = { on, faceIds };
    return faceIds;
  }

  *#find(hiddenGroups: ReadonlySet<string>): Generator<void, string[]> {
    const { gallery } = this.#options;
    const drawers = Array.from({ length: DRAWERS }, (): GalleryFace[] => []);
    let looked = 0;
    for (const face of gallery.faces()) {
      if (this.#isAlone(face, hiddenGroups)) drawers[Math.floor((1 - worth(face)) * (DRAWERS - 1))]?.push(face);
      looked++;
      if (looked % STEP === 0) yield;
    }
    const faceIds: string[] = [];
    for (const drawer of drawers) {
      drawer.sort((one, other) => worth(other) - worth(one) || (one.faceId < other.faceId ? -1 : 1));
      faceIds.push(...drawer.map(({ faceId }) => faceId));
      yield;
    }
    return faceIds;
  }

  /** A face that was split off by itself, or that all others have left, is a group of one. */
  #isAlone(face: GalleryFace, hiddenGroups: ReadonlySet<string>): boolean {
    const { gallery, smallFaces } = this.#options;
    if (smallFaces.isTooSmall(face) || !smallFaces.isNameless(face)) return false;
    if (face.clusterId === null) return true;
    return gallery.members(face.clusterId).size === 1 && !hiddenGroups.has(face.clusterId);
  }
}

/** All poor faces behind all others: what is none is among them. */
const worth = (face: GalleryFace): number => (isPoor(face) ? face.quality / 10 : face.quality);
