/** A packed Kindred starts, from the archive alone. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { downloadedElectron, launch, noSandbox } from '../e2e/electron.ts';
import { openLibrary } from '../e2e/library.ts';

test('the window opens from what was packed, and its engine answers', async () => {
  const library = await openLibrary('family');
  const kindred = await launch(library);
  try {
    const page = await kindred.firstWindow();
    expect(await kindred.evaluate(({ app }) => app.getAppPath())).toBe(process.env.KINDRED_APP);
    await expect(page).toHaveTitle('Photos – Kindred');
    // The engine makes it from the photo, and is sharp, SQLite and onnxruntime at once.
    await expect(page.locator('img').first()).not.toHaveJSProperty('naturalWidth', 0);
  } finally {
    await kindred.close();
    await library.remove();
  }
});

test('the packed executable itself shows the window', async () => {
  test.skip(downloadedElectron() === null, 'what was packed around here is no Electron');
  const library = await openLibrary('family');
  // Its fuses keep Playwright's own way in shut, the inspector: the page is met by Chromium's instead.
  const kindred = spawn(process.env.KINDRED_PACKED_EXECUTABLE ?? '', [
    ...noSandbox(),
    '--remote-debugging-port=0',
    `--user-data-dir=${library.userData}`,
    `--data=${library.data}`,
  ]);
  const ended = once(kindred, 'exit');
  try {
    const port = join(library.userData, 'DevToolsActivePort');
    await expect.poll(() => existsSync(port), { timeout: 30_000 }).toBe(true);
    const [number] = (await readFile(port, 'utf8')).split('\n');
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${number}`);
    const pages = () => browser.contexts().flatMap((context) => context.pages());
    await expect.poll(() => pages().length, { timeout: 30_000 }).toBe(1);
    for (const page of pages()) {
      await expect(page).toHaveTitle('Photos – Kindred');
      await expect(page.locator('img').first()).not.toHaveJSProperty('naturalWidth', 0);
    }
    await browser.close();
  } finally {
    kindred.kill();
    await ended;
    await library.remove();
  }
});
