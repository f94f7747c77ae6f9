/** Photos in the grid: selected by every means there is, changed together, filtered, taken away and put back. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { FAMILY, openLibrary, type TestLibrary } from './library.ts';
import { type Shell, shells } from './shells.ts';

const [FIRST, SECOND] = FAMILY.photos;

let library: TestLibrary;
let shell: Shell;
let page: Page;
test.beforeEach(async () => {
  library = await openLibrary('family');
  shell = await shells.window(library);
  page = shell.page;
  await photo(FIRST).waitFor();
});
test.afterEach(async () => {
  await shell.close();
  await library.remove();
});

const photo = (name: string): Locator => page.getByRole('button', { name: `${name},` });
const bar = (): Locator => page.getByRole('region', { name: 'Selected photos' });
const view = (): Locator => page.getByRole('dialog');

test('Ctrl selects one by one, and what is pressed then is selected instead of opened', async () => {
  await photo(FIRST).click({ modifiers: ['ControlOrMeta'] });
  await expect(bar()).toContainText('1 selected');
  await photo(SECOND).click();
  await expect(bar()).toContainText('2 selected');
  await expect(view()).toBeHidden();
  await expectAccessible(page);
  // What the bar covers is not come to by keys either.
  const clear = page.getByRole('button', { name: 'Clear the selection' });
  await clear.press('Shift+Tab');
  await expect(page.getByRole('navigation').locator(':focus')).toBeVisible();
  await clear.click();
  await expect(bar()).toBeHidden();
  await expect(page.locator('[data-place]:focus')).toBeVisible();
});

test('Shift selects everything between, and the day selects all its photos', async () => {
  const places = page.locator('[data-place]');
  await places.nth(0).click({ modifiers: ['ControlOrMeta'] });
  await places.nth(1).click({ modifiers: ['Shift'] });
  await expect(bar()).toContainText('2 selected');
  await page.keyboard.press('Escape');
  await expect(bar()).toBeHidden();
  const day = page.getByRole('heading', { level: 2 }).first();
  await day.hover();
  await day.getByRole('button').click();
  await expect(bar()).toContainText('2 selected');
  await day.getByRole('button').click();
  await expect(bar()).toBeHidden();
});

test('a rubber band selects what it touches, and the click at its end opens nothing', async () => {
  const box = await page.locator('[data-place="0"]').boundingBox();
  if (!box) throw new Error('The grid shows no photo.');
  await page.mouse.move(box.x + box.width - 10, box.y + box.height - 10);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 40, box.y + box.height - 40, { steps: 4 });
  await expect(bar()).toContainText('1 selected');
  await page.mouse.up();
  await expect(view()).toBeHidden();
  await expect(bar()).toContainText('1 selected');
});

test('the keyboard alone selects, rates and opens', async () => {
  await page.locator('[data-place="0"]').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(bar()).toContainText('2 selected');
  await page.keyboard.press('4');
  await expect(page.getByRole('status').filter({ hasText: 'Undo' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+a');
  await expect(bar()).toContainText('2 selected');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expect(view()).toBeVisible();
  await page.keyboard.press('i');
  await expect(view().getByRole('button', { name: '4 stars' })).toHaveAttribute('aria-pressed', 'true');
});

test('photos grow and shrink by the wheel with Ctrl and by keys', async () => {
  const height = async (): Promise<number> => (await photo(FIRST).boundingBox())?.height ?? 0;
  const before = await height();
  await photo(FIRST).hover();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, 100);
  await page.keyboard.up('Control');
  await expect.poll(height).toBeLessThan(before * 0.8);
  await photo(FIRST).focus();
  await page.keyboard.press('+');
  await expect.poll(height).toBe(before);
});

test('the menu of a photo tags it, and the filter finds it by the tag', async () => {
  await photo(SECOND).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Add tags' }).click();
  await page.getByRole('textbox', { name: 'New tag' }).fill('garden');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(view()).toBeHidden();

  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('combobox', { name: 'Tag' }).selectOption('garden');
  await expect(photo(FIRST)).toBeHidden();
  await expect(photo(SECOND)).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Remove the filter garden' }).click();
  await expect(photo(FIRST)).toBeVisible();
});

test('photos are filtered by a person, and a filter that leaves none says so', async () => {
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('group', { name: 'People' }).getByRole('button', { name: FAMILY.named }).click();
  await expect(page.getByRole('region', { name: 'Filters' })).toContainText(FAMILY.named);
  await expect(photo(FIRST)).toBeVisible();
  await page.getByRole('combobox', { name: 'Faces' }).selectOption('Without faces');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'No such photos' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear all' }).first().click();
  await expect(photo(SECOND)).toBeVisible();
});

test('deleted photos can be taken back at once, and from the bin later', async () => {
  await photo(FIRST).click({ modifiers: ['ControlOrMeta'] });
  await page.keyboard.press('Delete');
  await expect(photo(FIRST)).toBeHidden();
  await expect(bar()).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(photo(FIRST)).toBeVisible();

  await photo(FIRST).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(photo(FIRST)).toBeHidden();
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('checkbox', { name: 'Deleted' }).check();
  await page.keyboard.press('Escape');
  await expect(photo(SECOND)).toBeHidden();
  await photo(FIRST).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Put back' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing is deleted' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear all' }).first().click();
  await expect(photo(FIRST)).toBeVisible();
});

test('the grid goes on at the photo at which the large view is left', async () => {
  await photo(FIRST).click();
  await page.getByRole('dialog', { name: FIRST }).waitFor();
  // Of the two photos the other one, whichever stands first.
  const isFirst = (await page.locator('[data-place="0"]').getAttribute('aria-label'))?.startsWith(`${FIRST},`);
  await page.keyboard.press(isFirst ? 'ArrowRight' : 'ArrowLeft');
  await page.getByRole('dialog', { name: SECOND }).waitFor();
  await page.goBack();
  await expect(view()).toBeHidden();
  await expect(photo(SECOND)).toBeFocused();
});
