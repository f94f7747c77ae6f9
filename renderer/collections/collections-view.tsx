/** The three views of the rail that show named sets: all of a kind, or one of them. */
import { useRoute } from '../navigation/route.ts';
import type { CollectionKind } from './kinds.ts';
import { Overview } from './overview/overview.tsx';
import { CollectionPage } from './page/collection-page.tsx';

export const GroupsView = () => <OneOrAll key="group" kind="group" />;
export const FaceSetsView = () => <OneOrAll key="faceset" kind="faceset" />;
export const AlbumsView = () => <OneOrAll key="album" kind="album" />;

function OneOrAll({ kind }: { readonly kind: CollectionKind }) {
  const id = useRoute((route) => route.id);
  return id === null ? <Overview kind={kind} /> : <CollectionPage key={id} kind={kind} id={id} />;
}
