/** A page in a browser outlives the server that it came from: it says so, and goes on when the server is back. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Browser, chromium, expect, test } from '@playwright/test';
import { findBrowser } from '../electron-host/browser/find-browser.ts';
import { FAMILY, kindred, openLibrary, type TestLibrary } from './library.ts';
import { addressOf } from './shells.ts';

let library: TestLibrary;
let browser: Browser;
let server: ChildProcess;
test.beforeEach(async () => {
  library = await openLibrary('family');
  const { path, env } = await findBrowser();
  browser = await chromium.launch({ executablePath: path, env: { ...process.env, ...env } });
});
test.afterEach(async () => {
  await browser.close();
  await stop();
  await library.remove();
});

async function start(port: number): Promise<string> {
  const program = join(import.meta.dirname, '../../main/server/kindred.ts');
  server = spawn(process.execPath, [program, 'serve', '--data', library.data, '--port', String(port)]);
  return addressOf(server);
}

async function stop(): Promise<void> {
  if (server.exitCode !== null) return;
  server.kill('SIGTERM');
  await once(server, 'exit');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 0;
}

test('the page says that Kindred is gone, and shows what is so when it is back', async () => {
  const port = await freePort();
  const context = await browser.newContext({ locale: 'en-US' });
  const page = await context.newPage();
  await page.goto(await start(port));
  await page.getByRole('link', { name: 'People' }).click();
  await expect(page.getByText(FAMILY.named, { exact: true })).toBeVisible();

  await stop();
  await expect(page.getByText('Kindred does not answer. When it runs again')).toBeVisible();
  await page.getByRole('link', { name: 'Imports' }).click();
  await page.getByLabel('Folder or photo').fill('/nowhere');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('Kindred does not answer.', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'People' }).click();
  const { out } = await kindred('people', '--unknown', '--data', library.data, '--json');
  const { groups }: { groups: readonly { readonly group_id: string }[] } = JSON.parse(out);
  await kindred('name', groups[0]?.group_id ?? '', 'Bea', '--data', library.data);

  const address = await start(port);
  await expect(page.getByText('Kindred was started anew. Open its new address')).toBeVisible();
  await (await context.newPage()).goto(address);
  await expect(page.getByText('Kindred answers again.')).toBeVisible();
  await expect(page.getByText('Bea', { exact: true })).toBeVisible();
});
