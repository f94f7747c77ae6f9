import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { endAfterTest, kindredIn, removeFolder, startKindredIn, temporaryFolder } from './run-kindred.ts';

/** An Electron that ends so, on a machine with a display. */
function electronThat(ends: string): { readonly environment: Readonly<Record<string, string>>; readonly data: string } {
  const folder = temporaryFolder();
  onTestFinished(() => removeFolder(folder));
  writeFileSync(join(folder, 'electron'), `#!/bin/sh\n${ends}\n`);
  chmodSync(join(folder, 'electron'), 0o755);
  return { environment: { ELECTRON_OVERRIDE_DIST_PATH: folder, DISPLAY: ':0' }, data: join(folder, 'library') };
}

test.skipIf(process.platform === 'win32').each([
  ['the system denies Electron its sandbox', 'kill -TRAP $$'],
  ['it lacks a library of the desktop', 'exit 127'],
])('where %s, Kindred is served to a browser', async (_where, ends) => {
  const { environment, data } = electronThat(ends);
  const kindred = startKindredIn(environment, 'start', '--data', data);
  endAfterTest(kindred);
  let said = '';
  kindred.stderr?.on('data', (text) => {
    said += text;
  });
  const address = await new Promise<string>((resolve) => kindred.stdout?.once('data', (text) => resolve(String(text))));
  expect(address).toMatch(/Kindred is at http:\/\/127\.0\.0\.1:\d+\/\?key=/);
  expect(said).toContain('serving Kindred to a browser instead');
  const ended = new Promise((resolve) => kindred.once('exit', resolve));
  kindred.kill('SIGTERM');
  expect(await ended).toBe(0);
});

test.skipIf(process.platform === 'win32')('a window that ends as it likes ends the command as well', async () => {
  const { environment, data } = electronThat('exit 3');
  expect(await kindredIn(environment, 'start', '--data', data)).toMatchObject({ code: 3, out: '' });
});
