/** People: those who have a name, and the groups of faces that wait for one. A person's photos are a filtered timeline. */
import { z } from 'zod';
import { ifNameTaken } from './faces.ts';
import { MOST_IDS } from './limits.ts';
import {
  Candidate,
  PersonCard as Card,
  confidence,
  count,
  done,
  FaceCard,
  id,
  ids,
  name,
  range,
  text,
  time,
  UnnamedGroup,
} from './shapes.ts';

export type PersonCard = z.infer<typeof Card>;

/** Fewer faces are hardly worth a name. */
const minFaces = z.int().min(1).default(2);

const PersonDetail = Card.extend({
  notes: z.string(),
  userData: z.string(),
  createdAt: time,
  /** The face a user chose as cover. */
  featureFaceId: id.nullable(),
  /** When the first and the last photo were taken. */
  firstTakenAt: z.string().nullable(),
  lastTakenAt: z.string().nullable(),
  groups: z.array(z.object({ id, name: z.string() })),
});

/** None, one or many. */
const several = z.array(id).max(MOST_IDS);

/** A face that may be somebody known. */
const Suggestion = z.object({ faceId: id, photoId: id, confidence });

const ReviewItem = z.discriminatedUnion('kind', [
  /** Who is this? Perhaps the one named. */
  z.object({ kind: z.literal('group'), group: UnnamedGroup, likely: Candidate.nullable() }),
  /** Is this one, and this, and this, the person? The surest first. */
  z.object({ kind: z.literal('person'), person: Card, suggestions: z.array(Suggestion) }),
]);

/** Where to go on: opaque to the window. */
const cursor = z.string().max(100);

export const peopleProcedures = {
  /** All of them, those with the most faces first. */
  'people.list': {
    args: z.object({ hidden: z.boolean().default(false) }),
    result: z.object({
      people: z.array(Card),
      /** Without hidden ones. */
      unnamedGroups: count,
    }),
  },
  /** People whose name has a word that begins so; the most photographed first, hidden ones too. */
  'people.find': {
    args: z.object({ text: name, limit: z.int().min(1).max(50) }),
    result: z.object({ people: z.array(Card) }),
  },
  'person.show': { args: z.object({ id }), result: PersonDetail },
  /** The best first. */
  'person.faces': { args: z.object({ id, ...range }), result: z.object({ faces: z.array(FaceCard), total: count }) },
  /** Unknown faces that may be this person, the surest first. */
  'person.suggestions': {
    args: z.object({ id, limit: z.int().min(1).max(200) }),
    result: z.object({ suggestions: z.array(Suggestion) }),
  },
  /** Others who look so alike that they may be the same, unless they have been told apart. */
  'person.similar': {
    args: z.object({ id, limit: z.int().min(1).max(50) }),
    result: z.object({ people: z.array(Candidate) }),
  },
  'person.rename': { args: z.object({ id, name }), result: done },
  'person.set-notes': { args: z.object({ id, notes: text }), result: done },
  'person.set-user-data': { args: z.object({ id, userData: text }), result: done },
  /** Null goes back to the best face. */
  'person.set-feature-face': { args: z.object({ id, faceId: id.nullable() }), result: done },
  /** People, and groups that have no name yet, become one person; one change, however many they are. */
  'people.merge': {
    args: z
      .object({ into: id, from: several, groups: several.default([]) })
      .refine(({ from, groups }) => from.length + groups.length > 0, 'There is nobody to merge.'),
    result: done,
  },
  /** "They are not the same": neither is similar to the other any more. */
  'people.tell-apart': { args: z.object({ id, other: id }), result: done },
  /**
   * Hidden people are still recognized, but are in no list unless it is asked for. With groups that have no name yet: one
   * change, however many they are.
   */
  'people.hide': { args: z.object({ ids, groups: several.default([]), hidden: z.boolean() }), result: done },
  /** The names only: their faces are unknown again. */
  'people.delete': { args: z.object({ ids }), result: done },

  /** The largest first. */
  'unnamed.page': {
    args: z.object({ ...range, minFaces }),
    result: z.object({ groups: z.array(UnnamedGroup), total: count }),
  },
  'unnamed.hidden': { args: z.object({}), result: z.object({ groups: z.array(UnnamedGroup) }) },
  'unnamed.show': { args: z.object({ id }), result: UnnamedGroup.extend({ likely: z.array(Candidate) }) },
  /** The best first. */
  'unnamed.faces': { args: z.object({ id, ...range }), result: z.object({ faces: z.array(FaceCard), total: count }) },
  /** Faces without a name that look like nobody else: in no group. The best first. */
  'unnamed.seen-once': {
    args: z.object(range),
    result: z.object({ faces: z.array(FaceCard), total: count }),
  },
  /** The group becomes a person, or part of one. */
  'unnamed.name': { args: z.object({ id, name, ifNameTaken }), result: z.object({ personId: id }) },
  /** The group becomes part of a person whose name need not be typed. */
  'unnamed.join': { args: z.object({ id, personId: id }), result: done },
  'unnamed.merge': { args: z.object({ into: id, from: ids }), result: done },
  'unnamed.hide': { args: z.object({ ids, hidden: z.boolean() }), result: done },

  /**
   * What is worth deciding, in this order: unnamed groups from the largest on, then people from the most photographed on,
   * with faces that may be theirs. A page may have no items though there is a next one.
   */
  'people.review': {
    args: z.object({ after: cursor.nullable(), limit: z.int().min(1).max(50), minFaces }),
    result: z.object({ items: z.array(ReviewItem), next: cursor.nullable() }),
  },
} as const;
