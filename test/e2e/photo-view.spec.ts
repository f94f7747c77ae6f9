/** An open photo: what the engine has found on it, and everything that is done to it there. */
import { rename } from 'node:fs/promises';
import { type ElectronApplication, expect, type Locator, type Page, test } from '@playwright/test';
import type { PhotoDetail } from '../../preload/contract.ts';
import { expectAccessible } from './accessible.ts';
import { launch } from './electron.ts';
import { FAMILY, openLibrary, SAMPLE, type TestLibrary } from './library.ts';

let library: TestLibrary;
let app: ElectronApplication;
let page: Page;
let view: Locator;
const [photo] = FAMILY.photos;

test.beforeEach(async () => {
  library = await openLibrary('family');
  app = await launch(library);
  page = await app.firstWindow();
  await page.getByRole('button', { name: `${photo},` }).click();
  view = page.getByRole('dialog', { name: photo });
  await expect(faces()).toHaveCount(FAMILY.facesPerPhoto);
});
test.afterEach(async () => {
  await app.close();
  await library.remove();
});

const faces = (): Locator => view.locator('figure button');

/** What main tells of the open photo, beside which the window is held. */
async function shown(): Promise<PhotoDetail> {
  const thumbnail = await view.locator('figure img').first().getAttribute('src');
  const id = /[0-9a-f]{32}/.exec(thumbnail ?? '')?.[0];
  const answer = await page.evaluate(async (id) => {
    const { send } = Reflect.get(window, 'kindred') as { send(name: string, args: unknown): Promise<{ ok: unknown }> };
    return (await send('photo.show', { id })).ok;
  }, id);
  return answer as PhotoDetail;
}

test('boxes and points stand where the engine has found them', async () => {
  const detail = await shown();
  const picture = await view.locator('figure').boundingBox();
  if (!picture) throw new Error('no picture');
  const drawn = await Promise.all((await faces().all()).map((face) => face.boundingBox()));
  for (const [i, { box }] of detail.faces.entries()) {
    expect(((drawn[i]?.x ?? 0) - picture.x) / picture.width).toBeCloseTo(box.left, 2);
    expect(((drawn[i]?.y ?? 0) - picture.y) / picture.height).toBeCloseTo(box.top, 2);
    expect((drawn[i]?.width ?? 0) / picture.width).toBeCloseTo(box.width, 2);
  }
  for (const [key, which, points] of [
    ['p', 'points21', 21],
    ['m', 'points106', 106],
  ] as const) {
    await page.keyboard.press(key);
    const svg = view.locator(`svg[data-which="${which}"]`);
    await expect(svg.locator('path')).toHaveCount(FAMILY.facesPerPhoto);
    const [, , width = 0, height = 0] = ((await svg.getAttribute('viewBox')) ?? '').split(' ').map(Number);
    for (const [i, path] of (await svg.locator('path').all()).entries()) {
      const dots = [...((await path.getAttribute('d')) ?? '').matchAll(/M([\d.-]+) ([\d.-]+)/g)];
      const told = detail.faces[i]?.[which] ?? [];
      expect(told).toHaveLength(points);
      expect(dots).toHaveLength(points);
      for (const [at, [, x, y]] of dots.entries()) {
        expect(Number(x) / width).toBeCloseTo(told[at]?.[0] ?? -1, 4);
        expect(Number(y) / height).toBeCloseTo(told[at]?.[1] ?? -1, 4);
      }
    }
  }
});

test('attributes are told in words on every face that is large enough', async () => {
  await page.keyboard.press('a');
  const words = view.locator('figure').getByText(/^about\s\d+,\s(fe)?male/);
  await expect(words).toHaveCount(FAMILY.facesPerPhoto);
});

test('the file manager shows where a photo lies, and its path is copied; what is gone is said to be', async () => {
  const { path } = await shown();
  await app.evaluate(({ shell }) => {
    const shown: string[] = [];
    Reflect.set(globalThis, 'shown', shown);
    shell.showItemInFolder = (path) => void shown.push(path);
  });
  const seen = (): Promise<unknown> => app.evaluate(() => Reflect.get(globalThis, 'shown'));
  const name = { darwin: 'Show in Finder', win32: 'Show in Explorer' }[process.platform as string];
  const show = name ?? 'Show in file manager';
  const panel = page.getByRole('complementary', { name: 'Show details' });
  if (!(await panel.isVisible())) await page.keyboard.press('i');
  await panel.getByRole('button', { name: show }).click();
  await expect.poll(seen).toEqual([path]);
  await page.keyboard.press('o');
  await expect.poll(seen).toEqual([path, path]);
  await panel.getByRole('button', { name: 'Copy the path' }).click();
  await expect(panel.getByRole('button', { name: 'Copied' })).toBeVisible();

  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: `${photo},` }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: show }).click();
  await expect.poll(seen).toEqual([path, path, path]);
  await rename(path, `${path} elsewhere`);
  try {
    await page.getByRole('button', { name: `${photo},` }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: show }).click();
    await expect(page.getByText(`${path} is not there.`)).toBeVisible();
    expect(await seen()).toHaveLength(3);
  } finally {
    await rename(`${path} elsewhere`, path);
  }
});

test('a face is named, and the name taken back', async () => {
  const before = await view.locator('figure').getByText(FAMILY.named, { exact: true }).count();
  expect(before).toBe(1);
  await faces().filter({ hasText: 'Unknown' }).first().click();
  const card = view.getByRole('region', { name: 'Unknown' });
  await card.getByRole('combobox').fill('Bea');
  await page.keyboard.press('Enter');
  await expect(view.locator('figure').getByText('Bea', { exact: true })).toHaveCount(1);
  await view.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(view.locator('figure').getByText('Bea', { exact: true })).toHaveCount(0);
});

test('the focus comes back to the face whose card is closed', async () => {
  await faces().first().click();
  await view.getByRole('region').getByRole('button', { name: 'Close' }).click();
  await expect(faces().first()).toBeFocused();
});

test('going back closes the photo and leaves the view as it is; what is opened next can be gone back from, too', async () => {
  const address = page.url();
  await page.goBack();
  await expect(view).toHaveCount(0);
  expect(page.url()).toBe(address);
  await page.getByRole('button', { name: `${photo},` }).click();
  await expect(view).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: `${photo},` }).click();
  await expect(view).toBeVisible();
  await page.goBack();
  await expect(view).toHaveCount(0);
  expect(page.url()).toBe(address);
});

test('only the last change offers to be undone', async () => {
  await page.keyboard.press('4');
  await expect(view.getByRole('status').getByRole('button', { name: 'Undo' })).toHaveCount(1);
  await page.keyboard.press('r');
  await expect(view.getByRole('status')).toContainText('Turn');
  await expect(view.getByRole('status').getByRole('button', { name: 'Undo' })).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(view.getByRole('status').getByRole('button', { name: 'Undo' })).toHaveCount(0);
});

test('a name is rejected', async () => {
  await faces().filter({ hasText: FAMILY.named }).click();
  await expectAccessible(page);
  await view.getByRole('button', { name: `This is not ${FAMILY.named}` }).click();
  await expect(view.locator('figure').getByText(FAMILY.named, { exact: true })).toHaveCount(0);
});

test('a face that is none is deleted, and comes back', async () => {
  await faces().first().click();
  await view.getByRole('button', { name: 'Not a face' }).click();
  await expect(faces()).toHaveCount(FAMILY.facesPerPhoto - 1);
  await page.keyboard.press('Control+z');
  await expect(faces()).toHaveCount(FAMILY.facesPerPhoto);
});

test('a face is drawn by keys alone', async () => {
  await page.keyboard.press('d');
  await expect(view.getByText('Draw a box around the face')).toBeVisible();
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(faces()).toHaveCount(FAMILY.facesPerPhoto + 1);
  const made = (await shown()).faces.find(({ origin }) => origin === 'drawn');
  const { width, height } = await shown();
  const side = Math.min(width, height) / 3;
  expect(made?.box.width).toBeCloseTo(side / width - 0.01, 2);
  expect(made?.box.top).toBeCloseTo((1 - side / height) / 2 - 0.05, 2);
});

test('a face is drawn by the pointer', async () => {
  await page.keyboard.press('d');
  const picture = await view.locator('figure').boundingBox();
  if (!picture) throw new Error('no picture');
  await page.mouse.move(picture.x + picture.width * 0.05, picture.y + picture.height * 0.6);
  await page.mouse.down();
  await page.mouse.move(picture.x + picture.width * 0.15, picture.y + picture.height * 0.8, { steps: 4 });
  await page.mouse.up();
  await expect(faces()).toHaveCount(FAMILY.facesPerPhoto + 1);
  expect((await shown()).faces.find(({ origin }) => origin === 'drawn')?.box.left).toBeCloseTo(0.05, 2);
});

test('by keys it is turned, rated, described, tagged, and left', async () => {
  const { width, height } = await shown();
  await page.keyboard.press('r');
  await expect.poll(async () => (await shown()).width).toBe(height);
  await page.keyboard.press('l');
  await expect.poll(async () => (await shown()).width).toBe(width);
  await page.keyboard.press('4');
  await expect.poll(async () => (await shown()).rating).toBe(4);
  await page.keyboard.press('i');
  await view.getByRole('textbox', { name: 'Add a tag' }).fill('garden party');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await shown()).tags).toEqual(['garden party']);
  await expectAccessible(page);
  await view.getByRole('button', { name: 'Remove garden party' }).click();
  await expect.poll(async () => (await shown()).tags).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(view).toBeHidden();
});

test('a turned photo shows all its pixels when one comes near', async () => {
  const { width, height } = await shown();
  const whole = view.locator('img[src^="/whole/"]');
  await page.keyboard.press('r');
  await expect.poll(async () => (await shown()).width).toBe(height);
  await expect(whole).toHaveCount(0);
  for (let times = 0; times < 6; times++) await page.keyboard.press('+');
  await expect
    .poll(() => whole.evaluate((picture: HTMLImageElement) => [picture.naturalWidth, picture.naturalHeight]))
    .toEqual([height, width]);
});

test('beside it, it is put into an album and taken out', async () => {
  await page.keyboard.press('i');
  await view.getByRole('button', { name: 'Add to an album' }).click();
  const picker = page
    .getByRole('dialog')
    .filter({ has: page.getByRole('textbox') })
    .last();
  await picker.getByRole('textbox').fill('Summer');
  await page.keyboard.press('Enter');
  const out = view.getByRole('button', { name: 'Take out of Summer' });
  await expect(out).toBeVisible();
  await out.click();
  await expect(out).toBeHidden();
});

test('a slideshow goes on by itself', async () => {
  await page.keyboard.press('Home');
  const first = page.getByRole('dialog').first();
  const name = await first.getAttribute('aria-label');
  await page.keyboard.press(' ');
  await expect.poll(() => page.getByRole('dialog').first().getAttribute('aria-label')).not.toBe(name);
});

test('files that are dragged over an open photo are told where they may go, above it', async () => {
  const input = await page.context().newCDPSession(page);
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    input.send('Input.dispatchDragEvent', {
      ...{ type, x: 400, y: 300 },
      data: { items: [], files: [SAMPLE], dragOperationsMask: 1 },
    });
  await drag('dragEnter');
  await drag('dragOver');
  const hint = view.getByText('Drop to import');
  await expect(hint).toBeVisible();
  await drag('drop');
  await expect(hint).toBeHidden();
});

test('Escape that takes back the letters of a word to be closes nothing', async () => {
  await page.keyboard.press('ControlOrMeta+k');
  const palette = page.getByRole('dialog', { name: 'Find anything' });
  const composing = { key: 'Escape', isComposing: true, bubbles: true, cancelable: true };
  await palette.getByRole('combobox').dispatchEvent('keydown', composing);
  await expect(palette).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
  await expect(view).toBeVisible();
  await page.keyboard.press('i');
  await view.getByLabel('Notes').dispatchEvent('keydown', composing);
  await expect(view).toBeVisible();
});
