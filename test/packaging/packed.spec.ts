/** What is packed, and nothing else. */
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { binaryFormat } from './binary-format.ts';

const MIB = 1024 ** 2;

/** All that is packed, in MiB: 84 on Linux. A foreign onnxruntime alone would add 25. */
const LARGEST = 100;

const resources = process.env.KINDRED_PACKED_RESOURCES ?? '';
const executable = process.env.KINDRED_PACKED_EXECUTABLE ?? '';
const app = process.env.KINDRED_PACKED_FILES ?? '';

/** Paths in the archive, with forward slashes. */
let files: readonly string[];
test.beforeAll(async () => {
  files = (await filesUnder(app)).map((file) => relative(app, file).split(sep).join('/'));
});

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
}

test('the fuses are set: no Node in disguise, no inspector, nothing but the archive', async () => {
  const wire = await getCurrentFuseWire(
    process.platform === 'darwin' ? dirname(dirname(dirname(executable))) : executable,
  );
  const { DISABLE, ENABLE } = FuseState;
  expect(wire).toMatchObject({
    [FuseV1Options.RunAsNode]: DISABLE,
    [FuseV1Options.EnableCookieEncryption]: DISABLE,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: DISABLE,
    [FuseV1Options.EnableNodeCliInspectArguments]: DISABLE,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ENABLE,
    [FuseV1Options.OnlyLoadAppFromAsar]: ENABLE,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: DISABLE,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: DISABLE,
  });
});

test('nothing above the packed files could help out', () => {
  for (let folder = app; folder !== dirname(folder); folder = dirname(folder)) {
    if (folder !== app) expect(existsSync(join(folder, 'node_modules')), folder).toBe(false);
  }
});

test('all native code is for this system and this processor', async () => {
  const formats = new Map<string, string[]>();
  for (const file of files) {
    const format = await binaryFormat(join(app, file));
    if (format) formats.set(format, [...(formats.get(format) ?? []), file]);
  }
  expect([...formats.keys()]).toEqual([`${process.platform}-${process.arch}`]);
  const [native = []] = [...formats.values()];
  expect(native).toContainEqual(expect.stringMatching(/onnxruntime_binding\.node$/));
  expect(native).toContainEqual(expect.stringMatching(/better-sqlite3\/prebuilds\/.*\.node$/));
  // Electron on Linux and the native sharp do not go together; elsewhere the slower one would be dead weight.
  const isLinux = process.platform === 'linux';
  expect(native.some((file) => file.includes('@img/sharp'))).toBe(!isLinux);
  expect(files.some((file) => file.startsWith('node_modules/@img/sharp-wasm32/'))).toBe(isLinux);
});

test('what is loaded or opened as a file lies beside the archive', async () => {
  const unpacked = join(resources, 'app.asar.unpacked');
  const beside = (await filesUnder(unpacked)).map((file) => relative(unpacked, file).split(sep).join('/'));
  const wanted = files.filter((file) =>
    /\.(node|dll|dylib|onnx)$|\.so(\.\d+)*$|sharp-wasm32\/.*\.(js|wasm)$/.test(file),
  );
  expect(wanted.length).toBeGreaterThan(6);
  for (const file of wanted) expect(beside).toContain(file);
});

test('Windows has the C++ runtime that onnxruntime needs, beside the executable', () => {
  test.skip(process.platform !== 'win32', 'other systems bring theirs');
  for (const library of ['msvcp140', 'msvcp140_1', 'msvcp140_atomic_wait', 'vcruntime140', 'vcruntime140_1']) {
    expect(existsSync(join(dirname(executable), `${library}.dll`)), library).toBe(true);
  }
});

test('our own files are the compiled application, its pages and its models', () => {
  const own = files.filter((file) => !file.startsWith('node_modules/'));
  const known = [
    /^(LICENSE|README\.md|package\.json)$/,
    /^(main|preload)\/.*\.js$/,
    /^main\/.*\.(css|sql|wasm)$/,
    /^out\/preload\/index\.cjs$/,
    /^out\/renderer\/(licences\.md|.*\.(css|html|js|svg))$/,
    /^native-models\/(README\.md|kindred\/.*\.(json|onnx))$/,
  ];
  expect(own.filter((file) => !known.some((each) => each.test(file)))).toEqual([]);
  for (const needed of [
    'LICENSE',
    'README.md',
    'main/desktop/desktop.js',
    'main/engine/process.js',
    'main/faceapi/docs.css',
    'main/library/migrations/0001-library.sql',
    'main/organizer/faces/dot-products.wasm',
    'native-models/README.md',
    'native-models/kindred/pack.json',
    'out/preload/index.cjs',
    'out/renderer/icon.svg',
    'out/renderer/index.html',
  ]) {
    expect(own).toContain(needed);
  }
  expect(own.filter((file) => /\.(test|fixture)\.|^main\/server\//.test(file))).toEqual([]);
});

test('the licences of what is bundled come along, as those of packages do', async () => {
  expect(await readFile(join(app, 'out/renderer/licences.md'), 'utf8')).toMatch(/^## react - /m);
  expect(files).toContain('node_modules/zod/LICENSE');
  expect(files).toContain('node_modules/sharp/LICENSE');
});

test('no module of ours asks for a TypeScript file, and every process has its entry', async () => {
  for (const file of files.filter((name) => /^(main|preload)\/.*\.js$/.test(name))) {
    const text = await readFile(join(app, file), 'utf8');
    expect(text, file).not.toMatch(/(from|import\(|URL\()\s*['"`][./][^'"`]*\.ts['"`]/);
    for (const [, entry] of text.matchAll(/new URL\(`(\S+)\$\{extname\(import\.meta\.filename\)\}`/g)) {
      expect(files).toContain(join(dirname(file), `${entry}.js`).split(sep).join('/'));
    }
  }
});

test('of node_modules there is what the packed code needs, to the last package, and nothing else', async () => {
  const packed = new Set(
    files
      .flatMap((file) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? [])
      .map((path) => path.slice('node_modules/'.length)),
  );
  const needed = new Set<string>();
  for (const file of files.filter((name) => /^(main|preload)\/.*\.js$/.test(name))) {
    const text = await readFile(join(app, file), 'utf8');
    for (const [, name] of text.matchAll(/(?:from |import\()'((?:@[^/']+\/)?[^./'][^/']*)[^']*'/g)) {
      if (name && !name.startsWith('node:') && name !== 'electron') await need(name, needed, packed);
    }
  }
  // Redirected to by name: see main/engine/decode/sharp-binary.ts.
  if (process.platform === 'linux') await need('@img/sharp-wasm32', needed, packed);
  expect([...packed].toSorted()).toEqual([...needed].toSorted());
});

/** Only their own installation scripts use these. */
const FOR_INSTALLATION: Readonly<Record<string, readonly string[]>> = {
  'onnxruntime-node': ['adm-zip', 'global-agent'],
  'better-sqlite3': ['node-addon-api'],
};

/** A package, and what it depends on; what is optional counts where it is packed. */
async function need(name: string, needed: Set<string>, packed: ReadonlySet<string>): Promise<void> {
  if (needed.has(name)) return;
  needed.add(name);
  const manifest: {
    readonly dependencies?: Readonly<Record<string, string>>;
    readonly optionalDependencies?: Readonly<Record<string, string>>;
  } = JSON.parse(await readFile(join(app, 'node_modules', name, 'package.json'), 'utf8'));
  const optional = Object.keys(manifest.optionalDependencies ?? {});
  for (const dependency of Object.keys(manifest.dependencies ?? {})) {
    if (optional.includes(dependency) || FOR_INSTALLATION[name]?.includes(dependency)) continue;
    await need(dependency, needed, packed);
  }
  for (const dependency of optional.filter((each) => packed.has(each))) await need(dependency, needed, packed);
}

test('no sources, types, maps or tests come with the packages', () => {
  const superfluous = files.filter((file) =>
    /\.(ts|mts|cts|tsx|map|gyp|gypi|c|cc|cpp|h|hpp)$|\.test\.|(^|\/)(test|tests|__tests__)\//.test(file),
  );
  expect(superfluous).toEqual([]);
});

test('it is as small as it can be', async () => {
  let bytes = 0;
  for (const file of await filesUnder(resources)) {
    if (/app\.asar/.test(file)) bytes += (await stat(file)).size;
  }
  expect(bytes / MIB).toBeLessThan(LARGEST);
  expect(bytes / MIB).toBeGreaterThan(40);
});
