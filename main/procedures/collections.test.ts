import { expect, test } from 'vitest';
import { addFaces, addPerson, addPhoto } from '../library/library-fixture.ts';
import { openWindow } from './window.fixture.ts';

test('groups show the faces of their people', async () => {
  const { library, call } = await openWindow();
  const [face = ''] = addFaces(library, 1);
  const [anna, nobody] = [addPerson(library, 'Anna', [face]), addPerson(library, 'Without a face')];
  const { id } = await call('collection.create', { kind: 'group', name: ' The  family ', members: [anna, nobody] });
  const { collections } = await call('collections.list', { kind: 'group' });
  expect(collections).toMatchObject([{ id, name: 'The family', memberCount: 2, covers: [face] }]);
  const { people, total } = await call('group.people', { id, offset: 0, limit: 1 });
  expect([people.map(({ name }) => name), total]).toEqual([['Anna'], 2]);
});

test('face sets show their first faces and are paged', async () => {
  const { library, call } = await openWindow();
  const faces = addFaces(library, 6);
  const { id } = await call('collection.create', { kind: 'faceset', name: 'Six', members: faces });
  const { collections } = await call('collections.list', { kind: 'faceset' });
  expect(collections).toMatchObject([{ memberCount: 6, covers: faces.slice(0, 4) }]);
  const page = await call('faceset.faces', { id, offset: 4, limit: 4 });
  expect([page.faces.map((face) => face.id), page.total]).toEqual([faces.slice(4), 6]);
});

test('a face set neither shows nor counts what is no face, and has it again when that is undone', async () => {
  const { library, call } = await openWindow();
  const [a = '', b = ''] = addFaces(library, 2);
  const { id } = await call('collection.create', { kind: 'faceset', name: 'Two', members: [a, b] });
  await call('faces.delete', { ids: [a] });
  expect(await call('collection.show', { kind: 'faceset', id })).toMatchObject({ memberCount: 1, covers: [b] });
  const { faces, total } = await call('faceset.faces', { id, offset: 0, limit: 10 });
  expect([faces.map((face) => face.id), total]).toEqual([[b], 1]);
  await call('history.undo', {});
  expect(await call('collection.show', { kind: 'faceset', id })).toMatchObject({ memberCount: 2, covers: [a, b] });
});

test('an album shows no photos that are in the bin, and has them again when they come out', async () => {
  const { library, call } = await openWindow();
  const [a, b] = [addPhoto(library).id, addPhoto(library).id];
  const { id } = await call('collection.create', { kind: 'album', name: 'Summer', members: [a, b] });
  await call('photos.delete', { ids: [a] });
  expect(await call('collection.show', { kind: 'album', id })).toMatchObject({ memberCount: 1, covers: [b] });
  await call('photos.restore', { ids: [a] });
  expect(await call('collection.show', { kind: 'album', id })).toMatchObject({ memberCount: 2, covers: [a, b] });
});

test('sets are renamed, annotated, filled, emptied and deleted, and all of it is undone', async () => {
  const { library, call } = await openWindow();
  const [a = '', b = ''] = addFaces(library, 2);
  const { id } = await call('collection.create', { kind: 'faceset', name: 'Some', members: [a] });
  const of = { kind: 'faceset', id } as const;
  const before = await call('collection.show', of);
  await call('collection.rename', { ...of, name: 'Others' });
  await call('collection.set-user-data', { ...of, userData: 'mine' });
  expect(await call('collection.add', { ...of, members: [a, b] })).toEqual({ added: 1 });
  expect(await call('collection.take', { ...of, members: [a] })).toEqual({ taken: 1 });
  expect(await call('collection.show', of)).toMatchObject({ name: 'Others', userData: 'mine', covers: [b] });
  await call('collection.delete', of);
  expect(await call('collections.list', { kind: 'faceset' })).toEqual({ collections: [] });
  for (let changes = 5; changes > 0; changes--) await call('history.undo', {});
  expect(await call('collection.show', of)).toEqual(before);
});
