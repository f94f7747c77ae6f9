/** `kindred serve` with a browser before it: the window's pages as a user has them, with a way to measure inside. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../electron-host/browser/find-browser.ts';

const KINDRED = join(import.meta.dirname, '../../../main/server/kindred.ts');

/** MiB. */
export interface Memory {
  /** What nobody else has: anonymous pages, swapped ones too. This is what Chromium calls its memory footprint. */
  readonly own: number;
  /** With what it shares: the program itself, and decoded pictures that the system may take back at any time. */
  readonly resident: number;
}

export interface Window {
  readonly page: Page;
  /** Of the process that runs the page; null where the system does not tell. */
  memory(): Promise<Memory | null>;
  close(): Promise<void>;
}

export async function openWindow(data: string): Promise<Window> {
  const server = spawn(process.execPath, [KINDRED, 'serve', '--data', data], { stdio: ['ignore', 'pipe', 'inherit'] });
  const { path, env } = await findBrowser();
  const [address, browser] = await Promise.all([
    addressOf(server.stdout),
    chromium.launch({ executablePath: path, env: { ...process.env, ...env } }),
  ]);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
  await page.addInitScript({ path: join(import.meta.dirname, 'in-page.js') });
  await page.goto(address);
  return {
    page,
    async memory() {
      const session = await browser.newBrowserCDPSession();
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      const pages = processInfo.filter(({ type }) => type === 'renderer').flatMap(({ id }) => memoryOf(id) ?? []);
      // Chromium keeps an empty one ready.
      return pages.toSorted((a, b) => b.resident - a.resident)[0] ?? null;
    },
    async close() {
      await browser.close();
      server.kill('SIGTERM');
      await once(server, 'exit');
    },
  };
}

async function addressOf(output: AsyncIterable<Buffer>): Promise<string> {
  let said = '';
  for await (const text of output) {
    said += text.toString();
    const address = /http:\S+/.exec(said)?.[0];
    if (address) return address;
  }
  throw new Error(`kindred serve has ended: ${said}`);
}

function memoryOf(pid: number): Memory | null {
  if (process.platform !== 'linux') return null;
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const size = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1024;
  return { own: size('RssAnon') + size('VmSwap'), resident: size('VmRSS') };
}
