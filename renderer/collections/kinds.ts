/** The three kinds of named sets, which differ in what they hold, and where the window shows each. */
import type { View } from '../../preload/contract/views.ts';
import type { Args, Result } from '../../preload/contract.ts';

export type CollectionKind = Args<'collections.list'>['kind'];
export type CollectionCardData = Result<'collections.list'>['collections'][number];

export interface CollectionPageProps {
  readonly id: string;
  readonly collection: Result<'collection.show'>;
}

export const VIEW_OF: Readonly<Record<CollectionKind, View>> = {
  group: 'groups',
  faceset: 'facesets',
  album: 'albums',
};
