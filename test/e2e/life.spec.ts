/** Starting twice, and ending. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@playwright/test';
import { electronArguments, findElectron, launch, noSandbox } from './electron.ts';
import { kindred, openLibrary, type TestLibrary } from './library.ts';

const NOT_CLOSED = 'not closed properly';

let library: TestLibrary;
test.beforeEach(async () => {
  library = await openLibrary('family');
});
test.afterEach(() => library.remove());

/** What the next owner of the library is told: an import that finds nothing new. */
const nextStart = async (): Promise<string> => (await kindred('import', library.data, '--data', library.data)).err;

test('a second start brings the first to the front and ends', async () => {
  const app = await launch(library);
  await app.firstWindow();
  const isShown = (): Promise<boolean> =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().every((window) => window.isVisible()));
  await expect.poll(isShown).toBe(true);
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    Object.assign(globalThis, { broughtToFront: 0 });
    if (window) window.focus = () => void Reflect.set(globalThis, 'broughtToFront', 1);
  });
  const second = spawn(findElectron(), [...noSandbox(), ...electronArguments(library)], { stdio: 'ignore' });
  expect(await once(second, 'exit')).toEqual([0, null]);
  await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'broughtToFront'))).toBe(1);
  expect(app.windows()).toHaveLength(1);
  await app.close();
});

test('quitting closes the library in order', async () => {
  const app = await launch(library);
  await app.firstWindow();
  await app.close();
  expect(await nextStart()).not.toContain(NOT_CLOSED);
});

test('closing the last window ends Kindred, in order', async () => {
  const app = await launch(library);
  const page = await app.firstWindow();
  const ended = app.waitForEvent('close');
  await page.close();
  await ended;
  expect(await nextStart()).not.toContain(NOT_CLOSED);
});

test('after a sudden end the next start looks the library over and says so', async () => {
  test.skip(process.platform === 'win32', 'a process there is the shell that started it');
  const app = await launch(library);
  await app.firstWindow();
  const ended = app.waitForEvent('close');
  app.process().kill('SIGKILL');
  await ended;
  expect(await nextStart()).toContain(NOT_CLOSED);
});

test('when the system ends all programs, as Windows does when it shuts down, that is an end in order', async () => {
  test.skip(process.platform === 'win32', 'a process there is the shell that started it');
  const app = await launch(library);
  await app.firstWindow();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('session-end', {}));
  const ended = app.waitForEvent('close');
  app.process().kill('SIGKILL');
  await ended;
  expect(await nextStart()).not.toContain(NOT_CLOSED);
});
