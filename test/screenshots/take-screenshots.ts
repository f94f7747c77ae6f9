/** The pictures of the README, taken anew: `npm run screenshots`. Sample photos come with @vladmandic/face-api (MIT). */
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Args, ProcedureName, Result } from '../../preload/contract.ts';
import { kindred } from '../e2e/library.ts';
import { shells } from '../e2e/shells.ts';

const SAMPLES = join(import.meta.dirname, '../../node_modules/@vladmandic/face-api/demo');
const NAMES = ['Anna', 'Bea', 'Clara', 'Dora', 'Emma', 'Fay', 'Grace', 'Hana', 'Ida', 'Jo', 'Kim', 'Lea'];
const SIZE = { width: 1280, height: 800 };

const folder = await mkdtemp(join(tmpdir(), 'kindred-screenshots-'));
try {
  const [album, data] = [join(folder, 'album'), join(folder, 'library')];
  await mkdir(album);
  for (const n of [1, 2, 3, 4, 5, 6]) await cp(join(SAMPLES, `sample${n}.jpg`), join(album, `sample${n}.jpg`));
  await kindred('import', album, '--data', data);
  const nothing = async (): Promise<void> => undefined;
  const { page, close } = await shells.browser({ data, userData: join(folder, 'browser'), remove: nothing });
  await page.setViewportSize(SIZE);
  await page.evaluate(nameAll, NAMES);

  const take = async (name: string): Promise<void> => {
    await page.waitForLoadState('networkidle');
    // Pictures that have come are faded in.
    await page.waitForTimeout(500);
    const file = join(import.meta.dirname, `${name}.webp`);
    await sharp(await page.screenshot())
      .webp({ quality: 82 })
      .toFile(file);
    console.log(file);
  };
  await page.getByRole('button', { name: 'Larger photos' }).click();
  await take('photos');
  await page.getByRole('button', { name: /^sample1\.jpg,/ }).click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('i');
  await page.getByRole('complementary').waitFor();
  await take('photo');
  await page.keyboard.press('Escape');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByRole('link', { name: 'People' }).click();
  await take('people');
  await close();
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** In the page: groups first, then who is seen once, the best first; one group stays as it is. */
async function nameAll(names: readonly string[]): Promise<void> {
  async function ask<Name extends ProcedureName>(procedure: Name, args: Args<Name>): Promise<Result<Name>> {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`/rpc/${procedure}`, { method: 'POST', headers, body: JSON.stringify(args) });
    const { ok } = (await response.json()) as { ok: Result<Name> };
    return ok;
  }
  const { groups } = await ask('unnamed.page', { offset: 0, limit: 50 });
  const { faces } = await ask('unnamed.seen-once', { offset: 0, limit: 50 });
  const naming = [
    ...groups.slice(0, -1).map(
      ({ id }) =>
        (name: string) =>
          ask('unnamed.name', { id, name }),
    ),
    ...faces.map(
      ({ id }) =>
        (name: string) =>
          ask('faces.name', { ids: [id], name }),
    ),
  ];
  for (const [i, name] of names.entries()) await naming[i]?.(name);
}
