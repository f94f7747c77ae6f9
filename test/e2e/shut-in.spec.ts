/** The page has what it needs and nothing else: whatever it tried, it could not leave, open, ask or read. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { launch } from './electron.ts';
import { openLibrary, type TestLibrary } from './library.ts';

let library: TestLibrary;
let app: ElectronApplication;
let page: Page;
test.beforeAll(async () => {
  library = await openLibrary('empty');
  app = await launch(library);
  page = await app.firstWindow();
  // Where links lead to is another spec's: here no browser shall open.
  await app.evaluate(({ shell }) => {
    shell.openExternal = async () => undefined;
  });
  await page.getByRole('heading', { name: 'No photos yet' }).waitFor();
});
test.afterAll(async () => {
  await app.close();
  await library.remove();
});

test('the page is a secure context without Node', async () => {
  const found = await page.evaluate(() => ({
    secure: isSecureContext,
    node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in globalThis),
  }));
  expect(found).toEqual({ secure: true, node: [] });
});

test('window.kindred carries the contract, asks the system for a little, and cannot be changed', async () => {
  const found = await page.evaluate(() => {
    const kindred: unknown = Reflect.get(window, 'kindred');
    return {
      keys: Object.keys(Object(kindred)).sort(),
      frozen: Object.isFrozen(kindred),
      replaced: Reflect.set(window, 'kindred', null),
    };
  });
  expect(found).toEqual({
    keys: ['choose', 'on', 'pathOf', 'send', 'showFile', 'system'],
    frozen: true,
    replaced: false,
  });
});

test.describe('a call', () => {
  const call = (name: string, args: unknown): Promise<unknown> =>
    page.evaluate(
      ([name, args]) => {
        const { send } = Reflect.get(window, 'kindred') as { send(name: unknown, args: unknown): Promise<unknown> };
        return send(name, args);
      },
      [name, args],
    );

  test('is answered', async () => {
    expect(await call('settings.get', {})).toMatchObject({ ok: { window: { language: 'system' } } });
  });

  for (const [what, name, args] of [
    ['of an unknown name', 'nobody.knows', {}],
    ['with wrong arguments', 'settings.set', { window: { language: 'xx' } }],
    ['with nothing at all', 'settings.set', null],
  ] as const) {
    test(`${what} is refused in words`, async () => {
      expect(await call(name, args)).toMatchObject({
        error: { code: expect.any(String), message: expect.any(String) },
      });
    });
  }
});

test('no file is shown but those of a photo in the library', async () => {
  await app.evaluate(({ shell }) => {
    shell.showItemInFolder = () => void Reflect.set(globalThis, 'hasShown', true);
  });
  const show = (file: unknown): Promise<unknown> =>
    page.evaluate((file) => {
      const { showFile } = Reflect.get(window, 'kindred') as { showFile(file: unknown): Promise<unknown> };
      return showFile(file);
    }, file);
  expect(await show('/etc/passwd')).toMatchObject({ error: { code: 'invalid' } });
  expect(await show({ photoId: '../../etc/passwd', place: 0 })).toMatchObject({ error: { code: 'invalid' } });
  expect(await show({ photoId: 'f'.repeat(32), place: null })).toMatchObject({ error: { code: 'not-found' } });
  expect(await app.evaluate(() => Reflect.get(globalThis, 'hasShown'))).toBeUndefined();
});

test('no other page is gone to', async () => {
  const before = page.url();
  for (const target of ['https://example.org/', 'app://elsewhere/index.html', 'file:///etc/passwd']) {
    await page.evaluate((url) => {
      location.href = url;
    }, target);
    await page.waitForTimeout(200);
    await expect(page.getByRole('heading', { name: 'No photos yet' })).toBeVisible();
    expect(page.url()).toBe(before);
  }
});

test('no window is opened', async () => {
  const opened = await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: 'https://example.org/', target: '_blank' });
    document.body.append(link);
    link.click();
    link.remove();
    return window.open('https://example.org/');
  });
  expect(opened).toBeNull();
  await page.waitForTimeout(300);
  expect(app.windows()).toEqual([page]);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('no permission is granted', async () => {
  const states = await page.evaluate(() =>
    Promise.all(
      (['geolocation', 'notifications', 'camera'] as const).map(
        async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
      ),
    ),
  );
  expect(states).toEqual(['denied', 'denied', 'denied']);
});

test('no script but our own runs, and nothing is fetched from elsewhere', async () => {
  const blocked = await page.evaluate(async () => {
    const violation = new Promise((resolve) =>
      addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective), {
        once: true,
      }),
    );
    const script = document.createElement('script');
    script.textContent = 'globalThis.ranInline = true';
    document.body.append(script);
    const directive = await violation;
    const fetched = await fetch('https://example.org/').then(
      () => 'fetched',
      () => 'refused',
    );
    return { directive, fetched, ran: 'ranInline' in globalThis };
  });
  expect(blocked).toEqual({ directive: 'script-src-elem', fetched: 'refused', ran: false });
});

test('no dictionary is fetched from anywhere', async () => {
  expect(await app.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled())).toBe(false);
  expect(existsSync(join(library.userData, 'Dictionaries'))).toBe(false);
});

test('no file outside the renderer is served', async () => {
  const statuses = await page.evaluate(() =>
    Promise.all(
      [
        '/..%2f..%2fpackage.json',
        '/%2e%2e/%2e%2e/package.json',
        '/preload/index.cjs',
        '/thumb/nothing',
        '/%E0%A4%A.js',
        '/index.html',
      ].map(async (path) => (await fetch(path)).status),
    ),
  );
  expect(statuses).toEqual([404, 404, 404, 404, 404, 200]);
});
