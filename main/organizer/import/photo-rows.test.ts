import { afterEach, expect, test } from 'vitest';
import { LOCAL_ACCOUNT } from '../../library/accounts.ts';
import { newFolder, open } from '../../library/library-fixture.ts';
import { fakeEngine } from './fake-engine.ts';
import { imageRow } from './photo-rows.ts';

const { TZ } = process.env;
afterEach(() => {
  if (TZ === undefined) delete process.env.TZ;
  else process.env.TZ = TZ;
});

test.each([
  ['Asia/Shanghai', '2026-01-02T04:00:00'],
  ['America/New_York', '2026-01-01T15:00:00'],
])(
  'in %s a photo without a date stands where the clock on the wall was when its file was written',
  async (zone, at) => {
    process.env.TZ = zone;
    expect(await placeOfUndated(Date.parse('2026-01-01T20:00:00.75Z'))).toBe(at);
  },
);

test('a file that has no date either stands where it was imported, not in 1970', async () => {
  const place = (await placeOfUndated(0)) ?? '';
  expect(Math.abs(Date.now() - Date.parse(`${place}Z`))).toBeLessThan(2 * 86_400_000);
});

/** Where a photo that does not say when it was taken stands in the timeline. */
async function placeOfUndated(modifiedAt: number): Promise<string | undefined> {
  const source = { bytes: Buffer.from('a picture from a chat') };
  const file = await fakeEngine().read(source);
  const photo = await fakeEngine().analyze(source, {});
  const undated = { ...file, metadata: { ...file.metadata, takenAt: null } };
  const library = open(newFolder());
  const row = imageRow(LOCAL_ACCOUNT, undated, photo, modifiedAt);
  const id = library.transaction(() => library.images.insert(row));
  return library.images.byId(id)?.timelineAt;
}
