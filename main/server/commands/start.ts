/** `kindred start` (npm start): the desktop window, or the same application in a browser where there can be no window. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Command } from 'commander';
import { buildOnce } from '../build-once.ts';
import { openOutput } from '../output.ts';
import { serveUntilStopped } from './serve.ts';

const ROOT = join(import.meta.dirname, '../../..');

export const start = (): Command =>
  new Command('start')
    .description('open Kindred: a window where there is a desktop, otherwise an address for the browser')
    .option('--data <dir>', 'folder of the library')
    .action(async (options: { data?: string }) => {
      const serve = (why: string): Promise<void> => {
        openOutput(false).notice(`${why}: serving Kindred to a browser instead.`);
        return serveUntilStopped({ ...options, port: 0 });
      };
      const electron = findElectron();
      if ('missing' in electron) return serve(electron.missing);
      await buildOnce();
      const data = options.data ? [`--data=${options.data}`] : [];
      const begun = performance.now();
      const window = spawn(electron.path, [ROOT, ...data], { stdio: 'inherit' });
      const [code, signal] = await once(window, 'exit'); // An Electron that cannot be started rejects with the reason.
      const isFalseStart = STILLBORN.has(signal ?? code) && performance.now() - begun < FALSE_START;
      if (isFalseStart) return serve('Electron could not open a window here');
      process.exitCode = code ?? 1;
    });

/**
 * How Electron ends where it cannot even begin: by a trap where the system denies it its sandbox (Ubuntu since 23.10,
 * electron/electron#42510), with 127 where a library of the desktop is missing.
 */
const STILLBORN: ReadonlySet<unknown> = new Set(['SIGTRAP', 'SIGABRT', 'SIGILL', 'SIGSEGV', 127]);
/** What ends later has been a window, ms. */
const FALSE_START = 10_000;

/** The Electron executable (downloaded by its package at first use), or why there can be no window. */
function findElectron(): { readonly path: string } | { readonly missing: string } {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return { missing: 'There is no display' };
  }
  try {
    const path: unknown = createRequire(import.meta.url)('electron');
    if (typeof path === 'string' && existsSync(path)) return { path };
  } catch {
    // Its own message has been printed; a window is a convenience, the application works without.
  }
  return { missing: 'The Electron program could not be downloaded' };
}
