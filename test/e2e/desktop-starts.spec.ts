/** What one start of the desktop leaves for the next, and what a second one gives to the first. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { _electron, type ElectronApplication, expect, test } from '@playwright/test';
import { electronArguments, findElectron, launch } from './electron.ts';
import { FAMILY, openLibrary, SAMPLE, type TestLibrary } from './library.ts';
import { shells } from './shells.ts';

// Several starts, one after the other.
test.describe.configure({ timeout: 120_000 });

let library: TestLibrary;
test.beforeEach(async () => {
  library = await openLibrary('empty');
});
test.afterEach(() => library.remove());

const placeIn = (app: ElectronApplication) => () =>
  app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return { bounds: window?.getNormalBounds(), isMaximized: window?.isMaximized(), isVisible: window?.isVisible() };
  });

test('the window comes back where it was left', async () => {
  const left = { bounds: { x: 120, y: 90, width: 1000, height: 700 }, isMaximized: false, isVisible: true };
  let app = await launch(library);
  await app.firstWindow();
  await app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), left.bounds);
  await expect.poll(placeIn(app)).toEqual(left);
  await app.close();
  app = await launch(library);
  await app.firstWindow();
  await expect.poll(placeIn(app)).toEqual(left);
  await app.close();
});

test('what somebody likes to look at, and how, is so again after a restart; a filter is not', async () => {
  const family = await openLibrary('family');
  const [first] = FAMILY.photos;
  let app = await launch(family);
  let page = await app.firstWindow();
  await page.getByRole('button', { name: `${first},` }).click();
  await page.getByRole('button', { name: 'Show details' }).waitFor();
  await page.keyboard.press('i');
  await expect(page.getByRole('complementary', { name: 'Show details' })).toBeVisible();
  await page.keyboard.press('p');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Newest first' }).click();
  await page.getByRole('menuitem', { name: 'Oldest first' }).click();
  await page.getByRole('button', { name: 'Larger photos' }).click();
  const height = await page.locator('[data-place="0"]').evaluate((tile) => tile.getBoundingClientRect().height);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('without faces');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No such photos')).toBeVisible();
  await page.getByRole('link', { name: 'Albums' }).click();
  await app.close();

  app = await launch(family);
  page = await app.firstWindow();
  await expect(page.getByRole('link', { name: 'Albums' })).toHaveAttribute('aria-current', 'page');
  await page.getByRole('link', { name: 'Photos' }).click();
  await expect(page.getByRole('button', { name: 'Oldest first' })).toBeVisible();
  const tile = page.locator('[data-place="0"]');
  await expect.poll(() => tile.evaluate((tile) => tile.getBoundingClientRect().height)).toBeCloseTo(height, 0);
  await page.goBack();
  await expect(page.getByRole('link', { name: 'Albums' })).toHaveAttribute('aria-current', 'page');
  await page.goForward();
  await page.getByRole('button', { name: `${first},` }).click();
  await expect(page.getByRole('complementary', { name: 'Show details' })).toBeVisible();
  await expect(page.locator('svg[data-which="points21"]')).toBeVisible();
  await app.close();
  await family.remove();
});

test('in a browser, too: Kindred comes back at its address', async () => {
  const family = await openLibrary('family');
  const first = await shells.browser(family);
  const { origin } = new URL(first.page.url());
  await first.close();
  const { page, close } = await shells.browser(family);
  expect(new URL(page.url()).origin).toBe(origin);
  await close();
  await family.remove();
});

test('a window that was maximised is maximised again', async () => {
  let app = await launch(library);
  await app.firstWindow();
  await expect.poll(placeIn(app)).toMatchObject({ isVisible: true });
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.maximize());
  await wait(1000);
  const { isMaximized } = await placeIn(app)();
  await app.close();
  test.skip(!isMaximized, 'there is no window manager here that maximises');
  app = await launch(library);
  await app.firstWindow();
  await expect.poll(placeIn(app)).toMatchObject({ isMaximized: true, isVisible: true });
  await app.close();
});

test('a library that was open is opened again, and offered beside another', async () => {
  let app = await launch(library);
  await app.firstWindow();
  await app.close();
  const family = await openLibrary('family');
  app = await launch({ ...family, userData: library.userData });
  await app.firstWindow();
  const offered = (): Promise<unknown> =>
    app.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()
        ?.getMenuItemById('recent-libraries')
        ?.submenu?.items.map(({ label }) => label),
    );
  await expect.poll(offered).toEqual([library.data]);
  await app.close();

  // Where it would be if nobody had said anything, were it not remembered.
  const env = { ...process.env, XDG_DATA_HOME: library.userData, LOCALAPPDATA: library.userData };
  const args = electronArguments({ ...family, userData: library.userData }).filter((arg) => !arg.startsWith('--data='));
  app = await _electron.launch({ executablePath: findElectron(), args, locale: 'en-US', env });
  const page = await app.firstWindow();
  await expect(page.getByRole('button', { name: `${FAMILY.photos[0]},` })).toBeVisible();
  await app.close();
  await family.remove();
});

for (const [where, open] of Object.entries(shells)) {
  test(`what was done to a damaged library before there was a window is told in the ${where}, until it is read`, async () => {
    await mkdir(library.data);
    await writeFile(join(library.data, 'library.sqlite'), 'not a library any more'.repeat(1000));
    const { page, close } = await open(library);
    await expect(page.getByText('The library file was damaged and has been set aside')).toBeVisible();
    // Longer than what only passes by.
    await wait(8000);
    await page.getByText('The library file was damaged').locator('..').getByRole('button', { name: 'Close' }).click();
    await expect(page.getByText('The library file was damaged')).toHaveCount(0);
    await close();
  });
}

test('what Kindred is started with is imported, and what is not there is not', async () => {
  const app = await _electron.launch({
    executablePath: findElectron(),
    args: [...electronArguments(library), SAMPLE, '/nowhere/at all.jpg'],
    locale: 'en-US',
  });
  const page = await app.firstWindow();
  await expect(page.getByRole('button', { name: 'sample1.jpg,' })).toHaveAccessibleName(
    new RegExp(`${FAMILY.facesPerPhoto} faces$`),
  );
  await app.close();
});

test('a second start gives the first what it was started with', async () => {
  const app = await launch(library);
  const page = await app.firstWindow();
  await page.getByRole('heading', { name: 'No photos yet' }).waitFor();
  const sandbox = process.platform === 'linux' ? ['--no-sandbox'] : [];
  const second = spawn(findElectron(), [...sandbox, ...electronArguments(library), 'sample1.jpg'], {
    cwd: join(SAMPLE, '..'),
    stdio: 'ignore',
  });
  expect(await once(second, 'exit')).toEqual([0, null]);
  await expect(page.getByRole('button', { name: 'sample1.jpg,' })).toBeVisible({ timeout: 30_000 });
  expect(app.windows()).toHaveLength(1);
  await app.close();
});
