import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LOCAL_ACCOUNT } from '../library/accounts.ts';
import { addFace, addPerson, addPhoto, face, photo } from '../library/library-fixture.ts';
import { openWindow, type TestWindow } from './window.fixture.ts';

/** Five photos of as many days, from the oldest on. */
const fivePhotos = ({ library }: TestWindow): string[] =>
  [1, 2, 3, 4, 5].map((n) => addPhoto(library, [], photo({ takenAt: `2024-05-0${n}T10:00:00`, width: 100 * n })).id);

test('a timeline is laid out by its shape and shown slice by slice', async () => {
  const window = await openWindow();
  const ids = fivePhotos(window);
  const timeline = await window.call('photos.timeline', {});
  expect(timeline.total).toBe(5);
  expect(timeline.days.map(({ day }) => day)).toEqual([5, 4, 3, 2, 1].map((n) => `2024-05-0${n}`));
  expect(timeline.aspects).toEqual([104, 83, 63, 42, 21]);
  const { revision } = timeline;
  const { photos } = await window.call('photos.slice', { revision, offset: 1, limit: 2 });
  expect(photos).toMatchObject([
    { place: 1, id: ids[3], takenAt: '2024-05-04T10:00:00', width: 400, faceCount: 0, rating: null },
    { place: 2, id: ids[2] },
  ]);
  expect(await window.call('photos.place', { revision, id: ids[0] ?? '' })).toEqual({ place: 4 });
  expect(await window.call('photos.place', { revision, id: 'f'.repeat(32) })).toEqual({ place: null });
  expect(await window.call('photos.ids', { revision, offset: 3, limit: 10 })).toEqual({ ids: [ids[1], ids[0]] });
});

test('what is laid out stays as it is until it is asked for again', async () => {
  const window = await openWindow();
  const [oldest = ''] = fivePhotos(window);
  const before = await window.call('photos.timeline', { order: 'oldest' });
  expect(await window.call('photos.timeline', { order: 'oldest' })).toEqual(before);
  addPhoto(window.library, [], photo({ takenAt: '2000-01-01T00:00:00' }));
  const slice = await window.call('photos.slice', { revision: before.revision, offset: 0, limit: 1 });
  expect(slice.photos).toMatchObject([{ id: oldest, place: 0 }]);
  const after = await window.call('photos.timeline', { order: 'oldest' });
  expect([after.revision === before.revision, after.total]).toEqual([false, 6]);
  await expect(window.call('photos.slice', { revision: 'old', offset: 0, limit: 1 })).rejects.toMatchObject({
    code: 'stale',
  });
});

test('a timeline by person follows what is said of persons, one of an album what is put into it', async () => {
  const { library, call } = await openWindow();
  const [first, second] = [addPhoto(library, [face()]), addPhoto(library, [face()])];
  const anna = addPerson(library, 'Anna', first.faces);
  const { id: album } = await call('collection.create', { kind: 'album', name: 'Summer', members: [first.id] });
  const total = async (filter: { persons: string[] } | { album: string }): Promise<number> =>
    (await call('photos.timeline', { filter })).total;
  expect([await total({ persons: [anna] }), await total({ album })]).toEqual([1, 1]);
  await call('faces.confirm', { ids: second.faces, personId: anna });
  await call('collection.add', { kind: 'album', id: album, members: [second.id] });
  expect([await total({ persons: [anna] }), await total({ album })]).toEqual([2, 2]);
});

test('what there is to filter by is told with counts', async () => {
  const window = await openWindow();
  const [id = ''] = fivePhotos(window);
  await window.call('photos.tag', { ids: [id], tags: ['beach'] });
  const album = await window.call('collection.create', { kind: 'album', name: 'Summer', members: [id] });
  expect(await window.call('photos.facets', {})).toEqual({
    years: [{ year: '2024', photoCount: 5 }],
    cameras: [{ camera: 'Camera', photoCount: 5 }],
    tags: [{ id: expect.any(String), name: 'beach', photoCount: 1 }],
    albums: [{ id: album.id, name: 'Summer', photoCount: 1 }],
  });
});

test('a photo is shown with all that is known of it, places in fractions of it', async () => {
  const { library, call } = await openWindow();
  const rect = { left: 64, top: 48, right: 320, bottom: 240 };
  const { id, faces } = addPhoto(library, [face({ rect }), face({ landmarks21: [], landmarks106: [] })]);
  const [known = '', hidden = ''] = faces;
  const anna = addPerson(library, 'Anna', [known]);
  library.transaction(() => {
    library.photoFiles.put({ path: '/photos/a.jpg', imageId: id, bytes: 1000, mtime: 5 });
    library.photoFiles.put({ path: '/old/a.jpg', imageId: id, bytes: 1000, mtime: 5 });
    library.photoFiles.markMissing(['/old/a.jpg']);
  });
  await call('faces.hide', { ids: [hidden], hidden: true });
  await call('photos.tag', { ids: [id], tags: ['beach'] });
  await call('photo.set-user-data', { id, userData: 'mine' });
  const { id: album } = await call('collection.create', { kind: 'album', name: 'Summer', members: [id] });
  const shown = await call('photo.show', { id });
  expect(shown).toMatchObject({
    ...{ fileName: 'a.jpg', path: '/photos/a.jpg', camera: 'Camera', turn: null, userData: 'mine', tags: ['beach'] },
    files: [
      { path: '/photos/a.jpg', missing: false },
      { path: '/old/a.jpg', missing: true },
    ],
    place: { latitude: 52.5, longitude: 13.4 },
    albums: [{ id: album, name: 'Summer' }],
    faceCount: 1,
    deleted: false,
  });
  expect(shown.faces).toMatchObject([
    {
      ...{ id: known, name: 'Anna', person: { id: anna, how: 'confirmed', confidence: null } },
      box: { left: 0.1, top: 0.1, width: 0.4, height: 0.4 },
      attributes: { age: 30 },
      quality: { overall: 0.5 },
    },
  ]);
  expect(shown.faces[0]?.points106).toHaveLength(106);
  expect(shown.faces[0]?.points21[4]).toEqual([4.25 / 640, 4.5 / 480]);
  expect(shown.hiddenFaces).toMatchObject([{ id: hidden, hidden: true, points21: [] }]);
});

test('photos go into the bin and come out of it', async () => {
  const window = await openWindow();
  const [first = '', second = ''] = fivePhotos(window);
  const total = async (filter: { deleted?: true } = {}) => (await window.call('photos.timeline', { filter })).total;
  await window.call('photos.delete', { ids: [first, second] });
  expect([await total(), await total({ deleted: true })]).toEqual([3, 2]);
  expect(await window.call('photo.show', { id: first })).toMatchObject({ deleted: true });
  await window.call('photos.restore', { ids: [first] });
  expect([await total(), await total({ deleted: true })]).toEqual([4, 1]);
  expect(await window.call('history.undo', {})).toMatchObject({ label: { does: 'restore-photos', photos: 1 } });
  expect([await total(), await total({ deleted: true })]).toEqual([3, 2]);
});

test('photos are rated, turned, tagged and untagged', async () => {
  const { library, call } = await openWindow();
  const { id } = addPhoto(library, [face()]);
  await call('photos.rate', { ids: [id], rating: 3 });
  await call('photos.turn', { ids: [id], by: 'cw90' });
  await call('photos.tag', { ids: [id], tags: ['beach', 'sea'] });
  await call('photos.untag', { ids: [id], tags: ['sea'] });
  expect(await call('photo.show', { id })).toMatchObject({
    ...{ rating: 3, turn: 'cw90', width: 480, height: 640, tags: ['beach'] },
  });
});

test('a drawn face is a face of the photo, with the person it was drawn for', async () => {
  const { library, call, folder } = await openWindow();
  const { id } = addPhoto(library);
  const path = join(folder, 'a.jpg');
  await writeFile(path, 'faces:');
  library.transaction(() => library.photoFiles.put({ path, imageId: id, bytes: 6, mtime: 0 }));
  const personId = addPerson(library, 'Anna');
  const box = { left: 0.25, top: 0.25, width: 0.5, height: 0.25 };
  const { faceId } = await call('faces.draw', { photoId: id, box, personId });
  expect((await call('photo.show', { id })).faces).toMatchObject([{ id: faceId, box, name: 'Anna', origin: 'drawn' }]);
});

test('faces are named, rejected, split off and deleted', async () => {
  const { library, call } = await openWindow();
  const [a, b, c] = [addFace(library), addFace(library), addFace(library)];
  const { personId } = await call('faces.name', { ids: [a, b, c], name: ' Anna ' });
  await expect(call('faces.name', { ids: [a], name: 'anna' })).rejects.toMatchObject({ code: 'name-taken' });
  expect(await call('faces.name', { ids: [a], name: 'anna', ifNameTaken: 'merge' })).toEqual({ personId });
  const members = async () => library.persons.faces(personId);
  await call('faces.reject', { ids: [b], personId });
  expect(await members()).toEqual([a, c]);
  const { groupId } = await call('faces.split', { ids: [c], from: { personId } });
  expect(library.clusters.faces(groupId)).toEqual([c]);
  await call('faces.delete', { ids: [a] });
  expect(await members()).toEqual([]);
  expect(library.persons.all(LOCAL_ACCOUNT)).toHaveLength(1);
});
