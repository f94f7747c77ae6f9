/**
 * Timelines that a window is looking at: each answer is kept for a while, so that every part of it that scrolls into sight
 * comes from the very list the window has laid out, however much is imported meanwhile.
 */
import { LOCAL_ACCOUNT } from '../library/accounts.ts';
import type { Library } from '../library/library.ts';
import type { Kind } from '../library/news.ts';
import type { Id } from '../library/store.ts';
import type { PhotoFilter, PhotoOrder, TimelinePhoto, TimelineShape } from '../library/timeline.ts';
import { OrganizerError } from './organizer-error.ts';

export interface OpenTimeline extends TimelineShape {
  /** What parts of it are asked for by. */
  readonly revision: string;
}

export interface PlacedPhoto extends TimelinePhoto {
  readonly place: number;
}

interface Kept {
  readonly question: string;
  /** Of the library, when it was asked. */
  readonly asOf: string;
  readonly timeline: OpenTimeline;
}

/** Timelines kept: of 100,000 photos each takes 3 MB. */
const MOST = 8;

export class Timelines {
  readonly #library: Library;
  readonly #kept = new Map<string, Kept>();
  /** Of another run, revisions must not look like ours. */
  readonly #run = Date.now().toString(36);
  #opened = 0;

  constructor(library: Library) {
    this.#library = library;
  }

  /** The photos a filter leaves; the same answer as before when nothing has happened to them. */
  open(filter: PhotoFilter, order: PhotoOrder): OpenTimeline {
    const question = JSON.stringify([filter, order]);
    const asOf = this.#library.revision(kindsOf(filter));
    for (const kept of this.#kept.values()) {
      if (kept.question === question && kept.asOf === asOf) return this.#find(kept.timeline.revision);
    }
    this.#opened++;
    const revision = `${this.#run}-${this.#opened}`;
    const timeline = { revision, ...this.#library.timeline.shape(LOCAL_ACCOUNT, filter, order) };
    this.#kept.set(revision, { question, asOf, timeline });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST && oldest !== undefined) this.#kept.delete(oldest);
    return timeline;
  }

  /**
   * The photos at some places; those that are in the library no more are left out.
   *
   * @throws OrganizerError `stale` for a timeline that is not kept any more
   */
  photos(revision: string, offset: number, limit: number): PlacedPhoto[] {
    const rows = this.#find(revision).rows.subarray(offset, offset + limit);
    const places = new Map(Array.from(rows, (row, i) => [row, offset + i]));
    return this.#library.timeline.photos(rows).map((photo) => ({ ...photo, place: places.get(photo.row) ?? offset }));
  }

  /** @throws OrganizerError `stale` */
  ids(revision: string, offset: number, limit: number): Id[] {
    return this.#library.timeline.ids(this.#find(revision).rows.subarray(offset, offset + limit));
  }

  /** Null for a photo that is not in this timeline. @throws OrganizerError `stale` */
  placeOf(revision: string, id: Id): number | null {
    const { rows } = this.#find(revision);
    const row = this.#library.timeline.rowOf(id);
    const place = row === undefined ? -1 : rows.indexOf(row);
    return place < 0 ? null : place;
  }

  /** The least recently used goes first. */
  #find(revision: string): OpenTimeline {
    const kept = this.#kept.get(revision);
    if (!kept) throw new OrganizerError('stale', 'This list of photos has changed. Ask for it again.');
    this.#kept.delete(revision);
    this.#kept.set(revision, kept);
    return kept.timeline;
  }
}

/** What can change the answer. */
function kindsOf({ persons, faces, album, faceList }: PhotoFilter): Kind[] {
  const isFaceset = faceList?.of === 'faceset';
  const isOfSomebody = faceList?.of === 'person' || faceList?.of === 'unnamed';
  const ofPeople = persons !== undefined || faces === 'unnamed' || isOfSomebody;
  return [
    'photos',
    ...(ofPeople ? (['people'] as const) : []),
    ...(album === undefined && !isFaceset ? [] : (['collections'] as const)),
  ];
}
