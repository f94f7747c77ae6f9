/** Once, before all specs: the pages are built as they are now, and a small library of real photos lies ready. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeFamily } from './library.ts';

const ROOT = join(import.meta.dirname, '../..');

export default async function prepare(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'kindred-e2e-'));
  process.env.KINDRED_E2E = folder;
  const build = promisify(execFile)('npm', ['run', 'build'], { cwd: ROOT, shell: process.platform === 'win32' });
  await Promise.all([build, makeFamily(folder)]);
  return () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
