/** Groups of people, face sets and albums: made, filled, renamed, deleted and taken back, in both shells. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { FAMILY, openLibrary, type TestLibrary } from './library.ts';
import { type Shell, shells } from './shells.ts';

for (const [name, open] of Object.entries(shells)) {
  test.describe
    .serial(`in a ${name}`, () => {
      let library: TestLibrary;
      let shell: Shell;
      let page: Page;
      test.beforeAll(async () => {
        library = await openLibrary('family');
        shell = await open(library);
        page = shell.page;
      });
      test.afterAll(async () => {
        await shell.close();
        await library.remove();
      });

      const show = (view: string): Promise<void> => page.getByRole('link', { name: view, exact: true }).click();
      const card = (title: string): Locator =>
        page.getByRole('listitem').getByRole('link').filter({ hasText: title }).first();
      const undo = (): Promise<void> => page.getByRole('button', { name: 'Undo' }).last().click();

      /** A key that ends a word of an input method, or takes its letters back: not for the field, which stays as it is. */
      const spell = async (name: string, key: string): Promise<void> => {
        const field = page.getByRole('textbox', { name, exact: true });
        const typed = await field.inputValue();
        await field.dispatchEvent('keydown', { key, isComposing: true, bubbles: true, cancelable: true });
        await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
        await expect(field).toBeFocused();
        await expect(field).toHaveValue(typed);
      };

      test('where there is nothing yet, it says what belongs there', async () => {
        for (const [view, hint] of [
          ['Albums', 'No albums yet'],
          ['Face sets', 'No face sets yet'],
          ['Groups', 'No groups yet'],
        ] as const) {
          await show(view);
          await expect(page.getByRole('heading', { name: hint })).toBeVisible();
          await expectAccessible(page);
        }
      });

      test('a group is made, filled, described and emptied by keys alone', async () => {
        await page.getByRole('button', { name: 'New group' }).focus();
        await page.keyboard.press('Enter');
        await page.keyboard.type('The family');
        await page.keyboard.press('Enter');
        await expect(page.getByRole('heading', { name: 'Nobody is in this group' })).toBeVisible();

        await page.getByRole('button', { name: 'Add people' }).focus();
        await page.keyboard.press('Enter');
        await page.keyboard.type(FAMILY.named.slice(0, 2));
        await expect(page.getByRole('button', { name: FAMILY.named })).toBeVisible();
        await page.keyboard.press('Tab');
        await expect(page.getByRole('button', { name: FAMILY.named })).toBeFocused();
        await page.keyboard.press('Space');
        await page.keyboard.press('Tab');
        await expect(page.getByRole('button', { name: 'Add 1 person' })).toBeFocused();
        await expectAccessible(page);
        await page.keyboard.press('Enter');
        const anna = page.getByRole('list', { name: 'People' }).getByRole('link', { name: FAMILY.named });
        await expect(anna).toBeVisible();
        await expect(page.getByText('In this group')).toBeVisible();
        await page.keyboard.press('Shift+Tab');
        await page.keyboard.press('Escape');
        await expect(page.getByRole('complementary', { name: 'People' })).toBeHidden();

        await page.getByRole('textbox', { name: 'Notes' }).focus();
        await page.keyboard.type('Since 1998');
        await spell('Notes', 'Escape');
        await page.keyboard.press('Tab');
        await expect(anna).toBeFocused();
        await expect(page.getByText('Changed the data of the group')).toBeVisible();
        await page.keyboard.press('Delete');
        await expect(page.getByRole('heading', { name: 'Nobody is in this group' })).toBeVisible();
        await page.keyboard.press('Control+z');
        await expect(anna).toBeVisible();

        await page.keyboard.press('F2');
        await page.keyboard.type('All of us');
        await spell('Name', 'Enter');
        await spell('Name', 'Escape');
        await page.keyboard.press('Enter');
        await expect(page.getByText('Renamed the group')).toBeVisible();
        await expectAccessible(page);
        await show('Groups');
        await expect(card('All of us')).toContainText('1 person');
        await expect.poll(() => card('All of us').locator('img').evaluate(widthOf)).toBe(112);
      });

      test('a group is renamed among all by F2, deleted by Delete, and is there again when that is undone', async () => {
        await card('All of us').focus();
        await page.keyboard.press('F2');
        await page.keyboard.type('The family');
        await page.keyboard.press('Enter');
        await expect(card('The family')).toBeVisible();
        await card('The family').focus();
        await page.keyboard.press('Delete');
        await expect(page.getByRole('heading', { name: 'No groups yet' })).toBeVisible();
        await undo();
        await expect(card('The family')).toContainText('1 person');
      });

      test('people are dragged onto a group', async () => {
        await page.getByRole('button', { name: 'New group' }).click();
        await page.getByRole('textbox', { name: 'Name' }).fill('Choir');
        await page.keyboard.press('Enter');
        await expect(page.getByRole('heading', { name: 'Nobody is in this group' })).toBeVisible();
        await show('Groups');
        await page.getByRole('button', { name: 'Show people to drag onto groups' }).click();
        const person = page.getByRole('complementary', { name: 'People' }).getByRole('button', { name: FAMILY.named });
        await person.dragTo(card('Choir'));
        await expect(card('Choir')).toContainText('1 person');
        await expectAccessible(page);
      });

      test('a face set is made of faces with a name and without one', async () => {
        await show('Face sets');
        await page.getByRole('button', { name: 'New face set' }).click();
        await page.getByRole('textbox', { name: 'Name' }).fill('Guests');
        await page.keyboard.press('Enter');
        await page.getByRole('button', { name: 'Add faces' }).click();
        const picker = page.getByRole('dialog', { name: 'Add faces' });
        await picker.getByRole('button', { name: FAMILY.named }).click();
        await picker.getByRole('button', { name: `${FAMILY.named}, face 1` }).click();
        await picker.getByRole('button', { name: `${FAMILY.named}, face 2` }).click({ modifiers: ['Shift'] });
        await picker.getByRole('button', { name: 'Unknown' }).first().click();
        await picker.getByRole('button', { name: 'Unknown, face 1' }).click();
        await expectAccessible(page);
        await picker.getByRole('button', { name: 'Add 3 faces' }).click();
        const faces = page.getByRole('list', { name: 'Faces' });
        await expect(faces.getByText(FAMILY.named)).toHaveCount(2);
        await expect(faces.getByText('Unknown')).toHaveCount(1);
        await expectAccessible(page);

        await faces.getByRole('button', { name: 'Unknown', exact: true }).click({ modifiers: ['Control'] });
        await page.getByRole('button', { name: 'Remove from the face set' }).click();
        await expect(faces.getByText('Unknown')).toHaveCount(0);
        await undo();
        await expect(faces.getByText('Unknown')).toHaveCount(1);
        await faces.getByRole('button', { name: FAMILY.named }).first().click();
        await expect(page.getByRole('dialog', { name: /garden/ })).toBeVisible();
        await page.keyboard.press('Escape');
      });

      test('faces of one set are put into another, which is made on the way', async () => {
        const face = page.getByRole('list', { name: 'Faces' }).getByRole('button', { name: FAMILY.named }).first();
        await face.focus();
        await page.keyboard.press('Control+a');
        await page.getByRole('button', { name: 'Add to another face set…' }).click();
        await page.getByRole('textbox').last().fill('Others');
        await expectAccessible(page);
        await page.keyboard.press('Enter');
        await expect(page.getByRole('dialog')).toBeHidden();
        await show('Face sets');
        await expect(card('Others')).toContainText('3 faces');
      });

      test('an album is made of photos, and photos are taken out of it again', async () => {
        const [first, second] = FAMILY.photos;
        await show('Albums');
        await page.getByRole('button', { name: 'New album' }).click();
        await page.getByRole('textbox', { name: 'Name' }).fill('Summer');
        await page.keyboard.press('Enter');
        await page.getByRole('button', { name: 'Add photos' }).click();
        const picker = page.getByRole('dialog', { name: 'Add photos' });
        await picker.getByRole('button', { name: `${first},` }).click();
        await picker.getByRole('button', { name: `${second},` }).click();
        await expectAccessible(page);
        await picker.getByRole('button', { name: 'Add 2 photos' }).click();
        await expect(picker).toBeHidden();
        await expect(page.getByText('2 photos').first()).toBeVisible();

        await page.getByRole('button', { name: `${second},` }).click({ modifiers: ['Control'] });
        await page.getByRole('button', { name: 'Remove from this album' }).click();
        await expect(page.getByRole('button', { name: `${second},` })).toHaveCount(0);
        await expect(page.getByRole('button', { name: `${first},` })).toBeVisible();
        await expect(page.getByRole('region', { name: 'Selected photos' })).toBeHidden();
        await expectAccessible(page);
        await show('Albums');
        await expect(card('Summer')).toContainText('1 photo');
        await show('Photos');
        await expect(page.getByRole('button', { name: `${second},` })).toBeVisible();
      });

      test('all of it is there after a restart', async () => {
        await shell.close();
        shell = await open(library);
        page = shell.page;
        await show('Albums');
        await expect(card('Summer')).toContainText('1 photo');
        await show('Face sets');
        await expect(card('Guests')).toContainText('3 faces');
        await show('Groups');
        await expect(card('Choir')).toContainText('1 person');
        await card('The family').click();
        await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('Since 1998');
      });
    });
}

const widthOf = (image: SVGElement | HTMLElement): number => (image as HTMLImageElement).naturalWidth;
