/** What the .deb is made of: electron-builder is given an fpm that only writes down what it was asked for. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';

const ROOT = join(import.meta.dirname, '../..');

/** Keeps its arguments, one a line, and the desktop entry, which electron-builder deletes. */
const RECORDING_FPM = `#!/bin/sh
here=$(dirname -- "$0")
for each in "$@"; do
  case $each in *.desktop) cp "\${each%%=*}" "$here/entry" ;; esac
  printf '%s\\n' "$each"
done > "$here/arguments"
`;

let folder: string;
let asked: readonly string[];
let entry: readonly string[];
test.beforeAll(async () => {
  test.skip(process.platform !== 'linux', 'a .deb is made on Linux');
  folder = await mkdtemp(join(tmpdir(), 'kindred-deb-'));
  const fpm = join(folder, 'fpm');
  await writeFile(fpm, RECORDING_FPM, { mode: 0o755 });
  const packed = dirname(process.env.KINDRED_PACKED_EXECUTABLE ?? '');
  await promisify(execFile)(
    join(ROOT, 'node_modules/.bin/electron-builder'),
    ['--linux', 'deb', '--prepackaged', packed, `--config.directories.output=${folder}`],
    { cwd: ROOT, env: { ...process.env, CUSTOM_FPM_PATH: fpm } },
  );
  asked = (await readFile(join(folder, 'arguments'), 'utf8')).split('\n');
  entry = (await readFile(join(folder, 'entry'), 'utf8')).split('\n');
});
test.afterAll(() => (folder ? rm(folder, { recursive: true, force: true }) : undefined));

test('it is offered for photos and folders of them, among the programs for pictures', () => {
  expect(entry).toContain('Categories=Graphics;Photography;Viewer;');
  const types =
    entry
      .find((line) => line.startsWith('MimeType='))
      ?.slice('MimeType='.length)
      .split(';') ?? [];
  for (const type of ['jpeg', 'png', 'webp', 'heic', 'tiff']) expect(types).toContain(`image/${type}`);
  expect(types).toContain('inode/directory');
});

test('its window belongs to its entry, which starts it with what is opened', () => {
  expect(entry).toEqual(
    expect.arrayContaining(['Exec=/opt/Kindred/kindred %U', 'Icon=kindred', 'StartupWMClass=kindred']),
  );
});

test('it has an icon for every size', () => {
  const sizes = asked.flatMap(
    (line) => /=\/usr\/share\/icons\/hicolor\/(\d+)x\1\/apps\/kindred\.png$/.exec(line)?.[1] ?? [],
  );
  expect(sizes.map(Number).toSorted((a, b) => a - b)).toEqual([16, 24, 32, 48, 64, 128, 256, 512]);
});
