import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sha256Of, takeName } from './take-name.ts';

/** What the disk answers to whoever wants a hard link; null for one that makes it. */
const { disk } = vi.hoisted(() => ({ disk: { refusal: null as string | null } }));
vi.mock('node:fs/promises', async (importActual) => {
  const actual = await importActual<typeof import('node:fs/promises')>();
  return {
    ...actual,
    link: async (from: string, to: string) => {
      if (disk.refusal) throw Object.assign(new Error(disk.refusal), { code: disk.refusal });
      await actual.link(from, to);
    },
  };
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kindred-names-'));
});
afterEach(async () => {
  disk.refusal = null;
  await rm(folder, { recursive: true });
});

test.each([null, 'EPERM', 'ENOTSUP', 'EISDIR'])(
  'names are taken, never over another file, on a disk that says %s',
  async (refusal) => {
    disk.refusal = refusal;
    const wanted = join(folder, 'a.jpg');
    for (const content of ['one', 'two', 'two']) {
      const finished = join(folder, 'finished');
      await writeFile(finished, content);
      await takeName(finished, wanted, { bytes: 3, sha256: () => sha256Of(finished) });
      await rm(finished, { force: true });
    }
    expect((await readdir(folder)).sort()).toEqual(['a (2).jpg', 'a.jpg']);
    expect(await readFile(wanted, 'utf8')).toBe('one');
    expect(await readFile(join(folder, 'a (2).jpg'), 'utf8')).toBe('two');
  },
);

test('what else goes wrong is an error', async () => {
  disk.refusal = 'EIO';
  await writeFile(join(folder, 'finished'), 'one');
  const finished = { bytes: 3, sha256: () => sha256Of(join(folder, 'finished')) };
  await expect(takeName(join(folder, 'finished'), join(folder, 'a.jpg'), finished)).rejects.toMatchObject({
    code: 'EIO',
  });
});
