/** Whatever a page tries beyond showing itself is refused. Links that lead outside go to the system's browser. */
import { app, type Session, session } from 'electron';
import { ORIGIN } from './app-scheme.ts';

/**
 * Chromium fetches dictionaries from its maker's servers, whatever the preferences of a window say (electron/electron#22995):
 * the only words that ever left this machine would be "I use Kindred, in this language". Call before the application is
 * ready: a session begins to look for its dictionary when it is made.
 */
export function fetchNoDictionaries(): void {
  app.on('session-created', stopSpelling);
}

function stopSpelling(made: Session): void {
  made.setSpellCheckerEnabled(false);
  // For one that was looked for before: this address is ours, and has none.
  made.setSpellCheckerDictionaryDownloadURL(`${ORIGIN}/no-dictionary/`);
}

/** @param follow is given every address that a page wanted to go to or to open, and decides for itself */
export function lockDown(follow: (url: string) => void): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(({ url }) => {
      follow(url);
      return { action: 'deny' };
    });
    contents.on('will-navigate', (event) => {
      event.preventDefault();
      follow(event.url);
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
  stopSpelling(session.defaultSession);
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
}
