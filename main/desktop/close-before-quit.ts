/** Quitting waits until the library is closed in order: it is the clean end that the next start looks for. */
import { app, type BrowserWindow } from 'electron';
import type { Core } from '../core.ts';

export function closeBeforeQuit(core: Core): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void core.close().finally(() => {
      closed = true;
      app.quit();
    });
  });
}

/** Windows that shuts down, or logs its user off, does not let anybody quit. */
export function endWithSession(window: BrowserWindow, core: Core): void {
  window.on('session-end', () => core.foreseeEnd());
}
