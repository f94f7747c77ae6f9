import { expect, test } from 'vitest';
import { addPerson, addPhoto, face, photo } from '../library/library-fixture.ts';
import { openWindow } from './window.fixture.ts';

test('people, sets, tags, years and photos are found by their names', async () => {
  const { library, call } = await openWindow();
  const { id, faces } = addPhoto(library, [face()], photo({ takenAt: '2021-05-01T10:00:00' }));
  library.transaction(() =>
    library.photoFiles.put({ path: '/winter/Summer_20 at 100%.JPG', imageId: id, bytes: 1, mtime: 1 }),
  );
  const zoe = addPerson(library, 'Zoë de Boer', faces);
  const album = await call('collection.create', { kind: 'album', name: 'Summer 2021', members: [id] });
  await call('collection.create', { kind: 'group', name: '我的家人', members: [zoe] });
  await call('photos.tag', { ids: [id], tags: ['summer'] });
  const find = (text: string) => call('find.everything', { text, limit: 5 });

  expect(await find('sum')).toEqual({
    people: [],
    collections: [{ kind: 'album', id: album.id, name: 'Summer 2021', memberCount: 1 }],
    tags: [{ id: expect.any(String), name: 'summer', photoCount: 1 }],
    years: [],
    photos: [{ id, fileName: 'Summer_20 at 100%.JPG', takenAt: '2021-05-01T10:00:00' }],
  });
  expect((await find('boer zoe')).people).toMatchObject([{ id: zoe }]);
  expect((await find('家人')).collections).toMatchObject([{ kind: 'group' }]);
  expect((await find('202')).years).toEqual([{ year: '2021', photoCount: 1 }]);
  const photos = async (text: string): Promise<number> => (await find(text)).photos.length;
  expect([await photos('summer jpg'), await photos('100%'), await photos('20')]).toEqual([1, 1, 1]);
  // Neither the folder, nor one letter, nor what only looks like a pattern.
  expect([await photos('winter'), await photos('s'), await photos('1_0')]).toEqual([0, 0, 0]);
});
