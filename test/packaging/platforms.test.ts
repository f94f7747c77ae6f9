/**
 * electron-builder.yml on the platforms that this machine is not: it is valid by electron-builder's own schema, and its
 * filters, asked as electron-builder asks them, let each platform's own binaries pass and no others.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

type Os = 'linux' | 'mac' | 'win';
type Patterns = readonly string[];

interface PlatformConfig {
  readonly files: Patterns;
  readonly target: readonly (string | { readonly target: string; readonly arch: string })[];
}

interface Config extends Readonly<Record<Os, PlatformConfig>> {
  readonly files: readonly { readonly from?: string; readonly filter: Patterns }[];
  readonly asarUnpack: Patterns;
  readonly electronFuses: Readonly<Record<string, boolean>>;
}

/** The parts of electron-builder that read its configuration and match files; it exports neither. */
interface Builder {
  getConfig(project: string, file: string, options: object): Promise<Config>;
  validateConfiguration(config: Config, log: object): Promise<void>;
}
interface Matching {
  readonly FileMatcher: new (
    from: string,
    to: string,
    expand: (pattern: string) => string,
    patterns: Patterns,
  ) => { createFilter(): (file: string, stat: object) => boolean };
}

const require = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
const partOfBuilder = (module: string) => require(`app-builder-lib/out/${module}.js`);
const builder: Builder = partOfBuilder('util/config/config');
const { FileMatcher }: Matching = partOfBuilder('fileMatcher');

let config: Config;
beforeAll(async () => {
  config = await builder.getConfig(ROOT, 'electron-builder.yml', {});
});

test('the configuration is what electron-builder knows', async () => {
  await expect(builder.validateConfiguration(config, { isEnabled: false, add: () => undefined })).resolves.toBe(
    undefined,
  );
  // It notices what it does not know.
  const wrong = { ...config, electronFuses: { ...config.electronFuses, runAsNodes: false } };
  await expect(builder.validateConfiguration(wrong, { isEnabled: false, add: () => undefined })).rejects.toThrow();
});

test('each platform has its installers', () => {
  expect(config.linux.target).toEqual(['AppImage', 'deb']);
  expect(config.mac.target).toEqual([{ target: 'dmg', arch: 'arm64' }]);
  expect(config.win.target).toEqual(['nsis']);
});

/** Every binary that npm may lay into node_modules, each with the system and processor it is for. */
const BINARIES: readonly (readonly [where: string, path: string])[] = [
  ...['linux/x64', 'linux/arm64', 'darwin/arm64', 'win32/x64', 'win32/arm64'].map(
    (target) => [target, `onnxruntime-node/bin/napi-v6/${target}/onnxruntime_binding.node`] as const,
  ),
  ...[
    'linux/x64',
    'linux/arm64',
    'linuxmusl/x64',
    'linuxmusl/arm64',
    'darwin/x64',
    'darwin/arm64',
    'win32/x64',
    'win32/arm64',
  ].map((target) => [target, `better-sqlite3/prebuilds/${target.replace('/', '-')}.node`] as const),
  ...[
    'linux/x64',
    'linux/arm64',
    'linuxmusl/x64',
    'darwin/x64',
    'darwin/arm64',
    'win32/x64',
    'win32/arm64',
    'win32/ia32',
  ].map((target) => [target, `@img/sharp-${target.replace('/', '-')}/lib/sharp.node`] as const),
  ...['linux/x64', 'linux/arm64', 'darwin/x64', 'darwin/arm64'].map(
    (target) => [target, `@img/sharp-libvips-${target.replace('/', '-')}/lib/libvips-cpp`] as const,
  ),
  ['darwin/arm64', 'onnxruntime-node/bin/napi-v6/darwin/arm64/libonnxruntime.1.dylib'],
  ['twice', 'onnxruntime-node/bin/napi-v6/darwin/arm64/libonnxruntime.1.30.0.dylib'],
  ['any', '@img/sharp-wasm32/lib/sharp-wasm32.node.wasm'],
];

/** What a package for a platform holds of node_modules, by the exclusions that apply to it. */
function packedBinaries(os: Os, arch: string): string[] {
  const exclusions = [...config.files.flatMap(({ from, filter }) => (from ? [] : filter)), ...config[os].files];
  const patterns = ['**/*', ...exclusions.filter((pattern) => pattern.startsWith('!'))];
  const expand = (pattern: string): string => pattern.replace(/\$\{arch\}/g, arch);
  const passes = new FileMatcher(ROOT, ROOT, expand, patterns).createFilter();
  const isFile = { isDirectory: () => false };
  return BINARIES.map(([, path]) => path).filter((path) => passes(join(ROOT, 'node_modules', path), isFile));
}

describe('of all binaries in node_modules', () => {
  const expected: readonly (readonly [os: Os, arch: string, target: string])[] = [
    ['mac', 'arm64', 'darwin/arm64'],
    ['win', 'x64', 'win32/x64'],
    ['win', 'arm64', 'win32/arm64'],
  ];
  test.each(expected)('%s for %s has its own, and no WebAssembly beside a native sharp', (os, arch, target) => {
    const own = BINARIES.filter(([where]) => where === target).map(([, path]) => path);
    expect(packedBinaries(os, arch)).toEqual(own);
  });

  test.each(['x64', 'arm64'])('linux for %s has its own, and sharp as WebAssembly only', (arch) => {
    const own = BINARIES.filter(([where, path]) => where === `linux/${arch}` && !path.startsWith('@img/'));
    expect(packedBinaries('linux', arch)).toEqual([
      ...own.map(([, path]) => path),
      '@img/sharp-wasm32/lib/sharp-wasm32.node.wasm',
    ]);
  });
});

test('a platform’s own list is never of exclusions alone, which would mean everything else', () => {
  for (const os of ['linux', 'mac', 'win'] as const) expect(config[os].files[0]).toBe('package.json');
});
