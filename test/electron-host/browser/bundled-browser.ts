/**
 * The headless Chromium in the npm package @sparticuz/chromium (Linux on x64 only). It comes compressed, made for a
 * machine that has no libraries and no fonts either, and is unpacked once into node_modules/.cache.
 */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { FoundBrowser } from './find-browser.ts';

const run = promisify(execFile);

const PACKAGE = join(import.meta.dirname, '../../../node_modules/@sparticuz/chromium');
const CACHE = join(import.meta.dirname, '../../../node_modules/.cache/electron-host');

/** @returns null where the package has nothing that runs */
export async function bundledBrowser(): Promise<FoundBrowser | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(PACKAGE)) return null;
  const folder = await unpackOnce();
  const path = join(folder, 'chromium');
  // The system's own libraries and fonts where it has them: they fit each other.
  const libraries = (await starts(path)) ? {} : { LD_LIBRARY_PATH: join(folder, 'al2023/lib') };
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  return { path, env: { ...libraries, ...fonts } };
}

const starts = (path: string): Promise<boolean> =>
  run(path, ['--version']).then(
    () => true,
    () => false,
  );

/** @returns the folder with everything in it */
async function unpackOnce(): Promise<string> {
  const { version }: { version: string } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
  const folder = join(CACHE, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(CACHE, { recursive: true });
  const unfinished = await mkdtemp(`${folder}-`);
  // The package unpacks into the folder for temporary files; a process of its own may have another one.
  await run(process.execPath, [join(import.meta.dirname, 'unpack.ts'), join(PACKAGE, 'bin')], {
    env: { ...process.env, TMPDIR: unfinished },
  });
  writeFileSync(
    join(unfinished, 'fonts.conf'),
    `<?xml version="1.0"?><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`,
  );
  try {
    await rename(unfinished, folder);
  } catch {
    // Somebody else was faster: theirs is the same.
    await rm(unfinished, { recursive: true });
  }
  return folder;
}
