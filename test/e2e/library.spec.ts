/** What both shells show of the same library. */
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { FAMILY, openLibrary, type TestLibrary } from './library.ts';
import { type Shell, shells } from './shells.ts';

for (const [name, open] of Object.entries(shells)) {
  test.describe(`in a ${name}`, () => {
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

    test('every photo is shown, by pictures that the engine has made', async () => {
      for (const photo of FAMILY.photos) {
        const shown = page.getByRole('button', { name: `${photo},` });
        await expect(shown).toBeVisible();
        await expect.poll(() => shown.locator('img').evaluate(widthOf)).toBeGreaterThan(100);
      }
    });

    test('the people on them are shown, with their faces', async () => {
      await page.getByRole('link', { name: 'People', exact: true }).click();
      const person = page.getByRole('listitem').filter({ hasText: FAMILY.named });
      await expect(person).toHaveCount(1);
      await expect.poll(() => person.locator('img').evaluate(widthOf)).toBe(112);
      await page.getByRole('link', { name: 'Photos', exact: true }).click();
    });

    test('an opened photo has a box with a name on every face', async () => {
      const [photo] = FAMILY.photos;
      await page.getByRole('button', { name: `${photo},` }).click();
      const view = page.getByRole('dialog', { name: photo });
      const names = view.getByText(new RegExp(`^(${FAMILY.named}|Unknown)$`));
      await expect(names).toHaveCount(FAMILY.facesPerPhoto);
      await expect(view.getByText(FAMILY.named, { exact: true })).toBeVisible();

      const picture = await view.getByRole('img', { name: photo }).boundingBox();
      for (const label of await names.all()) {
        // The name stands below its box, which is the button around both.
        const box = await label.locator('xpath=ancestor::button').boundingBox();
        expect(box?.width).toBeGreaterThan(20);
        expect(within(box, picture)).toBe(true);
      }
      await page.keyboard.press('Escape');
      await expect(view).toBeHidden();
    });

    test('nothing in the grid of photos shuts anybody out', () => expectAccessible(page));
  });
}

const widthOf = (image: SVGElement | HTMLElement): number => (image as HTMLImageElement).naturalWidth;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const within = (inner: Box | null, outer: Box | null): boolean =>
  inner !== null &&
  outer !== null &&
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;
