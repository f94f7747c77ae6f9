/** The whole window: the rail, the view that is shown, and what lies over both. */
import { type ReactNode, useEffect } from 'react';
import type { View } from '../preload/contract/views.ts';
import { ApiView } from './api/api-view.tsx';
import styles from './app.module.css';
import { tellFailure } from './changes/change.ts';
import { CollectionPicker } from './collections/collection-picker.tsx';
import { AlbumsView, FaceSetsView, GroupsView } from './collections/collections-view.tsx';
import { DropArea } from './imports/drop-area.tsx';
import { ImportsView } from './imports/imports-view.tsx';
import { Rail } from './navigation/rail.tsx';
import { useRoute } from './navigation/route.ts';
import { Palette } from './palette/palette.tsx';
import { PeopleView } from './people/people-view.tsx';
import { closePhoto, useOpenPhoto } from './photo/open-photo.ts';
import { PhotoView } from './photo/photo-view.tsx';
import { PhotosView } from './photos/photos-view.tsx';
import { TagDialog } from './photos/tag-dialog.tsx';
import { SettingsView } from './settings/settings-view.tsx';
import { ShortcutList } from './shortcuts/shortcut-list.tsx';
import { useStrings } from './strings/strings.ts';
import { Boundary } from './ui/boundary.tsx';
import { Toasts } from './ui/toasts.tsx';
import { WhoDialog } from './who/who-dialog.tsx';

const VIEWS: Readonly<Record<View, () => ReactNode>> = {
  photos: PhotosView,
  people: PeopleView,
  groups: GroupsView,
  facesets: FaceSetsView,
  albums: AlbumsView,
  imports: ImportsView,
  api: ApiView,
  settings: SettingsView,
};

function leavePhoto(error: unknown): void {
  closePhoto();
  tellFailure(error);
}

export function App() {
  const view = useRoute((route) => route.view);
  const isReview = useRoute((route) => route.page === 'review');
  const photo = useOpenPhoto((state) => state.photo);
  const Shown = VIEWS[view];
  const { views } = useStrings();
  const title = photo?.fileName ?? views[view];
  useEffect(() => {
    document.title = `${title} – Kindred`;
  }, [title]);
  return (
    <div className={styles.app}>
      <Rail />
      <main className={styles.main}>
        <Boundary key={view}>
          <Shown />
        </Boundary>
      </main>
      {photo && (
        <Boundary onFailure={leavePhoto}>
          <PhotoView photo={photo} />
        </Boundary>
      )}
      <WhoDialog />
      <Palette />
      <ShortcutList />
      <TagDialog />
      <CollectionPicker />
      <DropArea />
      <Toasts isAbove={isReview} />
    </div>
  );
}
