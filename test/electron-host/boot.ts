/**
 * What the Electron executable does before and around an application's own code: the inspector, the files of -r, the
 * application's module, and only then `ready`.
 */
import './resolve-electron.ts';
import { existsSync, readFileSync, statSync } from 'node:fs';
import inspector from 'node:inspector';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseCommandLine } from './main/command-line.ts';

/** An application that is not there after this time most likely waits for what waits for it, ms. */
const LONG_LOADING = 15_000;

const args = process.argv.slice(2);
const { application, required, inspect } = parseCommandLine(args);

// Electron ends with its windows, not with an error; it shows a box and goes on.
process.on('uncaughtException', (error) => console.error('A JavaScript error occurred in the main process', error));
process.argv = [process.argv0, ...args];
Object.assign(process, { type: 'browser', defaultApp: true });
Object.defineProperty(process.versions, 'electron', { value: '0.0.0-host', enumerable: true });
if (inspect !== null) inspector.open(inspect);

const { folder, main, name, version } = readApplication(resolve(application ?? '.'));
const { app } = await import('./main/app.ts');
app.describe({ folder, name, version });

const require = createRequire(join(folder, 'package.json'));
for (const file of required) require(file);

const slow = setTimeout(() => {
  console.error(`${main} is still loading. Electron is ready only after that: does it await app.whenReady()?`);
}, LONG_LOADING);
await import(pathToFileURL(main).href);
clearTimeout(slow);
if (!app.isEnding) {
  const { startBrowser } = await import('./main/start.ts');
  await startBrowser();
}

interface Application {
  readonly folder: string;
  /** Path of its main module. */
  readonly main: string;
  readonly name: string;
  readonly version: string;
}

/** @param target a folder with a package.json, or a module */
function readApplication(target: string): Application {
  const isFolder = statSync(target).isDirectory();
  const folder = isFolder ? target : dirname(target);
  const file = join(folder, 'package.json');
  const manifest: Readonly<Record<string, unknown>> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const text = (key: string): string | null => (typeof manifest[key] === 'string' ? manifest[key] : null);
  return {
    folder,
    main: isFolder ? join(folder, text('main') ?? 'index.js') : target,
    name: text('productName') ?? text('name') ?? 'Electron',
    version: text('version') ?? '0.0.0',
  };
}
