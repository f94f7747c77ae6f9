/** The palette finds anything by its name; keys lead everywhere. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { launch } from './electron.ts';
import { FAMILY, openLibrary, type TestLibrary } from './library.ts';

let library: TestLibrary;
let app: ElectronApplication;
let page: Page;
let palette: Locator;
const [photo] = FAMILY.photos;

test.beforeAll(async () => {
  library = await openLibrary('family');
  app = await launch(library);
  page = await app.firstWindow();
  await page.getByRole('button', { name: `${photo},` }).waitFor();
  palette = page.getByRole('dialog', { name: 'Find anything' });
});
test.afterAll(async () => {
  await app.close();
  await library.remove();
});

async function find(text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await palette.getByRole('combobox').fill(text);
}

test('a person is found by the beginning of the name, and is there the next time as chosen lately', async () => {
  await find(FAMILY.named.slice(0, 2));
  await expect(palette.getByRole('option', { name: FAMILY.named })).toHaveAttribute('aria-selected', 'true');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: FAMILY.named })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(palette.getByText('Lately')).toBeVisible();
  await expect(palette.getByRole('option').first()).toContainText(FAMILY.named);
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
});

test('a photo is found by its file name, and the palette opens over it', async () => {
  await find('gard bright');
  await palette.getByRole('option', { name: FAMILY.photos[1] }).click();
  const view = page.getByRole('dialog', { name: FAMILY.photos[1] });
  await expect(view).toBeVisible();
  await find('nothing of the kind');
  await expect(palette.getByText('Nothing is called “nothing of the kind”.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
  await expect(view).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(view).toBeHidden();
});

test('the library is backed up on the spot, and the place told', async () => {
  await find('back up');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^The library is backed up in .*backups.library-.*-asked\.sqlite$/)).toBeVisible();
  const backups = await readdir(join(library.data, 'backups'));
  expect(backups.filter((name) => name.includes('-asked'))).toHaveLength(1);
});

test('a command is done: the theme changes', async () => {
  await find('dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await find('light');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('the arrow keys go through what is found', async () => {
  await find('theme');
  const options = palette.getByRole('option');
  await expect(options).toHaveCount(3);
  await page.keyboard.press('ArrowUp');
  await expect(options.nth(2)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(0)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
});

test('G and a letter, or a number, go to a view', async () => {
  for (const [key, heading] of [
    ['s', 'Settings'],
    ['e', 'People'],
    ['5', 'Albums'],
    ['p', 'Photos'],
  ] as const) {
    await page.keyboard.press('g');
    await page.keyboard.press(key);
    await expect(page.getByRole('link', { name: heading })).toHaveAttribute('aria-current', 'page');
  }
});

test('? lists the keys of what is in sight', async () => {
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(keys.getByText('Go to Settings')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: `${photo},` }).click();
  await page.getByRole('dialog', { name: photo }).waitFor();
  await page.keyboard.press('?');
  await expect(keys.getByText('Draw a face')).toBeVisible();
  await expect(keys.getByText('Go to Settings')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
  await expect(page.getByRole('dialog', { name: photo })).toBeVisible();
});
