/** In a fresh clone the window's pages are TypeScript still: build them at the first start, silently, in about a second. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { KindredError } from '../kindred-error.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Where `npm run build` puts the renderer. */
export const BUILT_RENDERER = join(ROOT, 'out/renderer');

class BuildError extends KindredError<'not-built'> {}

/** @throws BuildError when the pages are missing and cannot be built here */
export async function buildOnce(): Promise<void> {
  if (existsSync(join(BUILT_RENDERER, 'index.html'))) return;
  try {
    await promisify(execFile)('npm', ['run', 'build'], { cwd: ROOT, shell: process.platform === 'win32' });
  } catch (cause: unknown) {
    throw new BuildError('not-built', 'The pages of Kindred could not be built. Run: npm ci && npm run build', {
      cause,
    });
  }
}
