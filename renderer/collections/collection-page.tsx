/** One group, face set or album: its name and notes above, what is in it below. */
import { CircleOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { go } from '../navigation/route.ts';
import { useStrings } from '../strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { AlbumPhotos } from './album-photos.tsx';
import { CollectionHeader } from './collection-header.tsx';
import { FacesetFaces } from './faceset-faces.tsx';
import { GroupPeople } from './group-people.tsx';
import { type CollectionKind, VIEW_OF } from './kinds.ts';
import { useCollection } from './use-collection.ts';

interface CollectionPageProps {
  readonly kind: CollectionKind;
  readonly id: string;
}

const CONTENTS: Readonly<Record<CollectionKind, (props: { readonly id: string }) => ReactNode>> = {
  group: GroupPeople,
  faceset: FacesetFaces,
  album: AlbumPhotos,
};

export function CollectionPage({ kind, id }: CollectionPageProps) {
  const { collections: words } = useStrings();
  const { collection, failure } = useCollection(kind, id);
  const Contents = CONTENTS[kind];
  if (failure !== null) {
    return (
      <EmptyState icon={<CircleOff />} title={words.goneTitle} hint={failure} isFailure>
        <Button onClick={() => go(VIEW_OF[kind])}>{words.back}</Button>
      </EmptyState>
    );
  }
  return (
    <>
      <CollectionHeader kind={kind} id={id} collection={collection} />
      <Contents id={id} />
    </>
  );
}
