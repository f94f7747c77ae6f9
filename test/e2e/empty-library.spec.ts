/** The first start: nothing is there yet. */
import { expect, test } from '@playwright/test';
import { launch } from './electron.ts';
import { openLibrary } from './library.ts';

test('the window opens on an empty library and says what to do', async () => {
  const library = await openLibrary('empty');
  const app = await launch(library);
  const page = await app.firstWindow();
  await expect(page).toHaveTitle('Kindred');
  await expect(page.getByRole('heading', { name: 'No photos yet' })).toBeVisible();
  await expect(page.getByText(/import|drop/i)).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await app.close();
  await library.remove();
});
