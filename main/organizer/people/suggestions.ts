/**
 * Suggestions: faces that may be a known person, for a user to confirm or reject. The surest come first; of one photo
 * only the surest face; never again what was rejected.
 */
import { type Calibration, cosineForConfidence } from '../../engine/confidence.ts';
import type { Library } from '../../library/library.ts';
import type { Gallery, GalleryFace } from '../faces/gallery.ts';
import type { Recognition, Recognized } from './recognition.ts';

export interface Suggestion {
  readonly faceId: string;
  readonly imageId: string;
  readonly personId: string;
  /** 0..1, calibrated. */
  readonly confidence: number;
}

/** Below this, most suggestions would be wrong in a library with many strangers. */
const SUGGESTION_CONFIDENCE = 0.65;
/** Where the search for candidates begins; the person's mean face is less alike to each of them than its nearest. */
const CANDIDATE_CONFIDENCE = 0.5;

export class Suggestions {
  readonly #library: Library;
  readonly #gallery: Gallery;
  readonly #calibration: Calibration;
  readonly #recognition: Recognition;
  readonly #accountId: string;
  readonly #isTooSmall: (face: GalleryFace) => boolean;

  constructor(options: {
    library: Library;
    gallery: Gallery;
    calibration: Calibration;
    recognition: Recognition;
    accountId: string;
    /** Faces that nobody is to be asked about. */
    isTooSmall: (face: GalleryFace) => boolean;
  }) {
    this.#library = options.library;
    this.#gallery = options.gallery;
    this.#calibration = options.calibration;
    this.#recognition = options.recognition;
    this.#accountId = options.accountId;
    this.#isTooSmall = options.isTooSmall;
  }

  /** Who a face may be, the surest first. */
  async forFace(faceId: string): Promise<Recognized[]> {
    const face = this.#gallery.face(faceId);
    if (face && this.#isTooSmall(face)) return [];
    return this.#recognition.recognize(faceId, SUGGESTION_CONFIDENCE);
  }

  /**
   * Unknown faces that may be this person, the surest first.
   *
   * @param limit at most so many
   */
  async forPerson(personId: string, limit: number): Promise<Suggestion[]> {
    const mean = this.#meanFace(personId);
    if (!mean) return [];
    const candidates = await this.#gallery.index.search(mean, {
      // More than wanted: photos on which the person is already, and rejected faces, are among them.
      limit: 4 * limit + 100,
      atLeast: cosineForConfidence(CANDIDATE_CONFIDENCE, this.#calibration),
      among: (faceId) => this.#isUnknown(this.#gallery.face(faceId)),
    });
    const faces = candidates.map((match) => this.#gallery.face(match.faceId)).filter((face) => face !== undefined);
    const rejected = new Set(
      this.#library.rejections
        .ofFaces(faces.map((face) => face.faceId))
        .filter((rejection) => rejection.notId === personId)
        .map((rejection) => rejection.faceId),
    );
    const photos = new Set(
      this.#library.persons
        .onImages(faces.map((face) => face.imageId))
        .filter((on) => on.personId === personId)
        .map((on) => on.imageId),
    );
    const sorted = faces
      .filter((face) => !rejected.has(face.faceId) && this.#isUnknown(face))
      .map(({ faceId, imageId }) => ({ faceId, imageId, personId, confidence: this.#confidence(faceId, personId) }))
      .filter((suggestion) => suggestion.confidence >= SUGGESTION_CONFIDENCE)
      .sort((a, b) => b.confidence - a.confidence || (a.faceId < b.faceId ? -1 : 1));
    return sorted
      .filter(({ imageId }) => {
        const first = !photos.has(imageId);
        photos.add(imageId);
        return first;
      })
      .slice(0, limit);
  }

  #confidence(faceId: string, personId: string): number {
    const face = this.#gallery.face(faceId);
    return face ? this.#recognition.confidence(face, personId) : 0;
  }

  #meanFace(personId: string): Float32Array | null {
    const references = this.#recognition.references(personId).map((faceId) => this.#gallery.embedding(faceId));
    const mean = new Float32Array(references[0]?.length ?? 0);
    for (const reference of references) {
      for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? 0) + (reference?.[i] ?? 0);
    }
    const length = Math.hypot(...mean);
    return length > 0 ? mean.map((value) => value / length) : null;
  }

  #isUnknown(face: GalleryFace | undefined): boolean {
    return (
      face?.personId === null &&
      face.origin === 'library' &&
      face.accountId === this.#accountId &&
      !this.#isTooSmall(face)
    );
  }
}
