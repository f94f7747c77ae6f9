/** What goes wrong is told where it can be read, and takes nothing else with it. */
import { expect, type Page, test } from '@playwright/test';
import { FAMILY, openLibrary, type TestLibrary } from './library.ts';
import { type Shell, shells } from './shells.ts';

let library: TestLibrary;
let shell: Shell;
let page: Page;
const [PHOTO] = FAMILY.photos;

test.beforeAll(async () => {
  library = await openLibrary('family');
  shell = await shells.browser(library);
  page = shell.page;
});
test.afterAll(async () => {
  await shell.close();
  await library.remove();
});

const open = (): Promise<void> => page.getByRole('button', { name: `${PHOTO},` }).click();
const refuse = (procedure: string) =>
  page.route(`**/rpc/${procedure}`, (route) =>
    route.fulfill({ json: { error: { code: 'internal', message: 'The disk is on fire.' } } }),
  );

test('a dialog tells what fails in it, once, and where it can be closed', async () => {
  await page.getByRole('button', { name: `${PHOTO},` }).click({ modifiers: ['ControlOrMeta'] });
  await page.getByRole('region', { name: 'Selected photos' }).getByRole('button', { name: 'Add tags…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Tags for 1 photo' });
  await dialog.getByLabel('New tag').fill('summer');
  await refuse('photos.tag');
  await dialog.getByRole('button', { name: 'Add tags' }).click();
  await dialog.getByRole('button', { name: 'Add tags' }).click();
  const told = page.getByText('The disk is on fire.');
  await expect(told).toHaveCount(1);
  await dialog.getByRole('status').getByRole('button', { name: 'Close' }).click();
  await expect(told).toBeHidden();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.keyboard.press('Escape');
});

test('a photo that cannot be read anew stays open', async () => {
  await open();
  const view = page.getByRole('dialog', { name: PHOTO });
  await view.waitFor();
  await refuse('photo.show');
  await page.keyboard.press('3');
  await expect(page.getByText('The disk is on fire.')).toBeVisible();
  await expect(view).toBeVisible();
  await page.unroute('**/rpc/photo.show');
  await page.keyboard.press('Escape');
});

test('a view that cannot be drawn says so, and the others are there', async () => {
  await page.evaluate(() => {
    Date.prototype.toLocaleString = () => {
      throw new RangeError('no such calendar');
    };
  });
  await page.getByRole('link', { name: 'Imports' }).click();
  await expect(page.getByRole('alert')).toContainText('no such calendar');
  await page.getByRole('link', { name: 'Photos' }).click();
  await expect(page.getByRole('button', { name: `${PHOTO},` })).toBeVisible();
});
