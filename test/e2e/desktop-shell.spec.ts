/** What the desktop has and a browser has not: menus, dialogs, notices, links to the outside, a place that is remembered. */
import { copyFile, mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { launch } from './electron.ts';
import { openLibrary, SAMPLE, type TestLibrary } from './library.ts';

let library: TestLibrary;
let app: ElectronApplication;
let page: Page;

test.describe('a window', () => {
  test.beforeAll(async () => {
    library = await openLibrary('empty');
    app = await launch(library);
    page = await app.firstWindow();
    await page.getByRole('heading', { name: 'No photos yet' }).waitFor();
  });
  test.afterAll(async () => {
    await app.close();
    await library.remove();
  });

  const log = async (): Promise<string> =>
    readFile(join(await app.evaluate(({ app }) => app.getPath('logs')), 'kindred.log'), 'utf8').catch(() => '');

  const choose = (id: string): Promise<void> =>
    app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), id);

  test('goes to a view by its menu', async () => {
    await choose('view-people');
    await expect(page.getByRole('link', { name: 'People' })).toHaveAttribute('aria-current', 'page');
    await choose('settings');
    await expect(page.getByRole('link', { name: 'Settings' })).toHaveAttribute('aria-current', 'page');
  });

  test('has its menu in the language that is chosen', async () => {
    const label = (): Promise<string | undefined> =>
      app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('view-people')?.label);
    const speak = (language: string): Promise<unknown> =>
      page.evaluate((language) => {
        const { send } = Reflect.get(window, 'kindred') as { send(name: string, args: unknown): Promise<unknown> };
        return send('settings.set', { window: { language } });
      }, language);
    await speak('zh');
    await expect.poll(label).toBe('人物');
    await speak('en');
    await expect.poll(label).toBe('People');
  });

  test('has the frame that goes with the appearance that is chosen', async () => {
    const theme = (): Promise<string> => app.evaluate(({ nativeTheme }) => nativeTheme.themeSource);
    await choose('settings');
    await page.getByRole('radio', { name: 'Dark' }).click();
    await expect.poll(theme).toBe('dark');
    await page.getByRole('radio', { name: 'Light' }).click();
    await expect.poll(theme).toBe('light');
  });

  test('takes back typing in a text, by its menu', async () => {
    await choose('view-imports');
    const text = page.getByLabel('Folder or photo');
    await text.click();
    await page.keyboard.type('/some');
    await choose('undo');
    await expect(text).toHaveValue('');
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  test('sends links to the web to the browser, and files nowhere', async () => {
    await app.evaluate(({ shell }) => {
      const opened: string[] = [];
      Reflect.set(globalThis, 'opened', opened);
      shell.openExternal = async (url) => void opened.push(url);
    });
    const opened = (): Promise<unknown> => app.evaluate(() => Reflect.get(globalThis, 'opened'));
    await page.evaluate(() => {
      for (const href of ['file:///etc/passwd', 'smb://host/share', 'http://example.org/', 'https://example.org/one']) {
        const link = Object.assign(document.createElement('a'), { href, target: '_blank' });
        document.body.append(link);
        link.click();
        link.remove();
      }
    });
    await expect.poll(opened).toEqual(['https://example.org/one']);
    await page.evaluate(() => {
      location.href = 'https://example.org/two';
    });
    await expect.poll(opened).toEqual(['https://example.org/one', 'https://example.org/two']);
    expect(app.windows()).toEqual([page]);
  });

  test('says who it is', async () => {
    await app.evaluate(({ app }) => {
      app.setAboutPanelOptions = (options) => Reflect.set(globalThis, 'about', options);
      app.showAboutPanel = () => undefined;
    });
    await choose('about');
    const about = (): Promise<unknown> => app.evaluate(() => Reflect.get(globalThis, 'about'));
    await expect.poll(about).toMatchObject({
      applicationName: 'Kindred',
      applicationVersion: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      copyright: expect.stringMatching(/^Licence: MIT\nModels: \S+/),
    });
  });

  test('imports what is chosen in a dialog, shows how far it is, and says when it is done to whoever looked away', async () => {
    await app.evaluate(({ BrowserWindow, dialog, Notification }, photo) => {
      const seen: { bars: number[]; notices: string[] } = { bars: [], notices: [] };
      Reflect.set(globalThis, 'seen', seen);
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [photo] });
      Notification.prototype.show = function () {
        seen.notices.push(`${this.title}: ${this.body}`);
        Reflect.set(globalThis, 'notification', this);
      };
      const [window] = BrowserWindow.getAllWindows();
      if (!window) return;
      window.setProgressBar = (progress) => void seen.bars.push(progress);
      window.isFocused = () => false;
    }, SAMPLE);
    await choose('view-imports');
    await page.getByRole('button', { name: 'Choose photos…' }).click();
    const seen = (): Promise<{ bars: number[]; notices: string[] }> =>
      app.evaluate(() => Reflect.get(globalThis, 'seen'));
    await expect
      .poll(async () => (await seen()).notices, { timeout: 30_000 })
      .toEqual(['The import is done: 1 photo, 3 faces']);
    const { bars } = await seen();
    expect(bars[0]).not.toBe(-1);
    expect(bars.at(-1)).toBe(-1);

    await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      if (window) window.focus = () => void Reflect.set(globalThis, 'cameBack', true);
      Reflect.get(globalThis, 'notification').emit('click', {});
    });
    await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'cameBack'))).toBe(true);

    // Once more the same: nobody is called for nothing.
    await page.getByRole('button', { name: 'Choose photos…' }).click();
    await expect.poll(async () => (await seen()).bars.length).toBeGreaterThan(bars.length);
    await expect.poll(async () => (await seen()).bars.at(-1)).toBe(-1);
    expect((await seen()).notices).toHaveLength(1);
  });

  test('selects by its menu what the view shows, and in a text the text', async () => {
    await choose('view-photos');
    await page.getByRole('button', { name: 'sample1.jpg,' }).waitFor();
    await choose('select-all');
    await expect(page.getByRole('region', { name: 'Selected photos' })).toContainText('1 selected');
    await page.keyboard.press('Escape');
    await choose('view-imports');
    const text = page.getByLabel('Folder or photo');
    await text.fill('/some');
    await choose('select-all');
    const selected = (): Promise<string> => page.evaluate(() => String(getSelection()));
    await expect.poll(selected).toBe('/some');
    await page.keyboard.type('/other');
    await expect(text).toHaveValue('/other');
    await text.fill('');
  });

  test('saves a backup where the dialog says', async () => {
    const target = join(library.data, '..', 'my backup.sqlite');
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, target);
    await choose('view-settings');
    await page.getByRole('button', { name: 'Choose a place…' }).click();
    await expect
      .poll(() =>
        readFile(target).then(
          ({ length }) => length,
          () => 0,
        ),
      )
      .toBeGreaterThan(0);
  });

  test('saves a backup over another one, as the dialog has asked for that', async () => {
    const target = join(library.data, '..', 'my backup.sqlite');
    const before = (await stat(target)).mtimeMs;
    await choose('view-settings');
    await page.getByRole('button', { name: 'Choose a place…' }).click();
    await expect.poll(async () => (await stat(target)).mtimeMs).toBeGreaterThan(before);
    await expect(page.getByText('There is already a file')).toHaveCount(0);
  });

  test('does nothing when nothing is chosen', async () => {
    await app.evaluate(({ dialog }) => {
      dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] });
    });
    await choose('view-imports');
    const jobs = page.getByRole('listitem').filter({ hasText: 'Done' });
    await expect(jobs.or(page.getByText('Nothing has been imported yet.')).first()).toBeVisible();
    const before = await jobs.count();
    await page.getByRole('button', { name: 'Choose folders…' }).click();
    await choose('import-photos');
    await wait(300);
    await expect(jobs).toHaveCount(before);
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  test('tells in the window what could not begin', async () => {
    const gone = '/nowhere/at all.jpg';
    await app.evaluate(({ app }, path) => void app.emit('open-file', { preventDefault: () => undefined }, path), gone);
    const told = page.getByText(`The import could not begin. ${gone} does not exist.`);
    await expect(told).toBeVisible();
    await told.locator('..').getByRole('button', { name: 'Close' }).click();
  });

  test('imports what the system opens it with', async () => {
    const photo = join(library.data, '..', 'dropped on the icon.jpg');
    await copyFile(SAMPLE, photo);
    await app.evaluate(({ app }, path) => void app.emit('open-file', { preventDefault: () => undefined }, path), photo);
    await choose('view-imports');
    await expect(page.getByText(photo)).toBeVisible();
  });

  test('begins no library among other files unless that is meant', async () => {
    const album = join(library.data, '..', 'an album');
    await mkdir(album);
    await copyFile(SAMPLE, join(album, 'photo.jpg'));
    await app.evaluate(({ app, dialog }, folder) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] });
      dialog.showMessageBox = async (...asked: unknown[]) => {
        Reflect.set(globalThis, 'asked', asked.at(-1));
        return { response: 1, checkboxChecked: false };
      };
      app.relaunch = () => Reflect.set(globalThis, 'again', []);
    }, album);
    await choose('open-library');
    const asked = (): Promise<unknown> => app.evaluate(() => Reflect.get(globalThis, 'asked')?.message);
    await expect.poll(asked).toBe('There is no library in this folder.');
    await wait(200);
    expect(await app.evaluate(() => Reflect.get(globalThis, 'again'))).toBeUndefined();
    await app.evaluate(() => Reflect.deleteProperty(globalThis, 'asked'));
  });

  test('opens another library by starting again on it', async () => {
    const other = join(library.data, '..', 'another library');
    await mkdir(other);
    await app.evaluate(({ app, dialog }, folder) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] });
      app.relaunch = (options) => Reflect.set(globalThis, 'again', options?.args);
      const { quit } = app;
      app.quit = () => {
        app.quit = quit;
        Reflect.set(globalThis, 'hasQuit', true);
      };
    }, other);
    await choose('open-library');
    const again = (): Promise<string[] | undefined> => app.evaluate(() => Reflect.get(globalThis, 'again'));
    await expect.poll(async () => (await again())?.at(-1)).toBe(`--data=${other}`);
    await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'hasQuit'))).toBe(true);
    expect(await again()).not.toContain(`--data=${library.data}`);
    expect(await again()).toContain(`--user-data-dir=${library.userData}`);
  });

  test('writes down what went wrong, and nothing of the user', async () => {
    await app.evaluate(() => void Promise.reject(new Error('/home/anna/Pictures/Bea.jpg is not what it was')));
    await expect.poll(log).toMatch(/Z Unhandled: Error <path>\n\s+at /);
    expect(await log()).not.toMatch(/anna|bea/i);
  });

  test('comes again after its page has crashed, asks when that happens again, and writes it down', async () => {
    await app.evaluate(({ BrowserWindow, dialog }) => {
      const [window] = BrowserWindow.getAllWindows();
      Reflect.set(globalThis, 'loaded', 0);
      window?.webContents.on('did-finish-load', () =>
        Reflect.set(globalThis, 'loaded', Reflect.get(globalThis, 'loaded') + 1),
      );
      dialog.showMessageBox = async (...asked: unknown[]) => {
        Reflect.set(globalThis, 'asked', asked.at(-1));
        return { response: 0, checkboxChecked: false };
      };
    });
    const loaded = (): Promise<number> => app.evaluate(() => Reflect.get(globalThis, 'loaded'));
    const asked = (): Promise<unknown> => app.evaluate(() => Reflect.get(globalThis, 'asked')?.message);
    const crash = (): Promise<void> =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
    await crash();
    await expect.poll(loaded).toBe(1);
    expect(await asked()).toBeUndefined();
    expect(await log()).toMatch(/Z The page's process has gone: /);
    await crash();
    await expect.poll(asked).toBe('The window has stopped working twice. Your library is safe.');
    await expect.poll(loaded).toBe(2);
  });

  test('that does not answer is waited for, or reloaded when the user says so', async () => {
    const loaded = (): Promise<number> => app.evaluate(() => Reflect.get(globalThis, 'loaded'));
    const hang = (response: number): Promise<void> =>
      app.evaluate(({ BrowserWindow, dialog }, response) => {
        dialog.showMessageBox = async () => ({ response, checkboxChecked: false });
        BrowserWindow.getAllWindows()[0]?.emit('unresponsive');
      }, response);
    const before = await loaded();
    await hang(0);
    await wait(300);
    expect(await loaded()).toBe(before);
    await hang(1);
    await expect.poll(loaded).toBe(before + 1);
  });
});
