/** Asked of a face: who it is, where else it is, whether it is the same as another. */
import { type ElectronApplication, expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { launch } from './electron.ts';
import { FAMILY, openLibrary, type TestLibrary } from './library.ts';

let library: TestLibrary;
let app: ElectronApplication;
let page: Page;
let view: Locator;
const [photo] = FAMILY.photos;

test.beforeEach(async () => {
  library = await openLibrary('family');
  app = await launch(library);
  page = await app.firstWindow();
  await page.getByRole('button', { name: `${photo},` }).click();
  view = page.getByRole('dialog', { name: photo });
});
test.afterEach(async () => {
  await app.close();
  await library.remove();
});

/** The menu of a face by the right button. */
async function ask(name: string, question: string): Promise<Locator> {
  await view.locator('figure button').filter({ hasText: name }).first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: question, exact: true }).click();
  return page.getByRole('dialog', { name: question });
}

test('who is this: the people it may be, the surest first, in words', async () => {
  const dialog = await ask(FAMILY.named, 'Who is this?');
  const first = dialog.getByRole('region', { name: 'People it may be' }).getByRole('listitem').first();
  await expect(first).toContainText(FAMILY.named);
  await expect(first).toContainText(/(Very sure|Sure): of [\d,a-z ]+ pairs of different people/);
  await expectAccessible(page);
});

test('somebody else is named from there, and it is undone', async () => {
  const dialog = await ask('Unknown', 'Who is this?');
  await dialog.getByRole('button', { name: 'Somebody else' }).click();
  await dialog.getByRole('combobox', { name: 'Name' }).fill('Bea');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Named Bea')).toBeVisible();
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(dialog.getByText('Nobody has named this face yet.')).toBeVisible();
});

test('a name that somebody has already is asked about, and nothing is said to be done', async () => {
  const dialog = await ask('Unknown', 'Who is this?');
  await dialog.getByRole('button', { name: 'Somebody else' }).click();
  await dialog.getByRole('combobox', { name: 'Name' }).fill('Bea');
  await page.keyboard.press('Enter');
  await dialog.getByText('Named Bea').waitFor();
  await dialog.getByRole('status').getByRole('button', { name: 'Close' }).click();
  await dialog.getByRole('button', { name: 'Somebody else' }).click();
  await dialog.getByRole('combobox', { name: 'Name' }).fill(FAMILY.named);
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(`Somebody is called ${FAMILY.named} already.`)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await dialog.getByRole('button', { name: `The same ${FAMILY.named}` }).click();
  await expect(dialog.getByText(`Named ${FAMILY.named}`)).toBeVisible();
});

test('the face is found on the other photo, which opens', async () => {
  const dialog = await ask(FAMILY.named, 'Find this face');
  const results = dialog.getByRole('region', { name: 'Faces that look alike' });
  await expect(results.getByRole('button', { name: `${FAMILY.named},` })).toHaveCount(1);
  await expectAccessible(page);
  await results.getByRole('button', { name: 'Open the photo' }).first().click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('dialog', { name: FAMILY.photos[1] })).toBeVisible();
});

test('faces that are found go into a face set', async () => {
  const dialog = await ask('Unknown', 'Find this face');
  const results = dialog.getByRole('region', { name: 'Faces that look alike' });
  await results.getByRole('button', { name: 'Unknown face,' }).first().click();
  await expect(dialog.getByText('1 selected')).toBeVisible();
  await dialog.getByRole('button', { name: 'Add to a face set' }).click();
  const picker = page.getByRole('dialog').filter({ has: page.getByRole('button', { name: 'Cancel' }) });
  await picker.getByRole('textbox').fill('Twins');
  await page.keyboard.press('Enter');
  await expect(picker).toBeHidden();
  await dialog.getByRole('combobox', { name: 'Look in' }).selectOption('Twins');
  await expect(results.getByRole('button', { name: 'Unknown face,' })).toHaveCount(1);
});

test('two faces of one photo are told apart, a face and its person are not', async () => {
  const dialog = await ask(FAMILY.named, 'Compare');
  await dialog.getByRole('region', { name: 'Faces on the same photo' }).getByRole('button').first().click();
  await expect(dialog.getByText('Probably not the same person')).toBeVisible();
  await dialog.getByRole('button', { name: 'Compare with somebody else' }).click();
  await dialog.getByRole('combobox', { name: 'Find a person by name' }).click();
  await dialog.getByRole('option', { name: FAMILY.named }).click();
  await expect(dialog.getByText('The same person', { exact: true })).toBeVisible();
  await expectAccessible(page);
  // Who is on the most photos need not be typed.
  await dialog.getByRole('button', { name: 'Compare with somebody else' }).click();
  await dialog.getByRole('region', { name: 'People' }).getByRole('button', { name: FAMILY.named }).click();
  await expect(dialog.getByText('The same person', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(view).toBeVisible();
});

test('a remembered face is compared with another one', async () => {
  await view.locator('figure button').filter({ hasText: FAMILY.named }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Remember this face' }).click();
  await view.locator('figure button').filter({ hasText: 'Unknown' }).first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Compare with the remembered face' }).click();
  await expect(page.getByRole('dialog', { name: 'Compare' }).getByText('Probably not the same person')).toBeVisible();
});
