/** Kindred as a user opens it: in a window of its own, or in a browser under `kindred serve`. The page is the same. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../electron-host/browser/find-browser.ts';
import { launch } from './electron.ts';
import type { TestLibrary } from './library.ts';

export interface Shell {
  readonly page: Page;
  close(): Promise<void>;
}

export const shells = {
  async window(library: TestLibrary): Promise<Shell> {
    const app = await launch(library);
    return { page: await app.firstWindow(), close: () => app.close() };
  },
  async browser(library: TestLibrary): Promise<Shell> {
    const server = spawn(process.execPath, [
      join(import.meta.dirname, '../../main/server/kindred.ts'),
      'serve',
      '--data',
      library.data,
    ]);
    const { path, env } = await findBrowser();
    const [address, browser] = await Promise.all([
      addressOf(server),
      chromium.launch({ executablePath: path, env: { ...process.env, ...env } }),
    ]);
    const context = await browser.newContext({ locale: 'en-US' });
    const page = await context.newPage();
    await page.goto(address);
    return {
      page,
      async close() {
        await browser.close();
        server.kill('SIGTERM');
        await once(server, 'exit');
      },
    };
  },
} satisfies Record<string, (library: TestLibrary) => Promise<Shell>>;

export async function addressOf(server: ChildProcess): Promise<string> {
  let said = '';
  for await (const text of server.stdout ?? []) {
    said += text;
    const address = /http:\S+/.exec(said)?.[0];
    if (address) return address;
  }
  throw new Error(`kindred serve has ended: ${said}`);
}
