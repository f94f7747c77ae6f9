/** Who is meant: a person by name or id, a group of unknown faces by id. Ids may be shortened as long as they are unique. */
import { KindredError } from '../kindred-error.ts';
import { LOCAL_ACCOUNT } from '../library/accounts.ts';
import type { Library } from '../library/library.ts';

export type Subject =
  | { readonly kind: 'person'; readonly id: string; readonly name: string }
  | { readonly kind: 'group'; readonly id: string };

class SubjectError extends KindredError<'not-found' | 'ambiguous'> {}

/** Shorter beginnings of an id are too easily somebody else's. */
const SHORTEST_PREFIX = 4;
const ALL_GROUPS = { minFaces: 1, limit: 10_000_000, offset: 0 };

/** @throws SubjectError `not-found`, or `ambiguous` when several have this name or this beginning of an id */
export function findSubject(library: Library, text: string): Subject {
  const persons = library.persons.all(LOCAL_ACCOUNT).map(({ id, name }): Subject => ({ kind: 'person', id, name }));
  const named = library.persons.byName(LOCAL_ACCOUNT, text.trim());
  const candidates: readonly Subject[] =
    named.length > 0
      ? named.map(({ id, name }) => ({ kind: 'person', id, name }))
      : [...persons, ...groupsOf(library)].filter(({ id }) => text.length >= SHORTEST_PREFIX && id.startsWith(text));
  const [subject, ...others] = candidates;
  if (!subject) throw new SubjectError('not-found', `Nobody is called ${text}, and no group or person has this id.`);
  if (others.length > 0) {
    throw new SubjectError('ambiguous', `${text} may be any of ${candidates.map(({ id }) => id).join(', ')}.`);
  }
  return subject;
}

const groupsOf = (library: Library): Subject[] =>
  library.clusters.bySize(LOCAL_ACCOUNT, ALL_GROUPS).map(({ id }) => ({ kind: 'group', id }));
