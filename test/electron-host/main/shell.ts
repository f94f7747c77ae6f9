/** `shell`: what leaves the application. Here nothing does; a test that cares takes the function's place. */
import { mkdtemp, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

export const shell = {
  openExternal: async (url: string): Promise<void> => console.error(`shell.openExternal ${url}`),
  async openPath(path: string): Promise<string> {
    console.error(`shell.openPath ${path}`);
    return '';
  },
  showItemInFolder: (path: string): void => console.error(`shell.showItemInFolder ${path}`),
  /** Gone from where it was, as in Electron, and not lost. */
  async trashItem(path: string): Promise<void> {
    await rename(path, join(await mkdtemp(join(tmpdir(), 'electron-host-trash-')), basename(path)));
  },
};
