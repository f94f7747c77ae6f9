/** A window of an ordinary size, shown twice as large: nothing is out of reach. */
import { expect, test } from '@playwright/test';
import { VIEWS } from '../../preload/contract/views.ts';
import { openLibrary, type TestLibrary } from './library.ts';
import { type Shell, shells } from './shells.ts';

let library: TestLibrary;
let shell: Shell;
test.beforeAll(async () => {
  library = await openLibrary('family');
  shell = await shells.browser(library);
  await shell.page.setViewportSize({ width: 640, height: 400 });
});
test.afterAll(async () => {
  await shell.close();
  await library.remove();
});

/** What a press can reach nowhere: it begins or ends beside the window, and nothing scrolls there. */
const beside = (): Promise<string[]> =>
  shell.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a, input, select, textarea')]
      .filter((element) => element.checkVisibility() && !element.closest('[inert]'))
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return left < -1 || right > window.innerWidth + 1;
      })
      .map((element) => element.getAttribute('aria-label') ?? element.textContent),
  );

test('every view has all it offers beside each other or below', async () => {
  for (const view of VIEWS) {
    await shell.page.evaluate((hash) => Object.assign(location, { hash }), `#/${view}`);
    await shell.page.getByRole('heading', { level: 1 }).waitFor();
    expect.soft(await beside(), view).toEqual([]);
  }
});

test('the rail leads everywhere in a window that is lower than it', async () => {
  await shell.page.setViewportSize({ width: 640, height: 300 });
  const last = shell.page.getByRole('navigation').getByRole('link').last();
  await last.scrollIntoViewIfNeeded();
  await expect(last).toBeInViewport({ ratio: 1 });
  await shell.page.setViewportSize({ width: 640, height: 400 });
});

test('an open photo has all that can be done with it in sight', async () => {
  await shell.page.evaluate(() => Object.assign(location, { hash: '#/photos' }));
  await shell.page.locator('[data-place="0"]').click();
  await shell.page.getByRole('dialog').waitFor();
  expect(await beside()).toEqual([]);
});

test('a word without an end breaks, and pushes nothing out of reach', async () => {
  const endless = 'W'.repeat(180);
  const { page } = shell;
  await page.keyboard.press('i');
  await page.getByPlaceholder('Add a tag').fill(endless);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: `Remove ${endless}` }).waitFor();
  expect(await beside()).toEqual([]);
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox').fill('WWWW');
  await page.getByRole('option', { name: endless }).click();
  await page.getByRole('region', { name: 'Filters' }).waitFor();
  expect(await beside()).toEqual([]);
});
