/** The Chromium behind all windows, once it runs. */
import type { Devtools } from '../browser/devtools.ts';

let connected: Devtools | null = null;

export const connectBrowser = (devtools: Devtools): void => {
  connected = devtools;
};

/** @throws Error before `ready`: Electron has no windows and no sessions then either */
export function browser(): Devtools {
  if (!connected) throw new Error('This can only be used after the app is ready.');
  return connected;
}
