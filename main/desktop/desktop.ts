/**
 * The desktop shell: one window over the same core and the same renderer as the browser. Security is decided here:
 * a sandboxed page of our own scheme, nothing else may navigate, open, ask for permissions or call.
 */
import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, protocol, session } from 'electron';
import { type Core, openCore } from '../core.ts';
import { dataFolder } from '../data-folder.ts';
import { toFailure } from '../kindred-error.ts';
import { handleAppScheme, ORIGIN, SCHEME } from './app-scheme.ts';
import { forkUtility } from './fork-utility.ts';

const RENDERER = join(import.meta.dirname, '../../out/renderer');
const PRELOAD = join(import.meta.dirname, '../../out/preload/index.cjs');

/** Sent once the window shows; what happens before (a repaired library, say) waits for it. */
const notices: string[] = [];

protocol.registerSchemesAsPrivileged([
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
]);

if (app.requestSingleInstanceLock()) {
  // Never awaited here: Electron is ready only once this module has been evaluated, and would wait for itself.
  void app.whenReady().then(open);
} else {
  app.quit();
}

async function open(): Promise<void> {
  try {
    const core = await openCore({
      data: dataFolder(app.commandLine.getSwitchValue('data') || undefined),
      kind: 'window',
      engine: { fork: forkUtility },
      onNotice: (notice) => notices.push(notice),
    });
    closeBeforeQuit(core);
    lockDown();
    handleAppScheme(core, RENDERER);
    showWindow(core);
  } catch (error: unknown) {
    dialog.showErrorBox('Kindred', toFailure(error).message);
    app.exit(1);
  }
}

function showWindow(core: Core): void {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 720,
    minHeight: 480,
    show: false,
    webPreferences: { preload: PRELOAD, contextIsolation: true, sandbox: true, nodeIntegration: false },
  });
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => app.quit());
  ipcMain.handle('call', async (event, name: unknown, args: unknown) => {
    if (!event.senderFrame?.url.startsWith(`${ORIGIN}/`))
      return { error: { code: 'forbidden', message: 'Not our page.' } };
    try {
      return { ok: await core.call(String(name), args) };
    } catch (error: unknown) {
      return { error: toFailure(error) };
    }
  });
  core.follow((name, data) => window.isDestroyed() || window.webContents.send('event', name, data));
  window.once('ready-to-show', () => {
    window.show();
    if (notices.length > 0) void dialog.showMessageBox(window, { message: 'Kindred', detail: notices.join('\n\n') });
  });
  void window.loadURL(`${ORIGIN}/index.html`);
}

/** Whatever a page tries beyond showing itself is refused. */
function lockDown(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
}

/** Quitting waits until the library is closed in order: it is the clean end that the next start looks for. */
function closeBeforeQuit(core: Core): void {
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
