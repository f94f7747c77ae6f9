/** What Electron does, and the stand-in after it: these tests run on both. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { findElectron } from '../e2e/electron.ts';

/** What example/preload.cjs exposes. */
interface Example {
  invoke(channel: string, value?: unknown): Promise<unknown>;
  onNews(listener: (news: unknown) => void): () => void;
  fails(): void;
}
declare global {
  var example: Example;
}

let folder: string;
let app: ElectronApplication;
let page: Page;
const start = async (): Promise<void> => {
  app = await _electron.launch({
    executablePath: findElectron(),
    args: [join(import.meta.dirname, 'example'), `--user-data-dir=${join(folder, 'user data')}`],
    colorScheme: null,
  });
  page = await app.firstWindow();
  await page.getByLabel('Files').waitFor();
};
test.beforeAll(async () => {
  folder = await mkdtemp(join(process.env.KINDRED_E2E ?? tmpdir(), 'example-'));
  await start();
});
test.afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

test('the application is described by its package.json', async () => {
  const facts = await app.evaluate(({ app }) => ({
    name: app.getName(),
    version: app.getVersion(),
    packaged: app.isPackaged,
  }));
  expect(facts).toEqual({ name: 'example', version: '1.2.3', packaged: false });
});

test('values cross to main and back as structured clones', async () => {
  const came = await page.evaluate(async () => {
    const sent = [
      new Date(5),
      new Map([['a', new Set([1])]]),
      new Uint16Array([1, 513]),
      undefined,
      Number.NaN,
      10n,
      { a: null },
    ];
    const [date, map, bytes, ...rest] = (await example.invoke('echo', sent)) as [
      Date,
      Map<string, Set<number>>,
      Uint16Array,
    ];
    return [date.getTime(), [...(map.get('a') ?? [])], bytes instanceof Uint16Array, [...bytes], ...rest.map(String)];
  });
  expect(came).toEqual([5, [1], true, [1, 513], 'undefined', 'NaN', '10', '[object Object]']);
});

test('a function cannot be sent to main', async () => {
  const refused = page.evaluate(() => example.invoke('echo', { run: () => undefined }));
  await expect(refused).rejects.toThrow('An object could not be cloned.');
});

test('main knows which page calls', async () => {
  expect(await page.evaluate(() => example.invoke('who'))).toBe('example://page/index.html');
});

test.describe('a failure', () => {
  test('in main reaches the page', async () => {
    const failed = page.evaluate(() => example.invoke('fail'));
    await expect(failed).rejects.toThrow("Error invoking remote method 'fail': Error: It cannot be done.");
  });

  test('of a channel without a handler too', async () => {
    const failed = page.evaluate(() => example.invoke('nobody'));
    await expect(failed).rejects.toThrow("No handler registered for 'nobody'");
  });

  test('in the preload script too', async () => {
    await expect(page.evaluate(() => example.fails())).rejects.toThrow('The preload script says no.');
  });
});

test('what the preload script exposes is frozen throughout', async () => {
  const frozen = await page.evaluate(() => {
    const { nested } = example as Example & { nested: { list: number[] } };
    return [example, nested, nested.list].map(Object.isFrozen);
  });
  expect(frozen).toEqual([true, true, true]);
});

test('what main sends reaches those who listen, until they stop', async () => {
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(globalThis, { heard, stop: example.onNews((news) => heard.push(news)) });
  });
  const tell = (): Promise<void> =>
    app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('tell')?.click());
  const heard = (): Promise<number> => page.evaluate(() => Reflect.get(globalThis, 'heard').length);
  await tell();
  await expect.poll(heard).toBe(1);
  expect(await page.evaluate(() => Reflect.get(globalThis, 'heard')[0].at instanceof Date)).toBe(true);
  await page.evaluate(() => Reflect.get(globalThis, 'stop')());
  await tell();
  // Answered after what was told before it.
  await page.evaluate(() => example.invoke('echo'));
  expect(await heard()).toBe(1);
});

test.describe('the path is known of a file', () => {
  const files = async (): Promise<string[]> => {
    const paths = ['one.txt', 'two.txt'].map((name) => join(folder, name));
    for (const path of paths) await writeFile(path, path);
    return paths;
  };

  test('that is chosen', async () => {
    const paths = await files();
    await page.getByLabel('Files').setInputFiles(paths);
    await expect(page.locator('#files')).toHaveText(paths.join(' '));
  });

  test('that is dropped', async () => {
    const paths = (await files()).toReversed();
    const input = await page.context().newCDPSession(page);
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      const data = { items: [], files: paths, dragOperationsMask: 1 };
      await input.send('Input.dispatchDragEvent', { type, x: 200, y: 200, data });
    }
    await expect(page.locator('#files')).toHaveText(paths.join(' '));
  });
});

test('a utility process is sent bytes, answers, and says with what code it ends', async () => {
  const told = await page.evaluate(async () => {
    const { answer, ...rest } = (await example.invoke('utility', new Uint8Array([1, 2, 3]))) as { answer: Uint8Array };
    return { answer: [...answer], ...rest };
  });
  expect(told).toEqual({ answer: [3, 2, 1], code: 7, pid: null });
});

test('the theme that the application chooses is the page\u2019s', async () => {
  const isDark = (): Promise<boolean> => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  for (const theme of ['dark', 'light'] as const) {
    await app.evaluate(({ nativeTheme }, chosen) => {
      nativeTheme.themeSource = chosen;
    }, theme);
    await expect.poll(isDark).toBe(theme === 'dark');
  }
});

test('a dialog is answered by the test', async () => {
  const chosen = await app.evaluate(async ({ dialog }) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: ['/a'] });
    return (await dialog.showOpenDialog({})).filePaths;
  });
  expect(chosen).toEqual(['/a']);
});

test('a window tells when it is moved, and when it has another size', async () => {
  const told = await app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const events: string[] = [];
    for (const name of ['move', 'resize'] as const) window?.on(name as 'move', () => events.push(name));
    const after = async (bounds: Partial<Electron.Rectangle>) => {
      events.length = 0;
      window?.setBounds(bounds);
      await new Promise((resolve) => setTimeout(resolve, 300));
      return [...new Set(events)];
    };
    const { width = 0 } = window?.getBounds() ?? {};
    return [await after({ x: 40, y: 60 }), await after({ width: width - 50 })];
  });
  expect(told[0]).toContain('move');
  expect(told[1]).toContain('resize');
});

test('there is a screen, and windows may cover no more than it has', async () => {
  const { all, primary } = await app.evaluate(({ screen }) => ({
    all: screen.getAllDisplays().map(({ id }) => id),
    primary: screen.getPrimaryDisplay(),
  }));
  expect(all).toContain(primary.id);
  expect(primary.workArea.height).toBeLessThanOrEqual(primary.bounds.height);
});

test('a notice has a title and a text, and is clicked by its event', async () => {
  const notice = await app.evaluate(({ Notification }) => {
    const notification = new Notification({ title: 'Done', body: 'All of it' });
    let clicks = 0;
    notification.on('click', () => clicks++);
    notification.emit('click', {});
    return { title: notification.title, body: notification.body, clicks };
  });
  expect(notice).toEqual({ title: 'Done', body: 'All of it', clicks: 1 });
});

test('what is asked to run after the application runs when it has ended', async () => {
  const ran = join(folder, 'ran');
  const script = `require('node:fs').writeFileSync(${JSON.stringify(ran)}, '')`;
  await app.evaluate(({ app }, options) => app.relaunch(options), { execPath: process.execPath, args: ['-e', script] });
  expect(existsSync(ran)).toBe(false);
  await app.close();
  await expect.poll(() => existsSync(ran)).toBe(true);
  await start();
});

test('what a page keeps outlives a restart', async () => {
  await page.evaluate(() => localStorage.setItem('kept', 'yes'));
  await app.close();
  await start();
  expect(await page.evaluate(() => localStorage.getItem('kept'))).toBe('yes');
});

// The last one: whoever drives the page does not come back to it after a crash.
test('a page that crashes is told of to the application and to its window, and can be loaded again', async () => {
  const told = await app.evaluate(async ({ app, BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const gone = Promise.all([
      new Promise((resolve) => app.once('render-process-gone', (_event, which) => resolve(which.id === contents?.id))),
      new Promise((resolve) => contents?.once('render-process-gone', (_event, { reason }) => resolve(typeof reason))),
    ]);
    contents?.forcefullyCrashRenderer();
    const heard = [...(await gone), contents?.isCrashed()];
    const loaded = new Promise((resolve) => contents?.once('did-finish-load', () => resolve(true)));
    await new Promise(setImmediate);
    contents?.reload();
    return [...heard, await loaded, contents?.isCrashed()];
  });
  expect(told).toEqual([true, 'string', true, true, false]);
});
