/** The Chromium that shows the windows: started, found by its DevTools address. It ends when we do. */
import { spawn } from 'node:child_process';
import { mkdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive } from '../is-alive.ts';
import { type Devtools, openDevtools } from './devtools.ts';
import { findBrowser } from './find-browser.ts';

const SWITCHES = [
  // No display is needed; ELECTRON_HOST_HEADED shows the windows to whoever looks for a failure.
  ...(process.env.ELECTRON_HOST_HEADED ? [] : ['--headless']),
  // Tests often run as root or in a container, where Chromium's own sandbox cannot be set up.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  // Nothing but the application's pages: no first-run page, no updates, no calls home.
  '--no-first-run',
  '--no-default-browser-check',
  '--no-startup-window',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--disable-infobars',
  '--password-store=basic',
  '--use-mock-keychain',
  '--remote-debugging-port=0',
  // Nobody speaks on this pipe. Chromium ends when it closes, so it never outlives us, however we end.
  '--remote-debugging-pipe',
];

/** A Chromium that has not said its address by then will not, ms. */
const PATIENCE = 30_000;
/** How often to see whether the Chromium of the run before has ended, ms. */
const LOOK_AGAIN = 20;

export interface BrowserProcess {
  readonly devtools: Devtools;
  readonly ended: Promise<void>;
}

interface BrowserOptions {
  /** Folder of its profile. */
  readonly profile: string;
  readonly switches: readonly string[];
}

/** @throws Error when there is no Chromium, or it does not start; with what it said */
export async function launchBrowser({ profile, switches }: BrowserOptions): Promise<BrowserProcess> {
  mkdirSync(profile, { recursive: true });
  await untilFree(profile);
  const { path, env } = await findBrowser();
  const child = spawn(path, [...SWITCHES, `--user-data-dir=${profile}`, ...switches], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = await readAddress(child.stderr, ended);
  // Playwright waits for this line, as Electron prints it.
  process.stderr.write(`\nDevTools listening on ${address}\n`);
  return { devtools: await openDevtools(address), ended };
}

/** The Chromium of the run before may still be writing what its pages keep. */
async function untilFree(profile: string): Promise<void> {
  for (const late = Date.now() + PATIENCE; Date.now() < late; await wait(LOOK_AGAIN)) {
    if (!isAlive(ownerOf(profile))) return;
  }
}

/** Process id from the link `<host>-<pid>` that Chromium leaves in a profile while it uses it; 0 when there is none. */
function ownerOf(profile: string): number {
  try {
    return Number(/\d+$/.exec(readlinkSync(join(profile, 'SingletonLock')))?.[0] ?? 0);
  } catch {
    return 0;
  }
}

function readAddress(output: NodeJS.ReadableStream | null, ended: Promise<void>): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (): void => reject(new Error(`Chromium did not start.\n${said.slice(-2000)}`));
    const late = setTimeout(fail, PATIENCE);
    void ended.then(fail);
    output?.setEncoding('utf8');
    output?.on('data', (text: string) => {
      if (said.length < 100_000) said += text;
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (!address) return;
      clearTimeout(late);
      resolve(address);
    });
  });
}
