/** The page starts here. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Page } from './page.tsx';
import { followLibrary } from './store.ts';
import { language } from './strings/strings.ts';
import './ui/tokens.css';
import './ui/page.css';

document.documentElement.lang = language;
followLibrary();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
}
