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
      const electron = findElectron();
      if ('missing' in electron) {
        openOutput(false).notice(`${electron.missing}: serving Kindred to a browser instead.`);
        return serveUntilStopped({ ...options, port: 0 });
      }
      await buildOnce();
      const data = options.data ? [`--data=${options.data}`] : [];
      const window = spawn(electron.path, [ROOT, ...data], { stdio: 'inherit' });
      const [code] = await once(window, 'exit'); // An Electron that cannot be started rejects with the reason.
      process.exitCode = code ?? 1;
    });

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
