/** The application's menu as a table. What an item does is for others; what the window itself does is a command to it. */
import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../../preload/contract/events.ts';
import { VIEWS } from '../../../preload/contract/views.ts';
import type { Words } from '../words/english.ts';

export interface MenuFacts {
  readonly words: Words['menu'];
  readonly isMac: boolean;
  /** Only then can the page be reloaded and looked into. */
  readonly isInDevelopment: boolean;
  /** Folders of other libraries, the latest first. */
  readonly recent: readonly string[];
}

export interface MenuActions {
  command(command: MenuCommand): void;
  importFolders(): void;
  importPhotos(): void;
  openLibrary(): void;
  openRecent(folder: string): void;
  documentation(): void;
  apiDocumentation(): void;
  logs(): void;
  about(): void;
}

type Items = MenuItemConstructorOptions[];

const LINE = { type: 'separator' } as const;

export function menuTemplate(facts: MenuFacts, actions: MenuActions): Items {
  const { words, isMac } = facts;
  const about = { id: 'about', label: words.about, click: actions.about };
  const settings = {
    id: 'settings',
    label: words.settings,
    accelerator: 'CmdOrCtrl+,',
    click: () => actions.command('settings'),
  };
  const menus: Items = [
    { label: words.file, submenu: fileMenu(facts, actions, settings) },
    { label: words.edit, submenu: editMenu(facts, actions) },
    { label: words.view, submenu: viewMenu(facts, actions) },
    { role: 'windowMenu', label: words.window, submenu: windowMenu(facts) },
    { role: 'help', label: words.help, submenu: [...helpMenu(facts, actions), ...(isMac ? [] : [LINE, about])] },
  ];
  return isMac ? [{ label: 'Kindred', submenu: macMenu(facts, about, settings) }, ...menus] : menus;
}

/** What every application on a Mac has, under its own name. */
const macMenu = (
  { words }: MenuFacts,
  about: MenuItemConstructorOptions,
  settings: MenuItemConstructorOptions,
): Items => [
  about,
  LINE,
  settings,
  LINE,
  { role: 'services', label: words.services },
  LINE,
  { role: 'hide', label: words.hide },
  { role: 'hideOthers', label: words.hideOthers },
  { role: 'unhide', label: words.showAll },
  LINE,
  { role: 'quit', label: words.quit },
];

function fileMenu({ words, isMac, recent }: MenuFacts, actions: MenuActions, settings: Items[number]): Items {
  return [
    {
      id: 'import-folders',
      label: words.importFolders,
      accelerator: 'CmdOrCtrl+I',
      click: actions.importFolders,
    },
    {
      id: 'import-photos',
      label: words.importPhotos,
      accelerator: 'CmdOrCtrl+Shift+I',
      click: actions.importPhotos,
    },
    LINE,
    { id: 'open-library', label: words.openLibrary, accelerator: 'CmdOrCtrl+O', click: actions.openLibrary },
    {
      id: 'recent-libraries',
      label: words.recentLibraries,
      enabled: recent.length > 0,
      submenu: recent.map((folder, i) => ({
        id: `recent-${i}`,
        // A lone & would be drawn as a mark under the next letter.
        label: folder.replaceAll('&', '&&'),
        click: () => actions.openRecent(folder),
      })),
    },
    LINE,
    ...(isMac
      ? [{ role: 'close', label: words.close } as const]
      : [settings, LINE, { role: 'quit', label: words.quit, accelerator: 'CmdOrCtrl+Q' } as const]),
  ];
}

/** Undo and redo are the library's own, and all is what a view shows; in a text the window means the text instead. */
const editMenu = ({ words, isMac }: MenuFacts, { command }: MenuActions): Items => [
  { id: 'undo', label: words.undo, accelerator: 'CmdOrCtrl+Z', click: () => command('undo') },
  {
    id: 'redo',
    label: words.redo,
    accelerator: isMac ? 'Cmd+Shift+Z' : 'Ctrl+Y',
    click: () => command('redo'),
  },
  LINE,
  { role: 'cut', label: words.cut },
  { role: 'copy', label: words.copy },
  { role: 'paste', label: words.paste },
  { id: 'select-all', label: words.selectAll, accelerator: 'CmdOrCtrl+A', click: () => command('select-all') },
  LINE,
  { id: 'palette', label: words.palette, accelerator: 'CmdOrCtrl+K', click: () => command('palette') },
];

const viewMenu = ({ words, isInDevelopment }: MenuFacts, { command }: MenuActions): Items => [
  ...VIEWS.map((view, i) => ({
    id: `view-${view}`,
    label: words.views[view],
    // There are nine such keys.
    ...(i < 9 ? { accelerator: `CmdOrCtrl+${i + 1}` } : {}),
    click: () => command(view),
  })),
  LINE,
  ...(isInDevelopment
    ? ([
        { role: 'reload', label: words.reload },
        { role: 'toggleDevTools', label: words.developerTools, accelerator: 'F12' },
        LINE,
      ] as const)
    : []),
  { role: 'resetZoom', label: words.actualSize },
  { role: 'zoomIn', label: words.zoomIn },
  // Plus is the shifted key of = on many keyboards; nobody presses shift.
  { role: 'zoomIn', label: words.zoomIn, accelerator: 'CmdOrCtrl+=', visible: false, acceleratorWorksWhenHidden: true },
  { role: 'zoomOut', label: words.zoomOut },
  LINE,
  { role: 'togglefullscreen', label: words.fullScreen },
];

const windowMenu = ({ words, isMac }: MenuFacts): Items => [
  { role: 'minimize', label: words.minimize },
  ...(isMac
    ? ([{ role: 'zoom', label: words.zoom }, LINE, { role: 'front', label: words.front }] as const)
    : [{ role: 'close', label: words.close } as const]),
];

const helpMenu = ({ words }: MenuFacts, actions: MenuActions): Items => [
  { id: 'documentation', label: words.documentation, accelerator: 'F1', click: actions.documentation },
  { id: 'api-documentation', label: words.apiDocumentation, click: actions.apiDocumentation },
  { id: 'shortcuts', label: words.shortcuts, click: () => actions.command('shortcuts') },
  LINE,
  { id: 'logs', label: words.logs, click: actions.logs },
];
