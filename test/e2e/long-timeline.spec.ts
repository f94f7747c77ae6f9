/** A library of thousands of photos, of which the window is told but which nobody has taken: how the grid holds its place. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { openLibrary, type TestLibrary } from './library.ts';
import { type Shell, shells } from './shells.ts';

const DAYS = 60;
const A_DAY = 40;

/** What the window is told of the photos, instead of what is in the library. */
interface Told {
  /** How many have come in above all others. */
  added: number;
  /** Ms that it takes to tell of some of them. */
  patience: number;
}

let library: TestLibrary;
let shell: Shell;
let page: Page;
let told: Told;
test.beforeEach(async () => {
  library = await openLibrary('family');
  shell = await shells.browser(library);
  page = shell.page;
  told = { added: 0, patience: 0 };
  await tellOf(page);
  await page.reload();
  await photo(0).waitFor();
});
test.afterEach(async () => {
  await shell.close();
  await library.remove();
});

const name = (number: number): string => `IMG_${number}.jpg`;
/** By its number, which it keeps whatever comes in above it. */
const photo = (number: number): Locator => page.getByRole('button', { name: `${name(number)},` });

async function tellOf(window: Page): Promise<void> {
  const total = (): number => DAYS * A_DAY + told.added;
  const answer = (ok: unknown) => ({ json: { ok } });
  await window.route('**/rpc/photos.timeline', (route) => {
    const dayOf = (i: number): string => new Date(Date.UTC(2020, 5, 30 - i)).toISOString().slice(0, 10);
    const days = Array.from({ length: DAYS }, (_, i) => ({ day: dayOf(i), count: A_DAY + (i === 0 ? told.added : 0) }));
    const aspects = new Array(total()).fill(150);
    return route.fulfill(answer({ revision: `r${told.added}`, total: total(), days, aspects }));
  });
  await window.route('**/rpc/photos.slice', async (route) => {
    const { offset, limit } = route.request().postDataJSON();
    const places = Array.from({ length: Math.min(limit, total() - offset) }, (_, i) => offset + i);
    await new Promise((resolve) => setTimeout(resolve, told.patience));
    await route.fulfill(
      answer({
        photos: places.map((place) => ({
          place,
          ...{ id: (place - told.added + 1000).toString(16).padStart(32, '0'), fileName: name(place - told.added) },
          ...{ width: 150, height: 100, takenAt: null, rating: null, faceCount: 0, turn: null, missing: false },
        })),
      }),
    );
  });
  await window.route('**/rpc/photos.place', (route) => {
    const { id } = route.request().postDataJSON();
    return route.fulfill(answer({ place: Number.parseInt(id, 16) - 1000 + told.added }));
  });
}

/** The real library changes, and says so. */
const change = (): Promise<void> =>
  page.evaluate(async () => {
    const call = async (procedure: string, args: unknown) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`/rpc/${procedure}`, { method: 'POST', headers, body: JSON.stringify(args) });
      return (await response.json()).ok;
    };
    const { photos } = await call('find.everything', { text: 'garden', limit: 1 });
    await call('photos.rate', { ids: [photos[0].id], rating: 3 });
  });

const scrollTo = (top: number): Promise<void> =>
  page.evaluate((y) => {
    const scroller = document.querySelector('[data-place]')?.closest('ul')?.parentElement?.parentElement;
    if (scroller) scroller.scrollTop = y;
  }, top);

const topOf = async (which: Locator): Promise<number> => (await which.boundingBox())?.y ?? Number.NaN;

test('photos that come in above do not move what is looked at', async () => {
  await scrollTo(9000);
  const seen = photo(216);
  await seen.waitFor();
  const before = await topOf(seen);
  told.added = 37;
  await change();
  await expect(page.getByText(`${(DAYS * A_DAY + 37).toLocaleString('en')} photos`)).toBeVisible();
  await expect.poll(() => topOf(seen)).toBeCloseTo(before, 0);
});

test('photos that come in are seen by whoever looks at the newest', async () => {
  told.added = 3;
  await change();
  await expect(photo(-3)).toBeInViewport();
});

test('another view and back again is the same place', async () => {
  await scrollTo(9000);
  const seen = photo(216);
  await seen.waitFor();
  const before = await topOf(seen);
  await page.getByRole('link', { name: 'Imports' }).click();
  await page.getByRole('heading', { name: 'Imports', exact: true }).waitFor();
  await page.goBack();
  await expect.poll(() => topOf(seen)).toBeCloseTo(before, 0);
});

test('the keys are faster than the pictures, and the focus is not lost', async () => {
  told.patience = 400;
  await photo(0).focus();
  await page.keyboard.press('End');
  await expect(page.locator(`[data-place="${DAYS * A_DAY - 1}"]`)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator(`[data-place="${DAYS * A_DAY - 2}"]`)).toBeFocused();
  await expect(photo(DAYS * A_DAY - 2)).toBeFocused();
});

test('wherever the grid is scrolled to, Tab comes to a photo in sight', async () => {
  await page.getByRole('slider', { name: 'Date' }).focus();
  await page.keyboard.press('End');
  await expect(photo(0)).toBeHidden();
  await page.keyboard.press('Shift+Tab');
  await expect(page.locator('[data-place]:focus')).toBeInViewport();
});
