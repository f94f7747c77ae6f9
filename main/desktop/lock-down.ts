/** Whatever a page tries beyond showing itself is refused. Links that lead outside go to the system's browser. */
import { app, session } from 'electron';

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
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
}
