/** Copies of originals, for somebody else: into a folder, or as a download where the page is in a browser. */
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { launch } from './electron.ts';
import { FAMILY, openLibrary, SAMPLE, type TestLibrary } from './library.ts';
import { shells } from './shells.ts';

const [FIRST, SECOND] = FAMILY.photos;
let library: TestLibrary;
test.beforeEach(async () => {
  library = await openLibrary('family');
});
test.afterEach(() => library.remove());

const photo = (page: Page, name: string): Locator => page.getByRole('button', { name: `${name},` });

test('copies of what is selected, and of all photos of somebody, go where the dialog says, and once only', async () => {
  const folder = join(library.data, '..', 'for grandma');
  await mkdir(folder);
  const app = await launch(library);
  const page = await app.firstWindow();
  await app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] });
  }, folder);
  await photo(page, FIRST).click({ modifiers: ['ControlOrMeta'] });
  await photo(page, SECOND).click();
  const bar = page.getByRole('region', { name: 'Selected photos' });
  await bar.getByRole('button', { name: 'Save copies…' }).click();
  await expect(page.getByText(`2 copies saved in ${folder}.`, { exact: true })).toBeVisible();
  expect((await readdir(folder)).toSorted()).toEqual([...FAMILY.photos].toSorted());
  expect((await readFile(join(folder, FIRST))).equals(await readFile(SAMPLE))).toBe(true);

  await page.keyboard.press('Escape');
  const people = await page.evaluate(async () => {
    const { send } = Reflect.get(window, 'kindred') as { send(name: string, args: unknown): Promise<unknown> };
    return (await send('people.list', {})) as { ok: { people: { id: string; name: string }[] } };
  });
  const id = people.ok.people.find(({ name }) => name === FAMILY.named)?.id;
  await page.evaluate((id) => {
    location.hash = `#/people/${id}`;
  }, id);
  await page.getByRole('button', { name: `More for ${FAMILY.named}` }).click();
  await page.getByRole('menuitem', { name: 'Save copies of all photos…' }).click();
  await expect(page.getByText(/^Nothing was saved in .* 2 were there already\.$/)).toBeVisible();
  expect(await readdir(folder)).toHaveLength(2);
  await app.close();
});

test('in a browser one photo is downloaded as it is; several are not offered', async () => {
  const { page, close } = await shells.browser(library);
  await photo(page, FIRST).click({ button: 'right' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(FIRST);
  expect((await readFile(await download.path())).equals(await readFile(SAMPLE))).toBe(true);
  await photo(page, FIRST).click({ modifiers: ['ControlOrMeta'] });
  await photo(page, SECOND).click();
  await expect(page.getByRole('region', { name: 'Selected photos' })).toContainText('2 selected');
  await expect(page.getByRole('button', { name: 'Download' })).toHaveCount(0);
  await close();
});
