import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { copyOriginal } from './copy-original.ts';

vi.mock('node:fs/promises', async (importActual) => {
  const refuse = async (): Promise<never> => {
    throw Object.assign(new Error('ENOTSUP: operation not supported'), { code: 'ENOTSUP' });
  };
  return { ...(await importActual<typeof import('node:fs/promises')>()), chmod: refuse, utimes: refuse };
});

test('a disk that keeps neither permissions nor dates takes copies all the same', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kindred-copy-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const target = await mkdtemp(join(folder, 'target-'));
  await writeFile(join(folder, 'a.jpg'), 'one');
  expect(await copyOriginal([join(folder, 'a.jpg')], target)).toBe('copied');
  expect(await readFile(join(target, 'a.jpg'), 'utf8')).toBe('one');
});
