/** Lookalikes: faces of the whole library that look like a given one, and people who look like each other. */
import { type Calibration, confidence, cosineForConfidence } from '../../engine/confidence.ts';
import type { Gallery } from '../faces/gallery.ts';
import type { Likely } from './likeness.ts';
import type { Recognition, Recognized } from './recognition.ts';

/** Of strangers one pair in a thousand is as alike; below, a list of similar people would be a list of strangers. */
const SIMILAR_CONFIDENCE = 0.6;
/** So many of a person's best faces speak for the person. */
const SPEAKERS = 15;

interface LookalikesOptions {
  readonly gallery: Gallery;
  readonly calibration: Calibration;
  readonly recognition: Recognition;
  readonly accountId: string;
}

export class Lookalikes {
  readonly #options: LookalikesOptions;

  constructor(options: LookalikesOptions) {
    this.#options = options;
  }

  /** The most alike faces of the library, named or not, without the face itself. */
  async ofFace(faceId: string, limit: number): Promise<Likely[]> {
    const { gallery, calibration, accountId } = this.#options;
    gallery.follow();
    const query = gallery.embedding(faceId)?.slice();
    if (!query) return [];
    const matches = await gallery.index.search(query, {
      limit,
      among: (other) => {
        const face = gallery.face(other);
        return other !== faceId && face?.origin === 'library' && face.accountId === accountId;
      },
    });
    return matches.map((match) => ({ faceId: match.faceId, confidence: confidence(match.cosine, calibration) }));
  }

  /**
   * People who may be this one under another name, the surest first; nobody who is on a photo with them. The confidence is
   * that which half of the person's faces reach.
   */
  async ofPerson(personId: string, limit: number): Promise<Recognized[]> {
    const { gallery, calibration, recognition } = this.#options;
    gallery.follow();
    const speakers = recognition
      .references(personId)
      .map((faceId) => gallery.face(faceId))
      .filter((face) => face !== undefined)
      .toSorted((a, b) => b.quality - a.quality)
      .slice(0, SPEAKERS);
    const candidates = new Set<string>();
    const lowest = cosineForConfidence(SIMILAR_CONFIDENCE, calibration);
    for (const { faceId } of speakers) {
      const embedding = gallery.embedding(faceId)?.slice();
      if (!embedding) continue;
      for (const candidate of await recognition.alike(embedding, lowest)) candidates.add(candidate);
    }
    candidates.delete(personId);
    const photos = this.#photosOf(personId);
    return [...candidates]
      .filter((candidate) => this.#photosOf(candidate).isDisjointFrom(photos))
      .map((candidate) => ({
        personId: candidate,
        confidence: median(speakers.map((face) => recognition.confidence(face, candidate))),
      }))
      .filter((similar) => similar.confidence >= SIMILAR_CONFIDENCE)
      .sort((a, b) => b.confidence - a.confidence || (a.personId < b.personId ? -1 : 1))
      .slice(0, limit);
  }

  #photosOf(personId: string): Set<string> {
    const { gallery } = this.#options;
    return new Set([...gallery.members(personId)].map((faceId) => gallery.face(faceId)?.imageId ?? faceId));
  }
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
