/**
 * Named sets in the order of adding: groups of people, sets of faces, albums of photos. They differ in what they hold, so
 * each procedure is told the kind. The photos of an album are a filtered timeline.
 */
import { z } from 'zod';
import { MOST_IDS } from './limits.ts';
import { count, done, FaceCard, id, ids, name, PersonCard, range, text, time } from './shapes.ts';

const kind = z.enum(['group', 'faceset', 'album']);

const CollectionCard = z.object({
  id,
  name: z.string(),
  memberCount: count,
  createdAt: time,
  /** Pictures that stand for it, four at most: faces for groups and face sets, photos for albums. */
  covers: z.array(id),
});

/** With the name of the person it is taken for. */
const NamedFace = FaceCard.extend({ name: z.string().nullable() });

export const collectionProcedures = {
  /** By name. */
  'collections.list': { args: z.object({ kind }), result: z.object({ collections: z.array(CollectionCard) }) },
  'collection.show': { args: z.object({ kind, id }), result: CollectionCard.extend({ userData: z.string() }) },
  'group.people': { args: z.object({ id, ...range }), result: z.object({ people: z.array(PersonCard), total: count }) },
  'faceset.faces': { args: z.object({ id, ...range }), result: z.object({ faces: z.array(NamedFace), total: count }) },
  'collection.create': {
    args: z.object({ kind, name, members: z.array(id).max(MOST_IDS).default([]) }),
    result: z.object({ id }),
  },
  'collection.rename': { args: z.object({ kind, id, name }), result: done },
  'collection.set-user-data': { args: z.object({ kind, id, userData: text }), result: done },
  /** The set only; what was in it stays. */
  'collection.delete': { args: z.object({ kind, id }), result: done },
  'collection.add': { args: z.object({ kind, id, members: ids }), result: z.object({ added: count }) },
  'collection.take': { args: z.object({ kind, id, members: ids }), result: z.object({ taken: count }) },
} as const;
