/** Settings hold: what is chosen is there after a restart, and a backup brings back what was lost since. */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { FAMILY, openLibrary, type TestLibrary } from './library.ts';
import { type Shell, shells } from './shells.ts';

let library: TestLibrary;
let shell: Shell;
let page: Page;
test.beforeEach(async () => {
  library = await openLibrary('family');
  await open();
});
test.afterEach(async () => {
  await shell.close();
  await library.remove();
});

async function open(): Promise<void> {
  shell = await shells.window(library);
  page = shell.page;
}

async function restart(): Promise<void> {
  await shell.close();
  await open();
}

const panel = (name: string) => page.getByRole('region', { name });

test('theme, density and language change at once, and are kept', async () => {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: 'Dark' }).click({ force: true });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('radio', { name: 'Compact' }).click({ force: true });
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact');
  await page.getByRole('radio', { name: '中文' }).click({ force: true });
  await expect(page.getByRole('heading', { name: '设置', level: 1 })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh');

  await restart();
  await expect(page.getByRole('link', { name: '设置' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact');
});

test('the smallest face is set by keys, explained by numbers, and kept', async () => {
  await page.getByRole('link', { name: 'Settings' }).click();
  const knob = () => page.getByRole('slider', { name: 'Smallest face' });
  await expect(knob()).toHaveAttribute('aria-valuetext', 'Any size');
  await knob().focus();
  await page.keyboard.press('End');
  await expect(knob()).toHaveAttribute('aria-valuetext', '120 px');
  await expect(page.getByText(/Now \d+ of 6 faces\./)).toBeVisible();
  await restart();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(knob()).toHaveAttribute('aria-valuetext', '120 px');
});

test('the library is checked, backed up and restored; as it was before is kept', async () => {
  const backup = join(library.data, 'my-backup.sqlite');
  await page.getByRole('link', { name: 'Settings' }).click();
  await panel('Library').getByRole('button', { name: 'Check now' }).click();
  await expect(panel('Library').getByText('Everything is as it should be.')).toBeVisible();

  const backups = panel('Backups');
  await backups.getByLabel('Back up to a new file').fill(backup);
  await backups.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByText(`The library is backed up in ${backup}`)).toBeVisible();

  // Anna becomes somebody else, as by a mistake that is found too late.
  await page.getByRole('link', { name: 'People' }).click();
  await page.evaluate(async (named) => {
    const shellOf = window as unknown as { kindred: { send(name: string, args: unknown): Promise<unknown> } };
    const { ok } = (await shellOf.kindred.send('people.list', {})) as {
      ok: { people: { id: string; name: string }[] };
    };
    const id = ok.people.find((person) => person.name === named)?.id;
    await shellOf.kindred.send('person.rename', { id, name: 'Mistake' });
  }, FAMILY.named);
  await expect(page.getByText('Mistake')).toBeVisible();

  await page.getByRole('link', { name: 'Settings' }).click();
  await backups.getByLabel('Restore from a file').fill(backup);
  await backups.getByRole('button', { name: 'Restore…', exact: true }).last().click();
  const question = page.getByRole('dialog', { name: 'Restore this backup?' });
  await expect(question.getByText('2 photos · 6 faces · 1 person').first()).toBeVisible();
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Restore' }).click();
  await expect(
    page.getByText(/^The backup has been restored\. As the library was before: .*-replaced\.sqlite$/),
  ).toBeVisible({ timeout: 60_000 });
  await expect(backups.getByText('As it was before a backup was restored')).toBeVisible();
  await page.getByRole('link', { name: 'People' }).click();
  await expect(page.getByText(FAMILY.named, { exact: true })).toBeVisible();
  await expect(page.getByText('Mistake')).toHaveCount(0);

  await restart();
  await page.getByRole('link', { name: 'People' }).click();
  await expect(page.getByText(FAMILY.named, { exact: true })).toBeVisible();
});

test('a file that is no backup is refused before anything happens', async () => {
  await page.getByRole('link', { name: 'Settings' }).click();
  const backups = panel('Backups');
  await backups.getByLabel('Restore from a file').fill(join(library.data, 'owner.json'));
  await backups.getByRole('button', { name: 'Restore…', exact: true }).last().click();
  const question = page.getByRole('dialog', { name: 'Restore this backup?' });
  await expect(question.getByRole('alert')).toHaveText('Nothing has been changed.');
  await expect(question.getByRole('button', { name: 'Restore' })).toBeDisabled();
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(question).toBeHidden();
});

/** The shipped pack's likeness under another name, as somebody else might pack it. */
async function makePack(folder: string): Promise<void> {
  const shipped = join(import.meta.dirname, '../../native-models/kindred');
  const { models } = JSON.parse(await readFile(join(shipped, 'pack.json'), 'utf8'));
  const embedding = { ...models.embedding, id: 'mine-1' };
  const pack = { format: 1, name: 'mine', version: '1.0', licence: 'CC0', models: { embedding } };
  await mkdir(folder);
  await cp(join(shipped, embedding.file.name), join(folder, embedding.file.name));
  await writeFile(join(folder, 'pack.json'), JSON.stringify(pack));
}

test('another model pack is added, used, and left again; what is none is refused in words', async () => {
  test.setTimeout(180_000);
  const waiting = { timeout: 90_000 };
  const folder = join(library.data, 'given');
  await makePack(folder);
  await page.getByRole('link', { name: 'Settings' }).click();
  const models = panel('Models');
  const path = models.getByLabel('Add a model pack');
  await path.fill(library.data);
  await models.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText('it has no pack.json')).toBeVisible();

  await path.fill(folder);
  await models.getByRole('button', { name: 'Add', exact: true }).click();
  const mine = models.getByRole('listitem').filter({ hasText: 'mine 1.0' });
  await expect(mine).toContainText('CC0', waiting);
  await mine.getByRole('button', { name: 'Use' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Use' }).click();
  await expect(mine).toContainText('In use', waiting);
  await expect(models.getByText('mine-1', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'People' }).click();
  await expect(page.getByText(FAMILY.named, { exact: true })).toBeVisible();

  await page.getByRole('link', { name: 'Settings' }).click();
  const ours = models.getByRole('listitem').filter({ hasText: 'kindred 1' });
  await ours.getByRole('button', { name: 'Use' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Use' }).click();
  await expect(ours).toContainText('In use', waiting);
  await mine.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(mine).toHaveCount(0);
});

test('every part of the settings can be read and reached', async () => {
  await page.getByRole('link', { name: 'Settings' }).click();
  for (const name of ['Appearance', 'Recognition', 'Library', 'Backups', 'Models', 'Privacy']) {
    await expect(panel(name)).toBeVisible();
  }
  await expectAccessible(page);
});
