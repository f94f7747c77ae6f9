/** The pictures of the README, taken anew: `npm run screenshots`. Sample photos come with @vladmandic/face-api (MIT). */
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { kindred } from '../e2e/library.ts';
import { shells } from '../e2e/shells.ts';

const SAMPLES = join(import.meta.dirname, '../../node_modules/@vladmandic/face-api/demo');
const NAMES = ['Anna', 'Bea', 'Clara', 'Dora', 'Emma'];
const SIZE = { width: 1280, height: 800 };

const folder = await mkdtemp(join(tmpdir(), 'kindred-screenshots-'));
try {
  const [album, data] = [join(folder, 'album'), join(folder, 'library')];
  await mkdir(album);
  for (const n of [1, 2, 3, 4, 5, 6]) await cp(join(SAMPLES, `sample${n}.jpg`), join(album, `sample${n}.jpg`));
  await kindred('import', album, '--data', data);
  const { out } = await kindred('people', '--unknown', '--data', data, '--json');
  const { groups }: { groups: readonly { readonly group_id: string }[] } = JSON.parse(out);
  for (const [i, name] of NAMES.entries()) {
    const group = groups[i];
    if (group) await kindred('name', group.group_id, name, '--data', data);
  }
  const nothing = async (): Promise<void> => undefined;
  const { page, close } = await shells.browser({ data, userData: join(folder, 'browser'), remove: nothing });
  await page.setViewportSize(SIZE);

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
  await page.keyboard.press('i');
  await take('photo');
  await page.keyboard.press('Escape');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByRole('link', { name: 'People' }).click();
  await take('people');
  await close();
} finally {
  await rm(folder, { recursive: true, force: true });
}
