/** The real Electron where it has been downloaded (npx install-electron), its stand-in elsewhere. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import type { TestLibrary } from './library.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The application that Electron opens: the sources, or what test/packaging has packed of them. */
const application = (): string => process.env.KINDRED_APP ?? ROOT;

const STAND_IN = join(ROOT, 'test/electron-host/electron');

/**
 * Path of the executable. KINDRED_ELECTRON=real or =stand-in decides, where that matters.
 * @throws Error where it cannot be had
 */
export function findElectron(): string {
  const wanted = process.env.KINDRED_ELECTRON;
  const real = wanted === 'stand-in' ? null : downloadedElectron();
  if (real) return real;
  if (wanted === 'real' || process.platform === 'win32') {
    throw new Error('Electron (or a display for it) is missing. Run: npx install-electron');
  }
  return STAND_IN;
}

/** Path of the real executable, where it is there and there is a display for it. */
export function downloadedElectron(): string | null {
  const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const folder = join(ROOT, 'node_modules/electron');
  const name = join(folder, 'path.txt');
  if (!hasDisplay || !existsSync(name)) return null;
  const path = join(folder, 'dist', readFileSync(name, 'utf8'));
  return existsSync(path) ? path : null;
}

/** What Electron is given to open Kindred on a library. */
export const electronArguments = ({ data, userData }: TestLibrary): string[] => [
  application(),
  `--user-data-dir=${userData}`,
  `--data=${data}`,
];

export const launch = (library: TestLibrary): Promise<ElectronApplication> =>
  _electron.launch({ executablePath: findElectron(), args: electronArguments(library), locale: 'en-US' });

/** What Playwright adds for itself on Linux, where Chromium's own sandbox needs the administrator. */
export const noSandbox = (): string[] => (process.platform === 'linux' ? ['--no-sandbox'] : []);
