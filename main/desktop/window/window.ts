/** The one window: where it stands, how it is shown, and how it is spoken to. */
import { join } from 'node:path';
import { app, BrowserWindow, screen } from 'electron';
import type { EventData, EventName } from '../../../preload/contract.ts';
import { readJson, writeJson } from '../json-file.ts';
import { placeOn, WindowPlace } from './window-place.ts';

const PRELOAD = join(import.meta.dirname, '../../../out/preload/index.cjs');

/** After the last move, so that a sudden end forgets little, ms. */
const REMEMBER_AFTER = 500;

/** Shown as it was left, once its page can be seen. */
export function createWindow(): BrowserWindow {
  const file = join(app.getPath('userData'), 'window.json');
  const left = readJson(file, WindowPlace);
  const window = new BrowserWindow({
    ...placeOn(screens(), left?.bounds ?? null),
    minWidth: 720,
    minHeight: 480,
    show: false,
    webPreferences: {
      preload: PRELOAD,
      ...{ contextIsolation: true, sandbox: true, nodeIntegration: false, spellcheck: false },
    },
  });
  window.once('ready-to-show', () => {
    if (left?.isMaximized) window.maximize();
    window.show();
  });
  rememberPlace(window, file);
  return window;
}

/** What windows may cover, the primary screen first. */
function screens() {
  const { id } = screen.getPrimaryDisplay();
  return screen
    .getAllDisplays()
    .toSorted((a, b) => Number(b.id === id) - Number(a.id === id))
    .map(({ workArea }) => workArea);
}

function rememberPlace(window: BrowserWindow, file: string): void {
  const remember = (): void => {
    if (window.isDestroyed()) return;
    const place: WindowPlace = { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() };
    writeJson(file, place);
  };
  let timer: NodeJS.Timeout | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(remember, REMEMBER_AFTER).unref();
  };
  window.on('resize', soon);
  window.on('move', soon);
  window.on('maximize', soon);
  window.on('unmaximize', soon);
  window.on('close', remember);
}

export function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** An event of the contract, to the page. While it has none (it has crashed) nobody hears it. */
export function tell<Name extends EventName>(window: BrowserWindow, name: Name, data: EventData<Name>): void {
  if (!window.isDestroyed() && !window.webContents.isCrashed()) window.webContents.send('event', name, data);
}
