/**
 * Once, before the specs of a packed Kindred: it is packed as `npm run pack` does, in a folder outside the repository,
 * where nothing can be found that was not packed. Around the real Electron where it has been downloaded, else around a
 * folder of its shape; then the archive is laid out as the files that Electron would show in it.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { extractAll } from '@electron/asar';
import { downloadedElectron } from '../e2e/electron.ts';
import prepare from '../e2e/prepare.ts';
import { makeFakeElectron } from './fake-electron.ts';

const ROOT = join(import.meta.dirname, '../..');

export default async function packKindred(): Promise<() => Promise<void>> {
  const removeLibraries = await prepare();
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'kindred-packed-')));
  const real = downloadedElectron();
  const electron = real ? join(ROOT, 'node_modules/electron/dist') : join(folder, 'electron');
  if (!real && process.platform !== 'linux') throw new Error('Electron is missing. Run: npx install-electron');
  if (!real) await makeFakeElectron(electron);
  await npm(
    'run',
    'pack',
    '--',
    `--config.electronDist=${electron}`,
    `--config.directories.output=${join(folder, 'packed')}`,
  );
  const { resources, executable } = await layout(join(folder, 'packed'));
  const app = join(folder, 'app');
  extractAll(join(resources, 'app.asar'), app);
  process.env.KINDRED_PACKED_RESOURCES = resources;
  process.env.KINDRED_PACKED_EXECUTABLE = executable;
  process.env.KINDRED_PACKED_FILES = app;
  // Electron reads the archive itself.
  process.env.KINDRED_APP = real ? join(resources, 'app.asar') : app;
  return async () => {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    await removeLibraries();
  };
}

/** Where electron-builder has put what, by platform. */
async function layout(packed: string): Promise<{ readonly resources: string; readonly executable: string }> {
  const entries = await readdir(packed, { withFileTypes: true });
  const unpacked = entries.find((entry) => entry.isDirectory() && /^(linux|win|mac)/.test(entry.name));
  if (!unpacked) throw new Error(`electron-builder has made no application in ${packed}.`);
  const folder = join(packed, unpacked.name);
  if (process.platform === 'darwin') {
    const contents = join(folder, 'Kindred.app/Contents');
    return { resources: join(contents, 'Resources'), executable: join(contents, 'MacOS/Kindred') };
  }
  const name = process.platform === 'win32' ? 'Kindred.exe' : 'kindred';
  return { resources: join(folder, 'resources'), executable: join(folder, name) };
}

/** @throws Error with what it said when it fails */
async function npm(...args: readonly string[]): Promise<void> {
  await promisify(execFile)('npm', args, { cwd: ROOT, shell: process.platform === 'win32' });
}
