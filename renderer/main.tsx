/** The window starts here. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { followUndoKeys } from './changes/keys.ts';
import { followAddress } from './navigation/route.ts';
import { followPeople } from './people/people-store.ts';
import { followOpenPhoto } from './photo/open-photo.ts';
import { followPhotos } from './photos/photos-store.ts';
import { speak } from './strings/strings.ts';
import './ui/tokens.css';
import './ui/base.css';

speak(null);
followAddress();
followUndoKeys();
followPhotos();
followOpenPhoto();
followPeople();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
