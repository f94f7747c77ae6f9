import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { LOCAL_ACCOUNT } from '../../../library/accounts.ts';
import { open } from '../../../library/library-fixture.ts';
import { fakeEngine } from '../../../organizer/import/fake-engine.ts';
import { Organizer } from '../../../organizer/organizer.ts';
import { ThumbnailCache } from '../../../organizer/thumbnail-cache.ts';
import { importLeftBehind } from './left-behind.ts';

async function openHere() {
  const home = mkdtempSync(join(tmpdir(), 'kindred-left-'));
  const folder = join(home, 'photos');
  mkdirSync(join(folder, '2024'), { recursive: true });
  const library = open();
  const organizer = new Organizer({
    library,
    engine: fakeEngine(),
    thumbnails: new ThumbnailCache(join(home, 'thumbnails')),
    ...{ onChange: () => undefined, onProgress: () => undefined, onNotice: () => undefined },
  });
  await organizer.open();
  onTestFinished(async () => {
    await organizer.close();
    await library.close();
    rmSync(home, { recursive: true });
  });
  const add = (name: string, content = name): void => writeFileSync(join(folder, name), content);
  const photos = (): number => library.counts(LOCAL_ACCOUNT).photos;
  return { folder, library, organizer, add, photos };
}

test('what has landed and was never imported is imported; what was is left alone', async () => {
  const { folder, library, organizer, add, photos } = await openHere();
  add('2024/one.jpg');
  await organizer.run(organizer.import([folder]));
  add('2024/two.jpg');
  add('three.jpg');
  expect(await importLeftBehind({ library, organizer }, folder)).toBe(2);
  expect(photos()).toBe(3);
  expect(library.importJobs.counts(library.importJobs.recent(LOCAL_ACCOUNT, 1)[0]?.id ?? '')).toMatchObject({
    done: 2,
    skipped: 0,
  });
  expect(await importLeftBehind({ library, organizer }, folder)).toBe(0);
  expect(library.importJobs.recent(LOCAL_ACCOUNT, 10)).toHaveLength(2);
});

test('what could not be read, or was deleted from the library, is not tried at every start', async () => {
  const { folder, library, organizer, add, photos } = await openHere();
  add('fine.jpg');
  add('broken.jpg', 'bad bytes');
  expect(await importLeftBehind({ library, organizer }, folder)).toBe(2);
  const [file] = library.photoFiles.byPaths([join(folder, 'fine.jpg')]);
  library.transaction(() => library.images.setDeleted([file?.imageId ?? ''], true));
  expect(photos()).toBe(0);
  expect(await importLeftBehind({ library, organizer }, folder)).toBe(0);
});

test('what an import is still to walk is left to it', async () => {
  const { folder, library, organizer, add } = await openHere();
  add('one.jpg');
  const job = organizer.import([folder]);
  expect(await importLeftBehind({ library, organizer }, folder)).toBe(0);
  await organizer.run(job);
});

test('without a folder of uploads there is nothing', async () => {
  const { folder, library, organizer } = await openHere();
  expect(await importLeftBehind({ library, organizer }, join(folder, 'none'))).toBe(0);
});

test('a library that is closed meanwhile is no error: the next start looks again', async () => {
  const { folder, library, organizer, add } = await openHere();
  add('one.jpg');
  const looking = importLeftBehind({ library, organizer }, folder);
  await library.close();
  expect(await looking).toBe(0);
  const closed = {
    get library(): never {
      throw new Error('The library is being opened again.');
    },
    organizer,
  };
  expect(await importLeftBehind(closed, folder)).toBe(0);
});
