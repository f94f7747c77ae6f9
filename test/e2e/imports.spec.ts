/** Photos come in: by their path, by a followed folder, and in a browser by being sent. */
import { mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { expectAccessible } from './accessible.ts';
import { openLibrary, SAMPLE, type TestLibrary } from './library.ts';
import { type Shell, shells } from './shells.ts';

/** Photos of the same people, each with pixels of its own. */
async function makeAlbum(folder: string, photos: number): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (let i = 0; i < photos; i++) {
    const photo = sharp(SAMPLE).modulate({ brightness: 1 + i / 100 });
    await photo.toFile(join(folder, `photo ${i}.jpg`));
  }
  return folder;
}

const importPath = async (page: Page, path: string): Promise<void> => {
  await page.getByLabel('Folder or photo').fill(path);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
};

for (const [name, open] of Object.entries(shells)) {
  test.describe(`in a ${name}`, () => {
    let library: TestLibrary;
    let home: string;
    let shell: Shell;
    let page: Page;
    test.beforeAll(async () => {
      library = await openLibrary('empty');
      home = dirname(library.data);
      shell = await open(library);
      page = shell.page;
      await page.getByRole('link', { name: 'Imports' }).click();
    });
    test.afterAll(async () => {
      await shell.close();
      await library.remove();
    });

    test('a path that leads nowhere is refused by name, and nothing begins', async () => {
      await importPath(page, join(home, 'nowhere'));
      await expect(page.getByText(`${join(home, 'nowhere')} does not exist.`)).toBeVisible();
      await expect(page.getByText('Nothing has been imported yet.')).toBeVisible();
      await page.getByRole('button', { name: 'Close' }).click();
    });

    test('an import shows how far it is, is paused, goes on and ends', async () => {
      const album = await makeAlbum(join(home, 'album'), 6);
      await importPath(page, album);
      const card = page.getByRole('article', { name: album });
      await expect(card.getByRole('progressbar')).toBeVisible();
      await expect(page.getByRole('navigation').getByRole('progressbar')).toBeVisible();
      await card.getByRole('button', { name: 'Pause' }).click();
      await expect(card.getByText('Paused')).toBeVisible();
      await expect(page.getByRole('navigation').getByRole('progressbar')).toBeHidden();
      await card.getByRole('button', { name: 'Resume' }).click();
      await expect(card.getByText('6 photos added')).toBeVisible({ timeout: 45_000 });
      await expect(card.getByText('Done')).toBeVisible();
      await expect(card.getByRole('progressbar')).toBeHidden();
    });

    test('a broken photo is listed with its reason, and comes in when it has been put right', async () => {
      const folder = join(home, 'broken');
      const photo = join(folder, 'cut off.jpg');
      await mkdir(folder);
      await sharp(SAMPLE).rotate(180).toFile(photo);
      const whole = await readFile(photo);
      await truncate(photo, 20_000);
      await importPath(page, folder);
      const card = page.getByRole('article', { name: folder });
      await card.getByRole('button', { name: '1 failed' }).click();
      const dialog = page.getByRole('dialog', { name: '1 failed' });
      await expect(dialog.getByText(photo)).toBeVisible();
      await expect(dialog.getByText('The file is damaged or was cut off.')).toBeVisible();
      await expectAccessible(page);
      await dialog.getByRole('button', { name: 'Close' }).click();

      await writeFile(photo, whole);
      await card.getByRole('button', { name: 'Try the failed ones again' }).click();
      await expect(card.getByText('1 photo added')).toBeVisible();
      await expect(card.getByRole('button', { name: '1 failed' })).toBeHidden();
    });

    test('what comes into a followed folder comes into the library, and a folder that has gone is shown', async () => {
      const folder = join(home, 'followed');
      await mkdir(folder);
      await page.getByLabel('Folder to follow').fill(folder);
      await page.getByRole('button', { name: 'Follow', exact: true }).click();
      const followed = page
        .getByRole('listitem')
        .filter({ has: page.getByRole('button', { name: `No longer follow ${folder}` }) });
      await expect(followed).toBeVisible();
      await expect(page.getByRole('article', { name: folder, exact: true }).getByText('Done')).toBeVisible();
      await sharp(SAMPLE).flop().toFile(join(folder, 'new.jpg'));
      const card = page.getByRole('article', { name: join(folder, 'new.jpg') });
      await expect(card.getByText('1 photo added')).toBeVisible({ timeout: 30_000 });
      await rm(folder, { recursive: true });
      await expect(followed.getByText('Not there now')).toBeVisible({ timeout: 20_000 });
    });
  });
}

test('what a browser has sent before it ended suddenly is imported at the next start', async () => {
  const library = await openLibrary('empty');
  let { page, close } = await shells.browser(library);
  const photo = await readFile(SAMPLE);
  const sent = await page.evaluate(async (base64) => {
    const body = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const headers = { 'content-type': 'image/jpeg' };
    return (await fetch('/upload?path=left.jpg', { method: 'POST', headers, body })).status;
  }, photo.toString('base64'));
  expect(sent).toBe(200);
  await close();
  ({ page, close } = await shells.browser(library));
  await expect(page.getByRole('button', { name: 'left.jpg,' })).toBeVisible({ timeout: 30_000 });
  await close();
  await library.remove();
});

test.describe('in a browser, what is dropped or chosen is sent:', () => {
  let library: TestLibrary;
  let home: string;
  let shell: Shell;
  let page: Page;
  test.beforeAll(async () => {
    library = await openLibrary('empty');
    home = dirname(library.data);
    shell = await shells.browser(library);
    page = shell.page;
    await page.getByRole('link', { name: 'Imports' }).click();
  });
  test.afterAll(async () => {
    await shell.close();
    await library.remove();
  });

  test('a folder with its subfolders, as one import; what is no photo stays behind', async () => {
    const album = await makeAlbum(join(home, 'Italy'), 4);
    // The same bytes as the first of the others.
    await makeAlbum(join(album, 'day 2'), 1);
    await writeFile(join(album, 'notes.txt'), 'nothing');
    await writeFile(join(album, '.hidden.jpg'), 'nothing');
    const input = await page.context().newCDPSession(page);
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      const data = { items: [], files: [album], dragOperationsMask: 1 };
      await input.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
    }
    const card = page.getByRole('article');
    await expect(card.getByText('4 photos added')).toBeVisible({ timeout: 45_000 });
    await expect(card).toHaveCount(1);
    const photos = join(library.data, 'photos');
    expect((await readdir(join(photos, 'Italy'))).sort()).toEqual([
      'day 2',
      ...[0, 1, 2, 3].map((i) => `photo ${i}.jpg`),
    ]);
    expect(await readdir(join(photos, 'Italy', 'day 2'))).toEqual(['photo 0.jpg']);
  });

  test('files by themselves; one that is no photo is listed with its reason', async () => {
    const photo = await sharp(SAMPLE).rotate(90).jpeg().toBuffer();
    const data = await page.evaluateHandle((base64) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], 'dropped.jpg', { type: 'image/jpeg' }));
      transfer.items.add(new File(['x'], 'film.mp4', { type: 'video/mp4' }));
      return transfer;
    }, photo.toString('base64'));
    await page.dispatchEvent('main', 'drop', { dataTransfer: data });
    const refused = page.getByRole('region', { name: '1 file did not come in' });
    await expect(refused.getByRole('button', { name: 'Try again' })).toBeHidden();
    await expect(refused.getByText('film.mp4')).toBeVisible();
    await expect(refused.getByText('This is not a photo.')).toBeVisible();
    await expect(page.getByRole('article', { name: 'dropped.jpg' }).getByText('1 photo added')).toBeVisible();
    await expectAccessible(page);
    await refused.getByRole('button', { name: 'Close' }).click();
    await expect(refused).toBeHidden();
  });

  test('photos that were chosen by the keyboard', async () => {
    const chosen = join(home, 'chosen.png');
    await sharp(SAMPLE).resize(640).png().toFile(chosen);
    const button = page.getByRole('button', { name: 'Choose photos…' });
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.press('Enter')]);
    await chooser.setFiles(chosen);
    await expect(page.getByRole('article', { name: 'chosen.png' }).getByText('1 photo added')).toBeVisible();
  });

  test('without a connection nothing is lost: it goes on when Kindred answers again', async () => {
    const late = join(home, 'late.jpg');
    await sharp(SAMPLE).flip().toFile(late);
    await page.route('**/upload?*', (route) => route.abort('connectionrefused'));
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Choose photos…' }).click(),
    ]);
    await chooser.setFiles(late);
    await expect(page.getByRole('alert').getByText('Kindred does not answer.')).toBeVisible();
    await page.unroute('**/upload?*');
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(page.getByRole('article', { name: 'late.jpg' }).getByText('1 photo added')).toBeVisible();
  });

  test('a photo whose file has gone or was damaged is shown by its small copy, and that is said', async () => {
    const photos = join(library.data, 'photos');
    const [day] = (await readdir(photos)).filter((name) => /^\d{4}-/.test(name));
    const file = join(photos, day ?? '', 'chosen.png');
    await page.getByRole('link', { name: 'Photos' }).click();
    const photo = page.getByRole('button', { name: 'chosen.png,' });
    const view = page.getByRole('dialog', { name: 'chosen.png' });
    // What came in last moves the others.
    await page.getByRole('button', { name: 'late.jpg,' }).waitFor();
    await photo.click();
    await expect(view).toBeVisible();
    await expect(view.getByText('This is the small copy')).toBeHidden();
    await page.keyboard.press('Escape');

    await rm(file);
    await photo.click();
    await expect(view.getByText('The file is not where it was.')).toBeVisible();
    await page.keyboard.press('Escape');

    await writeFile(file, 'no longer a photo');
    await photo.click();
    await expect(view.getByText('The file could not be read.')).toBeVisible();
    await page.keyboard.press('Escape');
  });
});
