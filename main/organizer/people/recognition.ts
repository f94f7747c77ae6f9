/**
 * Recognition: which known person does a face look like, and how sure is that?
 *
 * A face is compared with the faces that a user has confirmed, not with those that the machine has added on its own, so
 * that one mistake does not lead to the next. The two most alike decide together: on LFW, with two named photos of each of
 * 172 people and 1,409 strangers, asking for confidence 0.75 found 96 % of the faces and let in one stranger; the single
 * most alike face would have found 98 % and let in thirteen.
 */
import { type Calibration, confidence, cosineForConfidence } from '../../engine/confidence.ts';
import type { Library } from '../../library/library.ts';
import type { Gallery, GalleryFace } from '../faces/gallery.ts';
import { GroupSums } from '../faces/group-sums.ts';
import { isClear, isPoor } from '../faces/how-usable.ts';
import { dot } from '../faces/vector-table.ts';
import { inSlices } from '../in-slices.ts';

export interface Recognized {
  readonly personId: string;
  /** 0..1, calibrated. */
  readonly confidence: number;
}

interface RecognitionOptions {
  readonly library: Library;
  readonly gallery: Gallery;
  /** Length of the embeddings. */
  readonly width: number;
  readonly calibration: Calibration;
  readonly accountId: string;
}

/**
 * A person's two most alike faces may be this much more alike than the mean of all. On LFW the mean is rarely behind at
 * all; over decades of a life it may be.
 */
const SLACK = 0.15;

export class Recognition {
  readonly #options: RecognitionOptions;
  /** All faces of each person: who is worth a closer look. */
  readonly #persons: GroupSums;

  constructor(options: RecognitionOptions) {
    this.#options = options;
    this.#persons = new GroupSums(options.width);
    const { accountId } = options;
    options.gallery.listen({
      enter: ({ personId, accountId: owner }, embedding) => {
        if (personId !== null && owner === accountId) this.#persons.add(personId, embedding);
      },
      leave: ({ personId, accountId: owner }, embedding) => {
        if (personId !== null && owner === accountId) this.#persons.subtract(personId, embedding);
      },
    });
  }

  /**
   * Known people whom a face looks like, the surest first: none that a user has rejected for this face, none who is on
   * the same photo already.
   *
   * @param atLeast lowest confidence of interest, 0..1
   */
  async recognize(faceId: string, atLeast: number): Promise<Recognized[]> {
    const { gallery, calibration } = this.#options;
    const embedding = gallery.embedding(faceId)?.slice();
    if (!embedding) return [];
    const candidates = await this.alike(embedding, cosineForConfidence(atLeast, calibration) - SLACK);
    // Others had their turn: what counts is what is true now.
    const face = gallery.face(faceId);
    if (!face) return [];
    const excluded = this.excludedPersons(face);
    return candidates
      .filter((personId) => !excluded.has(personId))
      .map((personId) => ({ personId, confidence: this.confidence(face, personId) }))
      .filter((person) => person.confidence >= atLeast)
      .sort((a, b) => b.confidence - a.confidence || (a.personId < b.personId ? -1 : 1));
  }

  /** People whose mean face has at least this cosine to a face: who is worth a closer look. */
  alike(embedding: Float32Array, atLeast: number): Promise<string[]> {
    return inSlices(this.#persons.alikeInTheMean(embedding, atLeast));
  }

  /** Who this face can not be: whom a user has rejected for it, and who else is on its photo. */
  excludedPersons({ faceId, imageId }: Pick<GalleryFace, 'faceId' | 'imageId'>): Set<string> {
    const { library } = this.#options;
    const rejected = library.rejections.ofFaces([faceId]).map((rejection) => rejection.notId);
    const present = library.persons.onImages([imageId]).map((on) => on.personId);
    return new Set([...rejected, ...present]);
  }

  /** How sure it is that a face is a person, by the two most alike of the person's references. */
  confidence(face: GalleryFace, personId: string): number {
    const { gallery, calibration } = this.#options;
    const embedding = gallery.embedding(face.faceId);
    if (!embedding) return 0;
    const references = this.references(personId);
    const cosines = (isPoor(face) ? references.filter((id) => this.#isClear(id)) : references).map((reference) =>
      dot(embedding, gallery.embedding(reference) ?? embedding),
    );
    return cosines.length === 0 ? 0 : confidence(twoMostAlike(cosines), calibration);
  }

  /** The faces that stand for a person: the good ones that a user has confirmed, or else whatever there is. */
  references(personId: string): string[] {
    const { gallery } = this.#options;
    const faces = [...gallery.members(personId)]
      .map((faceId) => gallery.face(faceId))
      .filter((face) => face !== undefined);
    const confirmed = faces.filter((face) => face.how === 'confirmed');
    const good = confirmed.filter((face) => !isPoor(face));
    const standing = good.length > 0 ? good : confirmed.length > 0 ? confirmed : faces;
    return standing.map((face) => face.faceId);
  }

  #isClear(faceId: string): boolean {
    const face = this.#options.gallery.face(faceId);
    return face !== undefined && isClear(face);
  }
}

/**
 * How alike a face is to a person: the mean of the two highest of its cosines to the person's references; of a single
 * reference its cosine.
 */
export function twoMostAlike(cosines: readonly number[]): number {
  let [best, second] = [-1, -1];
  for (const cosine of cosines) {
    if (cosine > best) [best, second] = [cosine, best];
    else if (cosine > second) second = cosine;
  }
  return cosines.length < 2 ? best : (best + second) / 2;
}
