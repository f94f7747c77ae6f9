/**
 * Review: what a user is asked to decide, in the order that settles most with the fewest answers. First the unnamed groups,
 * from the largest on, each with the person it may be; then people, from the most photographed on, with single faces that
 * may be theirs. A place in the walk is where it stands in that order, not a number: what has been decided is gone, and
 * nothing is passed by or asked twice.
 */
import { LOCAL_ACCOUNT } from '../../library/accounts.ts';
import type { ClusterWithCount } from '../../library/clusters.ts';
import type { Library } from '../../library/library.ts';
import type { PersonWithCounts } from '../../library/persons.ts';
import type { Id } from '../../library/store.ts';
import type { Recognized } from './recognition.ts';
import type { Suggestion, Suggestions } from './suggestions.ts';

export type ReviewItem =
  | { readonly kind: 'group'; readonly group: ClusterWithCount; readonly likely: Recognized | null }
  | { readonly kind: 'person'; readonly person: PersonWithCounts; readonly suggestions: readonly Suggestion[] };

/** The last group or person that was looked at. */
export interface ReviewPlace {
  readonly stage: 'groups' | 'people';
  readonly faces: number;
  readonly id: Id;
}

export interface ReviewPage {
  readonly items: readonly ReviewItem[];
  readonly next: ReviewPlace | null;
}

interface ReviewOptions {
  readonly after: ReviewPlace | null;
  readonly limit: number;
  /** Smaller groups are not asked about. */
  readonly minFaces: number;
}

/** Faces of one person in one item. */
const SUGGESTIONS = 24;
/** Each takes a search of the whole library: more at once would keep the window waiting. */
const PEOPLE_AT_ONCE = 25;
/** A group's best faces, which say who it may be. */
const WITNESSES = 3;

/** Before the first of a stage. */
const start = (stage: ReviewPlace['stage']): ReviewPlace => ({ stage, faces: Number.MAX_SAFE_INTEGER, id: '' });

export async function review(
  library: Library,
  suggestions: Suggestions,
  { after, limit, minFaces }: ReviewOptions,
): Promise<ReviewPage> {
  const place = after ?? start('groups');
  if (place.stage === 'people') return reviewPeople(library, suggestions, place, limit);
  const { faces, id } = place;
  const groups = library.clusters.smallerThan(LOCAL_ACCOUNT, { minFaces, faces, id, limit });
  const items: ReviewItem[] = [];
  for (const group of groups) {
    const [likely = null] = await likelyPersons(library, suggestions, group.id);
    items.push({ kind: 'group', group, likely });
  }
  const last = groups.at(-1);
  const isEnd = !last || groups.length < limit;
  return { items, next: isEnd ? start('people') : { stage: 'groups', faces: last.faces, id: last.id } };
}

/** Who a group may be by its best faces, the surest first: as sure as they are in the mean. */
export async function likelyPersons(library: Library, suggestions: Suggestions, clusterId: Id): Promise<Recognized[]> {
  const witnesses = library.clusters.facesPage(clusterId, { limit: WITNESSES, offset: 0 });
  const sums = new Map<Id, number>();
  for (const faceId of witnesses) {
    for (const { personId, confidence } of await suggestions.forFace(faceId)) {
      sums.set(personId, (sums.get(personId) ?? 0) + confidence);
    }
  }
  return [...sums]
    .map(([personId, sum]) => ({ personId, confidence: sum / witnesses.length }))
    .sort((a, b) => b.confidence - a.confidence || (a.personId < b.personId ? -1 : 1));
}

async function reviewPeople(
  library: Library,
  suggestions: Suggestions,
  { faces, id }: ReviewPlace,
  limit: number,
): Promise<ReviewPage> {
  const waiting = library.persons
    .all(LOCAL_ACCOUNT)
    .filter((person) => person.hiddenAt === null && person.faces > 0)
    .filter((person) => person.faces < faces || (person.faces === faces && person.id > id))
    .sort((a, b) => b.faces - a.faces || (a.id < b.id ? -1 : 1));
  const items: ReviewItem[] = [];
  let seen = 0;
  for (const person of waiting.slice(0, PEOPLE_AT_ONCE)) {
    if (items.length === limit) break;
    seen++;
    const found = await suggestions.forPerson(person.id, SUGGESTIONS);
    if (found.length > 0) items.push({ kind: 'person', person, suggestions: found });
  }
  const last = waiting[seen - 1];
  return { items, next: last && seen < waiting.length ? { stage: 'people', faces: last.faces, id: last.id } : null };
}
