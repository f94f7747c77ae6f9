/**
 * The desktop shell: one window over the same core and the same renderer as the browser. What follows is the order in
 * which it comes to life; each line has a file of its own.
 */
import { join } from 'node:path';
import { app, type BrowserWindow, protocol, shell } from 'electron';
import { type Core, openCore } from '../core.ts';
import { toFailure } from '../kindred-error.ts';
import { ask } from './ask-core.ts';
import { closeBeforeQuit, endWithSession } from './close-before-quit.ts';
import { forkUtility } from './fork-utility.ts';
import { importPaths } from './imports/import-paths.ts';
import { showImports } from './imports/import-signs.ts';
import { collectOpened, thisStart } from './imports/open-with.ts';
import { findLibrary, offerAnother } from './libraries/open-library.ts';
import { rememberLibrary } from './libraries/recent-libraries.ts';
import { keepAlive, logFailures } from './log/failures.ts';
import { openLog } from './log/log.ts';
import { showMenu } from './menu/application-menu.ts';
import { followLanguage, wordsOfSystem } from './speech.ts';
import { handleAppScheme, ORIGIN, SCHEME } from './window/app-scheme.ts';
import { followAppearance } from './window/appearance.ts';
import { answerPage } from './window/ipc.ts';
import { fetchNoDictionaries, lockDown } from './window/lock-down.ts';
import { outwardLink } from './window/outward-link.ts';
import { bringToFront, createWindow } from './window/window.ts';
import { cannotOpen } from './words/cannot-open.ts';

const RENDERER = join(import.meta.dirname, '../../out/renderer');

const log = openLog(app.getPath('logs'), app.getAppPath());
logFailures(log);
fetchNoDictionaries();

/** Once it is shown. */
let window: BrowserWindow | null = null;

protocol.registerSchemesAsPrivileged([
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
]);

// The one that the installer gives to the Start menu: without it Windows shows no notices. Others do nothing.
app.setAppUserModelId('app.kindred.Kindred');

if (app.requestSingleInstanceLock(thisStart())) {
  const whenOpen = collectOpened(() => window && bringToFront(window));
  // Never awaited here: Electron is ready only once this module has been evaluated, and would wait for itself.
  void app.whenReady().then(() => open(whenOpen));
} else {
  app.quit();
}

async function open(whenOpen: ReturnType<typeof collectOpened>): Promise<void> {
  try {
    const data = await findLibrary();
    if (data === null) return app.quit();
    const core = await openCore({
      data,
      kind: 'window',
      engine: { fork: forkUtility },
      onNotice: ({ message }) => log.write(message),
    });
    closeBeforeQuit(core);
    rememberLibrary(data);
    lockDown((url) => void goOutside(core, url));
    handleAppScheme(core, RENDERER);
    await show(core, data, whenOpen);
  } catch (error: unknown) {
    log.fail('Kindred could not be opened', error);
    await offerAnother(cannotOpen(wordsOfSystem(), toFailure(error)));
  }
}

async function show(core: Core, folder: string, whenOpen: ReturnType<typeof collectOpened>): Promise<void> {
  const speech = await followLanguage(core);
  await followAppearance(core);
  const shown = createWindow();
  app.on('window-all-closed', () => app.quit());
  keepAlive(shown, log, speech);
  endWithSession(shown, core);
  answerPage(shown, core, speech);
  showImports(shown, core, speech);
  const startImport = (paths: string[]): void => void importPaths(core, log, paths);
  showMenu({ window: shown, core, folder, speech, log, startImport });
  shown.once('ready-to-show', () => {
    window = shown;
    whenOpen((paths) => {
      bringToFront(shown);
      startImport(paths);
    });
  });
  void shown.loadURL(`${ORIGIN}/index.html`);
}

/** Links that lead out of Kindred, as far as they may. */
async function goOutside(core: Core, url: string): Promise<void> {
  try {
    const { address } = await ask(core, 'api.state', {});
    const link = outwardLink(url, address);
    if (link !== null) await shell.openExternal(link);
  } catch (error: unknown) {
    log.fail('A link could not be opened', error);
  }
}
