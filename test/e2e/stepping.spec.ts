/** Stepping from photo to photo: among those of the list that one was opened from, and back to its place in it. */
import { type ElectronApplication, expect, type Locator, type Page, test } from '@playwright/test';
import type { Args, ProcedureName, Result } from '../../preload/contract.ts';
import { launch } from './electron.ts';
import { FAMILY, openLibrary, type TestLibrary } from './library.ts';

let library: TestLibrary;
let app: ElectronApplication;
let page: Page;
/** Of both photos, in the order of the timeline. */
let photos: readonly { readonly id: string; readonly fileName: string }[];

/** What a script does beside the window. */
async function call<Name extends ProcedureName>(name: Name, args: Args<Name>): Promise<Result<Name>> {
  const answer = await page.evaluate(([name, args]) => Reflect.get(window, 'kindred').send(name, args), [
    name,
    args,
  ] as const);
  if ('error' in answer) throw new Error(JSON.stringify(answer.error));
  return answer.ok;
}

const facesOf = async (id: string) => (await call('photo.show', { id })).faces;
const view = (photo: { readonly fileName: string } | undefined): Locator =>
  page.getByRole('dialog', { name: photo?.fileName ?? '', exact: true });
const tile = (photo: { readonly fileName: string } | undefined): Locator =>
  page.getByRole('button', { name: `${photo?.fileName},` });
const next = (): Locator => page.getByRole('button', { name: 'Next photo' });

test.beforeEach(async () => {
  library = await openLibrary('family');
  app = await launch(library);
  page = await app.firstWindow();
  await page.getByRole('button', { name: `${FAMILY.photos[0]},` }).waitFor();
  const { revision } = await call('photos.timeline', {});
  photos = (await call('photos.slice', { revision, offset: 0, limit: 2 })).photos;
});
test.afterEach(async () => {
  await app.close();
  await library.remove();
});

test('an album of one photo has no next one, and going back shows the album', async () => {
  const [, second] = photos;
  await call('collection.create', { kind: 'album', name: 'Sea', members: [second?.id ?? ''] });
  await page.getByRole('link', { name: 'Albums' }).click();
  await page.getByRole('link', { name: 'Sea' }).click();
  await tile(second).click();
  await expect(view(second)).toContainText('1 of 1');
  await expect(next()).toBeDisabled();
  await page.keyboard.press('ArrowLeft');
  await expect(view(second)).toContainText('1 of 1');
  await page.goBack();
  await expect(view(second)).toBeHidden();
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Sea');
  await expect(tile(second)).toBeFocused();
});

test('photos of a face set follow each other as its faces do', async () => {
  const [first, second] = photos;
  const [one, other] = [await facesOf(second?.id ?? ''), await facesOf(first?.id ?? '')];
  const members = [...one, ...other].map(({ id }) => id);
  await call('collection.create', { kind: 'faceset', name: 'Choir', members });
  await page.getByRole('link', { name: 'Face sets' }).click();
  await page.getByRole('link', { name: 'Choir' }).click();
  const face = page.getByRole('list', { name: 'Faces' }).getByRole('button').first();
  await face.click();
  await expect(view(second)).toContainText('1 of 2');
  await page.keyboard.press('ArrowRight');
  await expect(view(first)).toContainText('2 of 2');
  await expect(next()).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(view(first)).toBeHidden();
  await expect(face).toBeFocused();
});

test("a face of a person's page leads to their photos only", async () => {
  const [first, second] = photos;
  const anna = (await facesOf(second?.id ?? '')).find(({ name }) => name === FAMILY.named);
  await call('faces.reject', { ids: [anna?.id ?? ''], personId: anna?.person?.id ?? '' });
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByRole('link', { name: `${FAMILY.named}, 1 photo` }).click();
  await page.getByRole('tab', { name: 'Faces' }).click();
  await page.getByRole('button', { name: /^Face 1/ }).click();
  await expect(view(first)).toContainText('1 of 1');
  await expect(next()).toBeDisabled();
});

test('what is found of a face, or may be theirs, leads to its photos only', async () => {
  const [first, second] = photos;
  await tile(first).click();
  await view(first).locator('figure button').filter({ hasText: FAMILY.named }).first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Find this face' }).click();
  const found = page.getByRole('region', { name: 'Faces that look alike' });
  await found.getByRole('button', { name: 'Open the photo' }).first().click();
  await expect(view(second)).toContainText('1 of 1');
  await expect(next()).toBeDisabled();
  await page.keyboard.press('Escape');

  // One of two faces gets a name: the other may be theirs.
  const { groups } = await call('unnamed.page', { offset: 0, limit: 1 });
  const { faces } = await call('unnamed.faces', { id: groups[0]?.id ?? '', offset: 0, limit: 2 });
  await call('faces.name', { ids: [faces[0]?.id ?? ''], name: 'Bea' });
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByRole('link', { name: 'Bea, 1 photo' }).click();
  await page.getByRole('tab', { name: 'Suggestions' }).click();
  await page.getByRole('button', { name: 'Open the photo' }).click();
  await expect(view(photos.find(({ id }) => id === faces[1]?.photoId))).toContainText('1 of 1');
  await expect(next()).toBeDisabled();
});

test('a photo that a filter no longer leaves keeps its neighbours while it is open', async () => {
  const [first, second] = photos;
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('combobox', { name: 'Faces' }).selectOption('With unnamed faces');
  await page.keyboard.press('Escape');
  await tile(first).click();
  await expect(view(first)).toContainText('1 of 2');
  const unknown = (await facesOf(first?.id ?? '')).filter(({ person }) => person === null);
  await call('faces.hide', { ids: unknown.map(({ id }) => id), hidden: true });
  await expect(view(first)).not.toContainText('of 2');
  await page.keyboard.press('ArrowRight');
  await expect(view(second)).toContainText('1 of 1');
});

test('whoever has stepped on is back at the photo they saw last', async () => {
  const [first, second] = photos;
  await tile(first).click();
  await view(first).waitFor();
  await page.keyboard.press('ArrowRight');
  await view(second).waitFor();
  await page.keyboard.press('Escape');
  await expect(tile(second)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(view(second)).toBeVisible();
});
