/** "Nothing leaves the machine" holds for what Kindred is built on, too. */
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kindredIn, removeFolder, sample, temporaryFolder } from './run-kindred.ts';

let home: string;
beforeAll(async () => {
  home = temporaryFolder();
  await mkdir(join(home, 'tmp'));
});
afterAll(() => removeFolder(home));

test('looking at a photo leaves no trace of telemetry: no device id, no event cache, no upload log', async () => {
  const ended = await kindredIn(
    { HOME: home, TMPDIR: join(home, 'tmp'), XDG_CACHE_HOME: join(home, 'cache'), XDG_DATA_HOME: join(home, 'share') },
    'detect',
    sample(1),
    '--json',
  );
  expect(JSON.parse(ended.out).faces).toHaveLength(3);
  const left = (await readdir(home, { recursive: true })).filter((name) => name !== 'tmp');
  expect(left).toEqual([]);
});
