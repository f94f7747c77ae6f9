/** What a change is called: what it did, with the names as they were then. Each language says it in its own words. */
import { z } from 'zod';
import { count } from './shapes.ts';

const name = z.string();
/** Null for somebody or something that was gone already. */
const known = name.nullable();

const does = <Does extends string, Facts extends z.ZodRawShape>(deed: Does, facts: Facts) =>
  z.object({ does: z.literal(deed), ...facts });

const CollectionKind = z.enum(['group', 'faceset', 'album']);

export const Deed = z.discriminatedUnion('does', [
  does('create-collection', { kind: CollectionKind, name }),
  does('rename-collection', { kind: CollectionKind, name: known, to: name }),
  does('set-collection-user-data', { kind: CollectionKind, name: known }),
  does('delete-collection', { kind: CollectionKind, name: known }),
  does('add-to-collection', { kind: CollectionKind, name: known, members: count }),
  does('take-from-collection', { kind: CollectionKind, name: known, members: count }),
  does('confirm-faces', { faces: count, person: known }),
  does('reject-faces', { faces: count, person: known }),
  does('draw-face', {}),
  does('split-faces', { faces: count }),
  does('hide-faces', { faces: count, hidden: z.boolean() }),
  does('delete-faces', { faces: count }),
  does('name-faces', { faces: count, name }),
  does('name-cluster', { name }),
  does('hide-clusters', { groups: count, hidden: z.boolean() }),
  does('merge-clusters', { groups: count }),
  does('merge-cluster-into-person', { person: known }),
  /** `person` is the only one of the `people`; null for several. */
  does('merge-persons', { people: count, person: known, groups: count, into: known }),
  does('tell-apart', { person: known, other: known }),
  does('rename-person', { person: known, to: name }),
  does('set-notes', { person: known }),
  does('set-person-user-data', { person: known }),
  does('set-feature-face', { person: known }),
  /** `person` is the only one of the `people`; an earlier Kindred did not tell, and hid no groups with them. */
  does('hide-persons', { people: count, person: known.default(null), groups: count.default(0), hidden: z.boolean() }),
  /** `person` is the only one of the `people`; null for several. */
  does('delete-persons', { people: count, person: known }),
  does('delete-photos', { photos: count }),
  does('restore-photos', { photos: count }),
  does('set-photo-user-data', {}),
  does('rate-photos', { photos: count }),
  does('turn-photos', { photos: count }),
  does('tag-photos', { photos: count, tags: z.array(z.string()) }),
  does('untag-photos', { photos: count, tags: z.array(z.string()) }),
]);
export type Deed = z.infer<typeof Deed>;

/** Changes of an earlier Kindred are called by a text in English. */
export const Label = z.union([Deed, z.string()]);
export type Label = z.infer<typeof Label>;
