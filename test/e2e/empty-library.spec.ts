/** The first start: nothing is there yet, and then a first photo. */
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { launch } from './electron.ts';
import { FAMILY, openLibrary, SAMPLE, type TestLibrary } from './library.ts';

let library: TestLibrary;
let app: ElectronApplication;
let page: Page;
test.beforeAll(async () => {
  library = await openLibrary('empty');
  app = await launch(library);
  page = await app.firstWindow();
});
test.afterAll(async () => {
  await app.close();
  await library.remove();
});

test('the window opens on an empty library and says what to do', async () => {
  await expect(page).toHaveTitle('Photos – Kindred');
  await expect(page.getByRole('heading', { name: 'No photos yet' })).toBeVisible();
  await expect(page.getByText('Drop folders or photos anywhere in this window')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a photo that is dropped on the window comes in, with its faces', async () => {
  // By its path and through Chromium's own input, as the system drops it.
  const input = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    const data = { items: [], files: [SAMPLE], dragOperationsMask: 1 };
    await input.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
  }
  await page.getByRole('link', { name: 'Photos' }).click();
  await expect(page.getByRole('button', { name: 'sample1.jpg,' })).toHaveAccessibleName(
    new RegExp(`${FAMILY.facesPerPhoto} faces$`),
  );
});
