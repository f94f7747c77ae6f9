/** The known and the unnamed, what is worth deciding about them, and the decisions. */
import type { peopleProcedures } from '../../preload/contract/people.ts';
import { LOCAL_ACCOUNT } from '../library/accounts.ts';
import { execute } from '../organizer/commands/command.ts';
import { mergeClusterIntoPerson, mergeClusters, mergePersons } from '../organizer/commands/merge.ts';
import { nameCluster } from '../organizer/commands/name-cluster.ts';
import {
  deletePersons,
  hidePersons,
  renamePerson,
  setFeatureFace,
  setNotes,
  setPersonUserData,
} from '../organizer/commands/person-details.ts';
import { hideClusters } from '../organizer/commands/set-aside.ts';
import { tellApart, toldApart } from '../organizer/commands/tell-apart.ts';
import { likelyPersons, type ReviewItem, type ReviewPlace, review } from '../organizer/people/review.ts';
import type { Suggestion } from '../organizer/people/suggestions.ts';
import { candidates, faceCards, personCard, unnamedGroup } from './cards.ts';
import { DONE, type Family, needed, ProcedureError, type Services } from './family.ts';
import { findPeople } from './find-people.ts';

/** Smaller groups are not counted as groups: what looks like nobody else is no group. */
const SMALLEST_GROUP = 2;

export const people = ({ library, organizer }: Services): Family<typeof peopleProcedures> => ({
  'people.list': ({ hidden }) => ({
    people: library.persons
      .all(LOCAL_ACCOUNT)
      .filter((person) => hidden || person.hiddenAt === null)
      .sort((a, b) => b.faces - a.faces)
      .map(personCard),
    unnamedGroups: library.clusters.countFrom(LOCAL_ACCOUNT, SMALLEST_GROUP),
  }),
  'people.find': ({ text, limit }) => ({ people: findPeople(library, text, limit).map(personCard) }),
  'person.show': ({ id }) => {
    const person = needed(library.persons.cards([id])[0], 'person');
    const { first, last } = library.persons.span(id);
    const groups = library.groups.byIds(library.groups.holding(id));
    return {
      ...personCard(person),
      ...{ notes: person.notes, userData: person.userData, createdAt: person.createdAt },
      ...{ featureFaceId: person.featureFace, firstTakenAt: first, lastTakenAt: last },
      groups: groups.map((group) => ({ id: group.id, name: group.name })),
    };
  },
  'person.faces': ({ id, ...range }) => {
    needed(library.persons.byId(id), 'person');
    return {
      faces: faceCards(library, library.persons.facesPage(id, range)),
      total: library.persons.faceCount(id),
    };
  },
  'person.suggestions': async ({ id, limit }) => {
    needed(library.persons.byId(id), 'person');
    return { suggestions: (await organizer.people.suggestions.forPerson(id, limit)).map(suggestion) };
  },
  'person.similar': async ({ id, limit }) => {
    needed(library.persons.byId(id), 'person');
    const apart = toldApart(library, id);
    const similar = await organizer.people.lookalikes.ofPerson(id, limit + apart.size);
    return { people: candidates(library, similar.filter(({ personId }) => !apart.has(personId)).slice(0, limit)) };
  },
  'person.rename': ({ id: personId, name }) => {
    execute(library, renamePerson, { personId, name });
    return DONE;
  },
  'person.set-notes': ({ id: personId, notes }) => {
    execute(library, setNotes, { personId, notes });
    return DONE;
  },
  'person.set-user-data': ({ id: personId, userData }) => {
    execute(library, setPersonUserData, { personId, userData });
    return DONE;
  },
  'person.set-feature-face': ({ id: personId, faceId }) => {
    execute(library, setFeatureFace, { personId, faceId });
    return DONE;
  },
  'people.merge': ({ into, from, groups: clusterIds }) => {
    execute(library, mergePersons, { into, from, clusterIds });
    return DONE;
  },
  'people.tell-apart': ({ id: personId, other: otherId }) => {
    execute(library, tellApart, { personId, otherId });
    return DONE;
  },
  'people.hide': ({ ids: personIds, groups: clusterIds, hidden }) => {
    execute(library, hidePersons, { personIds, clusterIds, hidden });
    return DONE;
  },
  'people.delete': ({ ids: personIds }) => {
    execute(library, deletePersons, { personIds });
    return DONE;
  },

  'unnamed.page': (page) => ({
    groups: library.clusters.bySize(LOCAL_ACCOUNT, page).map(unnamedGroup),
    total: library.clusters.countFrom(LOCAL_ACCOUNT, page.minFaces),
  }),
  'unnamed.hidden': () => ({ groups: library.clusters.hidden(LOCAL_ACCOUNT).map(unnamedGroup) }),
  'unnamed.show': async ({ id }) => {
    const group = needed(library.clusters.withCount(id), 'group of faces');
    const likely = await likelyPersons(library, organizer.people.suggestions, id);
    return { ...unnamedGroup(group), likely: candidates(library, likely) };
  },
  'unnamed.faces': ({ id, ...range }) => {
    const group = needed(library.clusters.withCount(id), 'group of faces');
    return { faces: faceCards(library, library.clusters.facesPage(id, range)), total: group.faces };
  },
  'unnamed.seen-once': async ({ offset, limit }) => {
    const faceIds = await organizer.people.seenOnce.list();
    return { faces: faceCards(library, faceIds.slice(offset, offset + limit)), total: faceIds.length };
  },
  'unnamed.name': ({ id: clusterId, name, ifNameTaken }) =>
    execute(library, nameCluster, { clusterId, name, ifNameTaken }),
  'unnamed.join': ({ id: clusterId, personId }) => {
    execute(library, mergeClusterIntoPerson, { clusterId, personId });
    return DONE;
  },
  'unnamed.merge': ({ into, from }) => {
    execute(library, mergeClusters, { into, from });
    return DONE;
  },
  'unnamed.hide': ({ ids: clusterIds, hidden }) => {
    execute(library, hideClusters, { clusterIds, hidden });
    return DONE;
  },

  'people.review': async ({ after, ...page }) => {
    const place = after === null ? null : readPlace(after);
    const { items, next } = await review(library, organizer.people.suggestions, { after: place, ...page });
    const likely = items.flatMap((item) => (item.kind === 'group' && item.likely ? [item.likely] : []));
    const known = new Map(candidates(library, likely).map((candidate) => [candidate.personId, candidate]));
    const toAnswer = (item: ReviewItem) =>
      item.kind === 'person'
        ? { kind: item.kind, person: personCard(item.person), suggestions: item.suggestions.map(suggestion) }
        : { kind: item.kind, group: unnamedGroup(item.group), likely: likelyOf(item) };
    // The same person may be likely for many groups, more or less.
    const likelyOf = (item: ReviewItem & { kind: 'group' }) => {
      const candidate = item.likely && known.get(item.likely.personId);
      return candidate && item.likely ? { ...candidate, confidence: item.likely.confidence } : null;
    };
    return { items: items.map(toAnswer), next: next && `${next.stage} ${next.faces} ${next.id}` };
  },
});

const suggestion = ({ faceId, imageId, confidence }: Suggestion) => ({ faceId, photoId: imageId, confidence });

function readPlace(cursor: string): ReviewPlace {
  const [stage, faces, id = ''] = cursor.split(' ');
  if ((stage !== 'groups' && stage !== 'people') || !Number.isSafeInteger(Number(faces))) {
    throw new ProcedureError('invalid-arguments', 'people.review: this is no place to go on from.');
  }
  return { stage, faces: Number(faces), id };
}
