/**
 * What electron-builder packs, into out/: the window's pages, the preload script, main as JavaScript, the icons.
 *
 * Electron would run main's TypeScript as it is, as it does while Kindred is developed; what is installed starts without
 * that detour, and holds only the modules that the window and its engine reach.
 */
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { drawIcons } from './draw-icons.ts';

const ROOT = join(import.meta.dirname, '..');

/** @throws Error with what it said when it fails */
const npm = (...args: readonly string[]) =>
  promisify(execFile)('npm', args, { cwd: ROOT, shell: process.platform === 'win32' });

// What was compiled before may be of modules that are gone.
await rm(join(ROOT, 'out/app'), { recursive: true, force: true });
await npm('run', 'build');
await npm('exec', '--no', '--', 'tsc', '--project', 'packaging');
await drawIcons(join(ROOT, 'renderer/public/icon.svg'), join(ROOT, 'out/icons'));
