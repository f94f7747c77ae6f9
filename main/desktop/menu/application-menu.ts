/** The application's menu, drawn anew when the language changes. */
import { mkdir } from 'node:fs/promises';
import { app, type BrowserWindow, Menu, shell } from 'electron';
import type { MenuCommand } from '../../../preload/contract/events.ts';
import type { Question } from '../../../preload/shell.ts';
import type { Core } from '../../core.ts';
import { trouble } from '../../notices.ts';
import { ask } from '../ask-core.ts';
import { choose } from '../dialogs.ts';
import { chooseLibrary, startOn } from '../libraries/open-library.ts';
import { recentLibraries } from '../libraries/recent-libraries.ts';
import type { Log } from '../log/log.ts';
import { openPath } from '../open-path.ts';
import type { Speech } from '../speech.ts';
import { tell } from '../window/window.ts';
import { showAbout } from './about.ts';
import { openDocumentation } from './documentation.ts';
import { type MenuActions, menuTemplate } from './menu-template.ts';

export interface MenuServices {
  readonly window: BrowserWindow;
  readonly core: Core;
  /** Folder of its library. */
  readonly folder: string;
  readonly speech: Speech;
  readonly log: Log;
  readonly startImport: (paths: string[]) => void;
}

export function showMenu(services: MenuServices): void {
  const { speech } = services;
  const recent = recentLibraries().filter((folder) => folder !== services.folder);
  const draw = (): void => {
    const facts = {
      words: speech.words.menu,
      isMac: process.platform === 'darwin',
      isInDevelopment: !app.isPackaged,
      recent,
    };
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(facts, actionsOf(services))));
  };
  draw();
  speech.onChange(draw);
}

function actionsOf({ window, core, folder, speech, log, startImport }: MenuServices): MenuActions {
  const command = (name: MenuCommand): void => tell(window, 'menu.command', { command: name });
  const importChosen = async (question: Question): Promise<void> => {
    const paths = await choose(window, question, speech.words.dialogs);
    if (paths.length > 0) startImport(paths);
  };
  const attempt = (work: () => Promise<unknown>) => () =>
    void work().catch((error: unknown) => {
      log.fail('The menu', error);
      core.notify(trouble('menu-failed', 'That did not work.', error));
    });
  return {
    command,
    importFolders: attempt(() => importChosen('import-folders')),
    importPhotos: attempt(() => importChosen('import-photos')),
    openLibrary: attempt(() => chooseLibrary(window, folder, speech.words.dialogs)),
    openRecent: (recent) => startOn(recent, folder),
    documentation: attempt(openDocumentation),
    apiDocumentation: attempt(async () => {
      const { address } = await ask(core, 'api.state', {});
      // While the API is off there is no page of it; its switch is the next best.
      if (address === null) command('api');
      else await shell.openExternal(`${address}/docs`);
    }),
    logs: attempt(openLogs),
    about: attempt(async () => showAbout(await ask(core, 'model.facts', {}), speech.words.about)),
  };
}

/** Where nothing has gone wrong yet there is no folder of logs yet. */
async function openLogs(): Promise<void> {
  const folder = app.getPath('logs');
  await mkdir(folder, { recursive: true });
  await openPath(folder);
}
