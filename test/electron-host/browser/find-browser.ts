/**
 * A Chromium for tests, wherever there is one: the one that CHROMIUM_PATH names, the system's, the one Playwright has
 * downloaded, and, so that a machine with nothing but Node and npm can run them, the one in node_modules.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { bundledBrowser } from './bundled-browser.ts';

export interface FoundBrowser {
  readonly path: string;
  /** What its environment needs besides ours. */
  readonly env: Readonly<Record<string, string>>;
}

const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable'];

const INSTALLED: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((folder) =>
    ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map((file) =>
      join(process.env[folder] ?? '', file),
    ),
  ),
};

/** @throws Error that says what to do when there is none */
export async function findBrowser(): Promise<FoundBrowser> {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (existsSync(chosen)) return { path: chosen, env: {} };
    throw new Error(`CHROMIUM_PATH names a file that is not there: ${chosen}`);
  }
  const path = installed().find((file) => existsSync(file)) ?? (await downloaded());
  if (path) return { path, env: {} };
  const bundled = await bundledBrowser();
  if (bundled) return bundled;
  throw new Error(
    'There is no Chromium here. Install one (npx playwright install chromium), or name it by CHROMIUM_PATH.',
  );
}

function installed(): readonly string[] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return INSTALLED[process.platform] ?? NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Imported only where it is needed: it takes a while. */
async function downloaded(): Promise<string | null> {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) ? path : null;
}
