/** The local API from the window: turned on, a key made, called by a program, seen live, and refused once revoked. */
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { FAMILY, openLibrary, SAMPLE, type TestLibrary } from './library.ts';
import { type Shell, shells } from './shells.ts';

let library: TestLibrary;
let shell: Shell;
let page: Page;
test.beforeAll(async () => {
  library = await openLibrary('family');
  shell = await shells.window(library);
  page = shell.page;
  await page.getByRole('link', { name: 'Local API' }).click();
});
test.afterAll(async () => {
  await shell.close();
  await library.remove();
});

test.describe.configure({ mode: 'serial' });

let address = '';
let key = { api_id: '', api_secret: '' };
const panel = (name: string) => page.getByRole('region', { name });

async function detect(): Promise<{ readonly http: number; readonly body: Record<string, unknown> }> {
  const form = new FormData();
  form.set('api_id', key.api_id);
  form.set('api_secret', key.api_secret);
  form.set('file', new Blob([new Uint8Array(await readFile(SAMPLE))]), 'sample.jpg');
  const answer = await fetch(`${address}/face/detection`, { method: 'POST', body: form });
  return { http: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

test('it is off at first, and answers once it is turned on', async () => {
  const answer = page.getByRole('switch', { name: 'Answer calls' });
  await expect(answer).not.toBeChecked();
  await expect(panel('Last calls').getByText('The API is off.')).toBeVisible();
  await page.getByLabel('Port').fill('0');
  await answer.click();
  await expect(answer).toBeChecked();
  address = (await page.getByText(/^http:\/\/127\.0\.0\.1:\d+$/).textContent()) ?? '';
  expect((await fetch(`${address}/docs`)).status).toBe(200);
  await expect(page.getByRole('link', { name: 'Documentation' })).toHaveAttribute('href', `${address}/docs`);
});

test('a key is made with the terms that main says are usual, and its secret shown once', async () => {
  await panel('Keys').getByRole('button', { name: 'New key' }).click();
  const form = page.getByRole('dialog', { name: 'New key' });
  await form.getByLabel('Name', { exact: true }).fill('Door camera');
  await form.getByText('Advanced').click();
  await expect(form.getByLabel('Ids of images and faces hold')).toHaveValue(String(5 * 24 * 3600));
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Create key' }).click();
  const shown = page.getByRole('dialog', { name: 'The key of Door camera' });
  await expect(shown).toBeVisible();
  const [id, secret] = await shown.locator('code').allTextContents();
  key = { api_id: id ?? '', api_secret: secret ?? '' };
  expect(key.api_secret.length).toBeGreaterThan(20);
  // Whoever presses Escape, or beside it, has not said so.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.mouse.click(2, 2);
  await expect(shown).toBeVisible();
  const kept = shown.getByRole('button', { name: 'I have kept it' });
  await kept.focus();
  await page.keyboard.press('Enter');
  await expect(shown).toBeHidden();
  await expect(page.getByText(key.api_id)).toBeVisible();
  await expect(page.getByText(key.api_secret)).toHaveCount(0);
});

test('a program calls with the key, and the call is seen as it comes in', async () => {
  const calls = panel('Last calls');
  await expect(calls.getByText('Nobody has called since the API was turned on.')).toBeVisible();
  const { http, body } = await detect();
  expect(http, JSON.stringify(body)).toBe(200);
  expect(JSON.stringify(body).match(/"face_id"/g)).toHaveLength(FAMILY.facesPerPhoto);
  const row = calls.getByRole('row', { name: /Door camera POST \/face\/detection 200/ });
  await expect(row).toBeVisible();
  await expect(calls.getByText('Calls in the last minute').locator('xpath=following-sibling::dd')).toHaveText('1');
  await expect(calls.getByText('Failed', { exact: true }).locator('xpath=following-sibling::dd')).toHaveText('0%');
  await expect(panel('Keys').getByText(/last used/)).toBeVisible();
});

test('what it has made is held against what it may make, as it is made', async () => {
  const keys = panel('Keys');
  await keys.getByText('Limits').click();
  await expect(keys.getByText('1 of 100,000')).toBeVisible();
  const body = new URLSearchParams({ ...key, name: 'Somebody at the door' });
  expect((await fetch(`${address}/person/create`, { method: 'POST', body })).status).toBe(200);
  await expect(keys.getByText('2 of 100,000')).toBeVisible();
  await expectAccessible(page);
});

test('whom a program makes and names is among the people as they are looked at', async () => {
  await page.getByRole('link', { name: 'People' }).click();
  const post = (path: string, args: Record<string, string>) =>
    fetch(`${address}${path}`, { method: 'POST', body: new URLSearchParams({ ...key, ...args }) });
  const made = await (await post('/person/create', { name: 'Postman' })).json();
  await expect(page.getByRole('link', { name: 'Postman, ' })).toBeVisible();
  await post('/person/change', { person_id: made.person_id, name: 'Postwoman' });
  await expect(page.getByRole('link', { name: 'Postwoman, ' })).toBeVisible();
  await page.getByRole('link', { name: 'Local API' }).click();
});

test('a revoked key is refused, and that is counted as a failure', async () => {
  await panel('Keys').getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(panel('Keys').getByText('Revoked')).toBeVisible();
  expect((await detect()).http).toBe(401);
  const calls = panel('Last calls');
  await expect(calls.getByRole('row', { name: /POST \/face\/detection 401/ })).toBeVisible();
  const share = calls.getByText('Failed', { exact: true }).locator('xpath=following-sibling::dd');
  await expect(share).toHaveText(/^[1-9]\d*%$/);
  await expectAccessible(page);
});
