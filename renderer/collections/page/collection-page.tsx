/** One group, face set or album, or why it cannot be shown. */
import { CircleOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { call } from '../../bridge.ts';
import { useAnswer } from '../../lists/use-answer.ts';
import { go } from '../../navigation/route.ts';
import { useStrings } from '../../strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { type CollectionKind, type CollectionPageProps, VIEW_OF } from '../kinds.ts';
import { AlbumPage } from './album-page.tsx';
import { FacesetPage } from './faceset-page.tsx';
import { GroupPage } from './group-page.tsx';

const PAGES: Readonly<Record<CollectionKind, (props: CollectionPageProps) => ReactNode>> = {
  group: GroupPage,
  faceset: FacesetPage,
  album: AlbumPage,
};

export function CollectionPage({ kind, id }: { readonly kind: CollectionKind; readonly id: string }) {
  const { collections: words } = useStrings();
  const { answer: collection, failure } = useAnswer(`${kind} ${id}`, ['collections', 'people', 'photos'], () =>
    call('collection.show', { kind, id }),
  );
  const Page = PAGES[kind];
  if (failure !== null) {
    return (
      <EmptyState icon={<CircleOff />} title={words.goneTitle} hint={failure} isFailure>
        <Button onClick={() => go(VIEW_OF[kind])}>{words.back}</Button>
      </EmptyState>
    );
  }
  return collection && <Page id={id} collection={collection} />;
}
