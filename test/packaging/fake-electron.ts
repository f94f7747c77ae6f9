/**
 * What electron-builder needs of an Electron distribution, on a machine that has none: the folder's shape, and an
 * executable with the fuses that Electron is delivered with. It cannot run; test/electron-host does that.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Marks the fuses in an executable: https://www.electronjs.org/docs/latest/tutorial/fuses */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const WIRE_VERSION = 1;

/** In the order of @electron/fuses' FuseV1Options, as Electron 45 comes: each the opposite of what a release should be. */
const DELIVERED = '101100011';

/** @param folder becomes the distribution, for Linux */
export async function makeFakeElectron(folder: string): Promise<void> {
  await mkdir(join(folder, 'resources'), { recursive: true });
  await mkdir(join(folder, 'locales'));
  const wire = Buffer.from([WIRE_VERSION, DELIVERED.length]);
  const script = Buffer.from('#!/bin/sh\nexit 1\n# ');
  await writeFile(
    join(folder, 'electron'),
    Buffer.concat([script, Buffer.from(SENTINEL), wire, Buffer.from(DELIVERED)]),
    { mode: 0o755 },
  );
}
