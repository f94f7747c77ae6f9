/** The window starts here. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { followApi } from './api/api-store.ts';
import { App } from './app.tsx';
import { followUndoKeys } from './changes/keys.ts';
import { followNotices } from './changes/notices.ts';
import { followCollections } from './collections/collections-store.ts';
import { followConnection } from './connection/connection-notices.ts';
import { followImports } from './imports/imports-store.ts';
import { followMenu } from './navigation/menu-commands.ts';
import { followAddress } from './navigation/route.ts';
import { followPeople } from './people/people-store.ts';
import { followOpenPhoto } from './photo/open-photo.ts';
import { allPhotos } from './photos/all-photos.ts';
import { followExports } from './photos/export/save-copies.ts';
import { followThumbnails } from './photos/use-thumb-address.ts';
import { followSettings } from './settings/settings-store.ts';
import { followGlobalKeys } from './shortcuts/global-keys.ts';
import { speak } from './strings/strings.ts';
import { followWho } from './who/who-store.ts';
import './ui/tokens.css';
import './ui/base.css';

speak(null);
followAddress();
followUndoKeys();
followNotices();
followConnection();
followGlobalKeys();
followMenu();
allPhotos.follow();
followOpenPhoto();
followExports();
followThumbnails();
followPeople();
followCollections();
followWho();
followImports();
followApi();
// Not drawn before it is known how: a light flash at night is not calm.
await followSettings();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
