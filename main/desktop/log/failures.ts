/** What breaks is written down and, where somebody must know or decide, said calmly. The library is safe in all of it. */
import { app, type BrowserWindow, dialog } from 'electron';
import { type Speech, wordsOfSystem } from '../speech.ts';
import type { Log } from './log.ts';

/** A window that breaks again within this time is not reloaded by itself once more, ms. */
const SOON = 60_000;

/** Call first of all. */
export function logFailures(log: Log): void {
  let hasSaid = false;
  process.on('uncaughtException', (error) => {
    log.fail('Uncaught', error);
    if (hasSaid) return;
    hasSaid = true;
    dialog.showErrorBox('Kindred', wordsOfSystem().failures.unexpected);
  });
  process.on('unhandledRejection', (error) => log.fail('Unhandled', error));
  app.on('render-process-gone', (_event, _contents, { reason, exitCode }) =>
    log.write(`The page's process has gone: ${reason}, ${exitCode}`),
  );
  app.on('child-process-gone', (_event, { type, reason, exitCode, serviceName }) => {
    if (reason !== 'clean-exit') log.write(`A process has gone: ${type}, ${serviceName ?? ''}, ${reason}, ${exitCode}`);
  });
}

/** A page that breaks is loaded again, once by itself; one that does not answer is left to the user. */
export function keepAlive(window: BrowserWindow, log: Log, speech: Speech): void {
  let brokeAt = Number.NEGATIVE_INFINITY;
  let isAskedFor = false;
  // Chromium must have done with the old process before it begins a new one.
  const reload = (): void => void setImmediate(() => window.isDestroyed() || window.webContents.reload());
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const isAgain = performance.now() - brokeAt < SOON && !isAskedFor;
    brokeAt = performance.now();
    isAskedFor = false;
    if (!isAgain) return reload();
    const { failures } = speech.words;
    void dialog
      .showMessageBox(window, {
        type: 'warning',
        message: failures.pageGone,
        buttons: [failures.reload, failures.quit],
        cancelId: 0,
      })
      .then(({ response }) => (response === 0 ? reload() : app.quit()));
  });

  let answered = new AbortController();
  window.on('unresponsive', async () => {
    log.write('The page does not answer');
    answered = new AbortController();
    const { failures } = speech.words;
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: failures.unresponsive,
      buttons: [failures.wait, failures.reload],
      cancelId: 0,
      // The question goes away when the page answers again.
      signal: answered.signal,
    });
    // What hangs does not reload; its process is ended, and the page comes again as after a crash.
    if (response !== 1 || window.isDestroyed()) return;
    isAskedFor = true;
    window.webContents.forcefullyCrashRenderer();
  });
  window.on('responsive', () => answered.abort());
}
