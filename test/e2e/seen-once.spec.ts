/** Who is on one photo only: with a first photo that is everybody, later they stand behind the others. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { kindred, openLibrary, SAMPLE, type TestLibrary } from './library.ts';
import { type Shell, shells } from './shells.ts';

let library: TestLibrary;
let shell: Shell;
let page: Page;

const faces = (): Locator => page.getByRole('button', { name: /^Face \d/ });

async function nameFirst(name: string): Promise<void> {
  await faces().first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Name…' }).click();
  await page.getByRole('dialog').getByRole('combobox').fill(name);
  await page.keyboard.press('Enter');
}

test.beforeEach(async () => {
  library = await openLibrary('empty');
  await kindred('import', SAMPLE, '--data', library.data);
  shell = await shells.window(library);
  page = shell.page;
  await page.getByRole('link', { name: 'People' }).click();
});
test.afterEach(async () => {
  await shell.close();
  await library.remove();
});

test('the faces of the first photo are offered to be named, though nobody has been seen twice', async () => {
  await expect(faces()).toHaveCount(3);
  await expectAccessible(page);
  await nameFirst('Dora');
  await expect(page.getByRole('link', { name: 'Dora, 1 photo' })).toBeVisible();

  await page.getByRole('link', { name: 'Seen once 2 faces' }).click();
  await expect(faces()).toHaveCount(2);
  await expectAccessible(page);
  await nameFirst('Emil');
  await expect(faces()).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(faces()).toHaveCount(2);

  await page.getByRole('button', { name: 'All people' }).click();
  await expect(page.getByRole('link', { name: 'Dora, 1 photo' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Emil' })).toHaveCount(0);
});

test('who is of no interest is asked about no more', async () => {
  await faces().first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Not interested' }).click();
  await expect(faces()).toHaveCount(2);
});
