import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { LOCAL_ACCOUNT } from '../../main/library/accounts.ts';
import { openLibrary } from '../../main/library/library.ts';
import { createImportJob, ImportOptions } from '../../main/organizer/import/import-job.ts';
import { endAfterTest, removeFolder, sample, startKindred, temporaryFolder } from './run-kindred.ts';

/** Enough for several to be left when the first is done. */
const PHOTOS = 24;

test.skipIf(process.platform === 'win32')(
  'an import that is told to end does, also while one of an earlier run goes before it; both wait for the next start',
  async () => {
    const folder = temporaryFolder();
    onTestFinished(() => removeFolder(folder));
    const data = join(folder, 'library');
    const album = join(folder, 'album');
    mkdirSync(album);
    const photo = readFileSync(sample(1));
    // What follows the end of a JPEG makes it another file, and no other picture.
    for (let i = 0; i < PHOTOS; i++) writeFileSync(join(album, `${i}.jpg`), Buffer.concat([photo, Buffer.from([i])]));
    const before = openLibrary(data, { role: 'owner', appVersion: '0' });
    const earlier = createImportJob(before, LOCAL_ACCOUNT, [album], ImportOptions.parse({}));
    await before.close();

    const running = startKindred('import', sample(6), '--data', data, '--json');
    endAfterTest(running);
    const ended = new Promise((resolve) => running.once('exit', resolve));
    const guest = openLibrary(data, { role: 'guest', appVersion: '0' });
    await expect.poll(() => guest.importJobs.counts(earlier).done, { timeout: 60_000, interval: 5 }).toBeGreaterThan(0);
    running.kill('SIGINT');
    expect(await ended).toBe(1);
    const [own] = guest.importJobs.recent(LOCAL_ACCOUNT, 1);
    expect(own).toMatchObject({ roots: [sample(6)], state: 'running', discovered: false });
    expect(guest.importJobs.counts(earlier).pending).toBeGreaterThan(0);
    expect(guest.importJobs.unfinished().map(({ id }) => id)).toEqual([earlier, own?.id]);
    await guest.close();
  },
);
