/** People: named in place, merged, hidden, told apart, confirmed and rejected, by mouse and by keys alone. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { FAMILY, openLibrary, type TestLibrary } from './library.ts';
import { type Shell, shells } from './shells.ts';

const ANNA = FAMILY.named;

let library: TestLibrary;
let shell: Shell;
let page: Page;

async function open(kind: keyof typeof shells): Promise<void> {
  shell = await shells[kind](library);
  page = shell.page;
  await page.getByRole('link', { name: 'People' }).click();
  await card(ANNA).or(groups().first()).first().waitFor();
}

const card = (name: string): Locator => page.getByRole('link', { name: `${name}, ` });
const groups = (): Locator => page.getByRole('link', { name: /^Who is this\? / });
const nameFields = (): Locator => page.getByRole('combobox', { name: /^Name for / });
const bar = (): Locator => page.getByRole('region', { name: 'Selection' });
const tab = (name: string): Locator => page.getByRole('tab', { name });

async function nameFirstGroup(name: string): Promise<void> {
  await nameFields().first().fill(name);
  await nameFields().first().press('Enter');
}

test.beforeEach(async () => {
  library = await openLibrary('family');
});
test.afterEach(async () => {
  await shell.close();
  await library.remove();
});

for (const kind of ['window', 'browser'] as const) {
  test(`in a ${kind} the unnamed are named in place, one after the other, and it lasts`, async () => {
    await open(kind);
    await expect(groups()).toHaveCount(2);
    await expectAccessible(page);
    await nameFields().first().click();
    await page.keyboard.type('Bea');
    await page.keyboard.press('Enter');
    await expect(card('Bea')).toBeVisible();
    // The focus has gone on to the next group.
    await expect(nameFields()).toHaveCount(1);
    await expect(nameFields()).toBeFocused();
    await page.keyboard.type('Carl');
    await page.keyboard.press('Enter');
    await expect(card('Carl')).toBeVisible();
    await expect(groups()).toHaveCount(0);
    await shell.close();
    await open(kind);
    for (const name of [ANNA, 'Bea', 'Carl']) await expect(card(name)).toBeVisible();
  });
}

test('a name that is taken asks whether they are the same; then they are one, and undo makes them two', async () => {
  await open('window');
  await nameFirstGroup(ANNA);
  await expect(page.getByText(`Somebody is called ${ANNA} already.`)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(groups()).toHaveCount(1);
  await card(ANNA).click();
  await expect(tab('Faces')).toContainText('4');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(tab('Faces')).toContainText('2');
});

test('whoever is called so is offered while a name is typed, and chosen by keys', async () => {
  await open('window');
  await nameFields().first().click();
  await page.keyboard.type(ANNA.slice(0, 2).toLowerCase());
  await expect(page.getByRole('option', { name: ANNA })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { name: ANNA })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(groups()).toHaveCount(1);
});

test('a name is changed in place', async () => {
  await open('window');
  await card(ANNA).focus();
  await page.keyboard.press('F2');
  await page.keyboard.type('Anne');
  await page.keyboard.press('Enter');
  await expect(card('Anne')).toBeVisible();
  await expect(card('Anne')).toBeFocused();
  await expect(card(ANNA)).toHaveCount(0);
});

test('whoever is pressed on their name is opened, and can still be renamed in place', async () => {
  await open('window');
  await page.getByText(ANNA, { exact: true }).click();
  await expect(page.getByRole('heading', { name: ANNA })).toBeVisible();
  await page.getByRole('button', { name: 'All people' }).click();
  await card(ANNA).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await expect(page.getByRole('combobox', { name: 'Name', exact: true })).toBeFocused();
});

test('several are merged into the one whose name stays, and undo takes it back', async () => {
  await open('window');
  await nameFirstGroup('Bea');
  await card(ANNA).click({ modifiers: ['ControlOrMeta'] });
  await card('Bea').click();
  await expect(bar()).toContainText('2 selected');
  await expectAccessible(page);
  await bar().getByRole('button', { name: 'Merge all 2' }).click();
  const dialog = page.getByRole('dialog');
  await expectAccessible(page);
  await dialog.getByRole('radio', { name: 'Bea' }).check();
  await page.keyboard.press('Enter');
  await expect(card(ANNA)).toHaveCount(0);
  await expect(card('Bea')).toBeVisible();
  await page.locator('body').press('ControlOrMeta+z');
  await expect(card(ANNA)).toBeVisible();
});

test('a merge that is thought better of leaves the selection, and Escape then lets go of it', async () => {
  await open('window');
  await nameFirstGroup('Bea');
  await card(ANNA).click({ modifiers: ['ControlOrMeta'] });
  await card('Bea').click();
  await bar().getByRole('button', { name: 'Merge all 2' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(bar()).toContainText('2 selected');
  await page.keyboard.press('Escape');
  await expect(bar()).toBeHidden();
});

test('who is dropped on somebody is the same person', async () => {
  await open('window');
  await groups().first().dragTo(card(ANNA));
  await expect(groups()).toHaveCount(1);
  await card(ANNA).click();
  await expect(tab('Faces')).toContainText('4');
});

test('hidden people and groups are in a drawer, and come back from it', async () => {
  await open('window');
  await card(ANNA).focus();
  await page.keyboard.press('h');
  await expect(card(ANNA)).toHaveCount(0);
  await groups().first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Not interested' }).click();
  await expect(groups()).toHaveCount(1);
  await page.getByRole('button', { name: 'Hidden (2)' }).click();
  await expect(card(ANNA)).toBeVisible();
  await expectAccessible(page);
  await card(ANNA).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Show again' }).click();
  await expect(page.getByRole('button', { name: 'Hidden (1)' })).toBeVisible();
});

test('people and groups that are hidden together come back by one undo', async () => {
  await open('window');
  await card(ANNA).click({ modifiers: ['ControlOrMeta'] });
  await groups().first().click();
  await page.keyboard.press('h');
  await expect(page.getByText(`Hid ${ANNA} and a group of faces`)).toBeVisible();
  await expect(groups()).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(card(ANNA)).toBeVisible();
  await expect(groups()).toHaveCount(2);
});

test('faces of somebody else are taken out and form a group of their own', async () => {
  await open('window');
  await card(ANNA).click();
  await expectAccessible(page);
  await tab('Faces').click();
  const face = page.getByRole('button', { name: /^Face 1/ });
  await face.focus();
  await page.keyboard.press('Space');
  await expect(bar()).toContainText('1 selected');
  await expectAccessible(page);
  await bar().getByRole('button', { name: 'A group of their own' }).click();
  await expect(tab('Faces')).toContainText('1');
  await page.getByRole('button', { name: 'All people' }).click();
  await expect(page.getByRole('link', { name: `${ANNA}, 1 photo` })).toBeVisible();
  // One alone makes no group, but can be found.
  await page.getByRole('link', { name: 'Seen once 1 face' }).click();
  await expect(face).toBeVisible();
  await page.goBack();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: `${ANNA}, 2 photos` })).toBeVisible();
});

test('whoever comes back to everybody is where they left', async () => {
  await open('browser');
  await page.setViewportSize({ width: 800, height: 400 });
  await groups().last().scrollIntoViewIfNeeded();
  await groups().last().click();
  await page.getByRole('heading', { name: 'Who is this?' }).waitFor();
  await page.goBack();
  await expect(groups().last()).toBeInViewport({ ratio: 1 });
});

test('what may be theirs is confirmed and rejected by a key, and asked again after an undo', async () => {
  await open('window');
  // One of two faces gets a name: the other may be theirs.
  await groups().first().click();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Face 1/ }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Somebody else…' }).click();
  await page.getByRole('dialog').getByRole('combobox').fill('Bea');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'People' }).click();
  await card('Bea').click();
  await tab('Suggestions').click();
  const question = page.getByRole('region', { name: 'Is this Bea?' });
  await expect(question).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('n');
  await expect(page.getByText('Nothing to decide')).toBeVisible();
  await page.keyboard.press('u');
  await expect(question).toBeVisible();
  await page.keyboard.press('y');
  await expect(page.getByText('Nothing to decide')).toBeVisible();
  await expect(tab('Faces')).toContainText('2');
});

test('an undo key that is held down takes back what was answered here, and nothing before it', async () => {
  const hold = (key: string): Promise<void> =>
    page.evaluate((held) => {
      for (let press = 0; press < 6; press++) {
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: held, bubbles: true }));
      }
    }, key);
  await open('browser');
  let undone = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/rpc/history.undo')) undone++;
  });
  await page.getByRole('button', { name: 'Review' }).press('Enter');
  const review = page.getByRole('region', { name: 'Review' });
  await expect(review.getByRole('heading', { name: 'Who is this?' })).toBeVisible();
  await page.keyboard.press('h');
  await expect(review.locator('header').getByRole('button', { name: 'Undo' })).toBeEnabled();
  await hold('u');
  await expect(page.getByText('Undid hiding a group of faces')).toBeVisible();
  await expect(review.locator('header').getByRole('button', { name: 'Undo' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(groups()).toHaveCount(2);
  await expect(card(ANNA)).toBeVisible();
  expect(undone).toBe(1);

  await groups().first().click();
  await page.getByRole('button', { name: /^Face 1/ }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Somebody else…' }).click();
  await page.getByRole('dialog').getByRole('combobox').fill('Bea');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'People' }).click();
  await card('Bea').click();
  await tab('Suggestions').click();
  const question = page.getByRole('region', { name: 'Is this Bea?' });
  await expect(question).toBeVisible();
  await page.keyboard.press('y');
  await expect(page.getByText('Nothing to decide')).toBeVisible();
  await hold('u');
  await expect(question).toBeVisible();
  await page.getByRole('link', { name: 'People' }).click();
  await expect(card('Bea')).toBeVisible();
  expect(undone).toBe(2);
});

test('review goes through everything by keys alone', async () => {
  await open('window');
  await page.getByRole('button', { name: 'Review' }).press('Enter');
  const review = page.getByRole('region', { name: 'Review' });
  await expect(review.getByRole('heading', { name: 'Who is this?' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('n');
  await page.keyboard.press('u');
  await expect(review.getByText('0 named')).toBeVisible();
  // A capital begins a name, though n alone goes on.
  await page.keyboard.type('Nina');
  await page.keyboard.press('Enter');
  await expect(review.getByText('1 named')).toBeVisible();
  // What was typed into is gone: the focus is on the next question, not nowhere.
  await expect(review.getByRole('region', { name: 'Who is this?' })).toBeFocused();
  await page.keyboard.press('h');
  await expect(page.getByText('All done')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('u');
  await expect(review.getByRole('heading', { name: 'Who is this?' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card('Nina')).toBeVisible();
  await expect(groups()).toHaveCount(1);
});

for (const [width, height] of [
  [1280, 800],
  [800, 600],
] as const) {
  test(`in a review of ${width} by ${height} what was undone is told where it covers nothing`, async () => {
    await open('browser');
    await page.setViewportSize({ width, height });
    await page.getByRole('button', { name: 'Review' }).press('Enter');
    const review = page.getByRole('region', { name: 'Review' });
    await review.getByRole('heading', { name: 'Who is this?' }).waitFor();
    await page.keyboard.press('h');
    await page.keyboard.press('u');
    const toast = page.getByRole('status').getByText('Undid hiding a group of faces');
    await expect(toast).toBeVisible();
    for (const part of [review.getByText('type a name'), review.getByRole('combobox'), review.getByText('N next')]) {
      await expect(part).toBeInViewport({ ratio: 1 });
      // Clicks reach only what nothing lies over.
      await part.click({ trial: true, timeout: 3000 });
    }
  });
}

test('notes keep themselves and say so', async () => {
  await open('window');
  await card(ANNA).click();
  await tab('Notes').click();
  await page.getByRole('textbox', { name: 'Notes' }).fill('Met in Oslo');
  await expect(page.getByText('Saved')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'People' }).click();
  await card(ANNA).click();
  await tab('Notes').click();
  await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('Met in Oslo');
});

test('notes that are typed while the last are being kept are kept as well', async () => {
  await open('browser');
  await card(ANNA).click();
  await tab('Notes').click();
  const slow = Promise.withResolvers<void>();
  await page.route('**/rpc/person.set-notes', async (route) => slow.promise.then(() => route.continue()), { times: 1 });
  const notes = page.getByRole('textbox', { name: 'Notes' });
  const isAsked = page.waitForRequest('**/rpc/person.set-notes');
  await notes.pressSequentially('Met');
  await isAsked;
  await notes.pressSequentially(' in Oslo');
  slow.resolve();
  await expect(page.getByText('Saved')).toBeVisible();
  await page.reload();
  await tab('Notes').click();
  await expect(notes).toHaveValue('Met in Oslo');
});
