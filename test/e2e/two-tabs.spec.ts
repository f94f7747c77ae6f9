/** What is done in another tab, or by a script, shows in the one that is looked at. */
import { expect, type Page, test } from '@playwright/test';
import type { Args, ProcedureName, Result } from '../../preload/contract.ts';
import { FAMILY, openLibrary, type TestLibrary } from './library.ts';
import { type Shell, shells } from './shells.ts';

let library: TestLibrary;
let shell: Shell;
/** What is looked at. */
let page: Page;
let other: Page;
let anna: Result<'people.list'>['people'][number];

/** Done in the other tab. */
async function call<Name extends ProcedureName>(name: Name, args: Args<Name>): Promise<Result<Name>> {
  const answer = await other.evaluate(
    async ([name, args]) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch(`/rpc/${name}`, { method: 'POST', headers, body: JSON.stringify(args) })).json();
    },
    [name, args] as const,
  );
  if ('error' in answer) throw new Error(JSON.stringify(answer.error));
  return answer.ok;
}

const unnamed = async () => (await call('unnamed.page', { offset: 0, limit: 9 })).groups;
const follow = (view: string) => page.getByRole('link', { name: view, exact: true }).click();

test.beforeEach(async () => {
  library = await openLibrary('family');
  shell = await shells.browser(library);
  page = shell.page;
  other = await page.context().newPage();
  await other.goto(page.url());
  const [first] = (await call('people.list', {})).people;
  if (!first) throw new Error('nobody has a name');
  anna = first;
});
test.afterEach(async () => {
  await shell.close();
  await library.remove();
});

test('a person: name, notes, groups, faces, and that they are gone', async () => {
  await follow('People');
  await page.getByRole('link', { name: `${FAMILY.named}, ` }).click();
  await page.getByRole('tab', { name: 'Notes' }).click();
  const notes = page.getByRole('textbox', { name: 'Notes' });
  await notes.fill('Met in Oslo');
  await expect(page.getByText('Saved')).toBeVisible();
  await call('person.rename', { id: anna.id, name: 'Anne' });
  await expect(page.getByRole('heading', { name: 'Anne' })).toBeVisible();
  await call('person.set-notes', { id: anna.id, notes: 'Met in Bergen' });
  await expect(notes).toHaveValue('Met in Bergen');
  const group = await call('collection.create', { kind: 'group', name: 'Family', members: [anna.id] });
  await expect(page.getByRole('link', { name: 'Family' })).toBeVisible();
  await call('collection.rename', { kind: 'group', id: group.id, name: 'Relatives' });
  await expect(page.getByRole('link', { name: 'Relatives' })).toBeVisible();
  const [face] = (await call('person.faces', { id: anna.id, offset: 0, limit: 9 })).faces;
  await call('faces.reject', { ids: [face?.id ?? ''], personId: anna.id });
  await expect(page.getByRole('tab', { name: 'Faces' })).toContainText('1');
  await call('people.delete', { ids: [anna.id] });
  await expect(page.getByText('No longer here')).toBeVisible();
});

test('everybody: who gets a name, is hidden or merged', async () => {
  await follow('People');
  const groups = page.getByRole('link', { name: /^Who is this\? / });
  await expect(groups).toHaveCount(2);
  const [first, second] = await unnamed();
  const { personId } = await call('unnamed.name', { id: first?.id ?? '', name: 'Bea' });
  await expect(page.getByRole('link', { name: 'Bea, ' })).toBeVisible();
  await expect(groups).toHaveCount(1);
  await call('unnamed.hide', { ids: [second?.id ?? ''], hidden: true });
  await expect(groups).toHaveCount(0);
  await call('people.merge', { into: anna.id, from: [personId] });
  await expect(page.getByRole('link', { name: `${FAMILY.named}, ` })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Bea, ' })).toHaveCount(0);
});

test('an answer that is undone elsewhere is asked for again', async () => {
  const [first] = await unnamed();
  const { faces } = await call('unnamed.faces', { id: first?.id ?? '', offset: 0, limit: 9 });
  const { personId } = await call('faces.name', { ids: faces.slice(0, 1).map(({ id }) => id), name: 'Bea' });
  await page.goto(`${page.url().replace(/#.*/, '')}#/people/${personId}`);
  await page.getByRole('tab', { name: 'Suggestions' }).click();
  await expect(page.getByRole('region', { name: 'Is this Bea?' })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByText('Nothing to decide')).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Suggestions' })).toHaveText('Suggestions');
  await call('history.undo', {});
  await expect(page.getByRole('region', { name: 'Is this Bea?' })).toBeVisible();
});

test('a review passes by what has been told meanwhile', async () => {
  await follow('People');
  await page.getByRole('button', { name: 'Review' }).click();
  const pictures = page.getByRole('region', { name: 'Who is this?' }).locator('img');
  const [first, second] = await unnamed();
  await expect(pictures.first()).toBeVisible();
  await call('unnamed.name', { id: first?.id ?? '', name: 'Bea' });
  await expect(pictures.first()).toHaveAttribute('src', `/face/${second?.coverFaceId}`);
  await call('unnamed.hide', { ids: [second?.id ?? ''], hidden: true });
  await expect(page.getByText('All done')).toBeVisible();
  await expect(page.getByText('0 named')).toBeVisible();
});

test('groups, face sets and albums: names, members, and that they are gone', async () => {
  const { revision } = await call('photos.timeline', {});
  const [photo] = (await call('photos.slice', { revision, offset: 0, limit: 1 })).photos;
  const { faces } = await call('photo.show', { id: photo?.id ?? '' });
  const [face] = faces;
  for (const [view, kind, member] of [
    ['Groups', 'group', anna.id],
    ['Face sets', 'faceset', face?.id ?? ''],
    ['Albums', 'album', photo?.id ?? ''],
  ] as const) {
    await follow(view);
    const { id } = await call('collection.create', { kind, name: 'Sea', members: [] });
    await page.getByRole('link', { name: 'Sea' }).click();
    await call('collection.add', { kind, id, members: [member] });
    await expect(page.getByRole('main')).toContainText(/1 (person|face|photo)/);
    await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
    await call('collection.rename', { kind, id, name: 'Ocean' });
    await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Ocean');
    await call('collection.delete', { kind, id });
    await expect(page.getByText('is no longer in the library')).toBeVisible();
    await page.getByRole('button', { name: 'Back to all' }).click();
    await expect(page.getByRole('link', { name: 'Ocean' })).toHaveCount(0);
  }
});

test('whoever is taken out of a group is marked in it no more', async () => {
  const { personId } = await call('unnamed.name', { id: (await unnamed())[0]?.id ?? '', name: 'Bea' });
  const { id } = await call('collection.create', { kind: 'group', name: 'Sea', members: [anna.id, personId] });
  await follow('Groups');
  await page.getByRole('link', { name: 'Sea' }).click();
  await page.getByRole('link', { name: anna.name }).focus();
  await page.keyboard.press('Control+a');
  const bar = page.getByRole('region', { name: 'Selection' });
  await expect(bar).toContainText('2 selected');
  await call('collection.take', { kind: 'group', id, members: [anna.id] });
  await expect(bar).toContainText('1 selected');
  await call('collection.take', { kind: 'group', id, members: [personId] });
  await expect(bar).toBeHidden();
});

test('pictures of another size take the place of those that are looked at', async () => {
  const picture = page.getByRole('button', { name: `${FAMILY.photos[0]},` }).locator('img');
  const longer = () => picture.evaluate((img: HTMLImageElement) => Math.max(img.naturalWidth, img.naturalHeight));
  await expect.poll(longer).toBe(320);
  await call('settings.set', { thumbnailSize: 'large' });
  await expect.poll(longer).toBe(512);
});

test('an open photo, and the faces to choose from for a face set', async () => {
  await page.getByRole('button', { name: `${FAMILY.photos[0]},` }).click();
  const view = page.getByRole('dialog', { name: FAMILY.photos[0], exact: true });
  await expect(view.locator('figure button').filter({ hasText: 'Unknown' })).toHaveCount(2);
  const [first, second] = await unnamed();
  await call('unnamed.name', { id: first?.id ?? '', name: 'Bea' });
  await expect(view.locator('figure button').filter({ hasText: 'Bea' })).toHaveCount(1);
  await page.keyboard.press('Escape');
  await call('collection.create', { kind: 'faceset', name: 'Choir', members: [] });
  await follow('Face sets');
  await page.getByRole('link', { name: 'Choir' }).click();
  await page.getByRole('button', { name: 'Add faces' }).click();
  const sources = page.getByRole('dialog').getByRole('list', { name: 'Whose faces' });
  await expect(sources.getByRole('button')).toHaveText([/Anna/, /Bea/, /Unknown/]);
  await call('unnamed.name', { id: second?.id ?? '', name: 'Carl' });
  await expect(sources.getByRole('button')).toHaveText([/Anna/, /Bea/, /Carl/]);
});
