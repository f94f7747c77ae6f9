import { expect, test } from 'vitest';
import { openWindow } from './window.fixture.ts';

const ID = 'f'.repeat(32);

test.each<[string, unknown]>([
  ['photos.timeline', { filter: { faces: 'some' } }],
  ['photos.timeline', { filter: { from: 'yesterday' } }],
  ['photos.timeline', { filter: { persons: ['Anna'] } }],
  ['photos.timeline', { order: 'random' }],
  ['photos.slice', { revision: 'x', offset: -1, limit: 10 }],
  ['photos.slice', { revision: 'x', offset: 0, limit: 501 }],
  ['photo.show', { id: '../secret' }],
  ['photo.show', {}],
  ['photos.delete', { ids: [] }],
  ['photos.rate', { ids: [ID], rating: 6 }],
  ['photos.turn', { ids: [ID], by: 'left' }],
  ['photos.tag', { ids: [ID], tags: [] }],
  ['faces.draw', { photoId: ID, box: { left: 0, top: 0 } }],
  ['faces.name', { ids: [ID], name: 'A', ifNameTaken: 'maybe' }],
  ['faces.split', { ids: [ID], from: {} }],
  ['person.rename', { id: ID, name: 'A'.repeat(201) }],
  ['people.merge', { into: ID, from: [] }],
  ['unnamed.page', { offset: 0, limit: 0 }],
  ['who.compare', { faceId: ID, with: { groupId: ID } }],
  ['collections.list', { kind: 'people' }],
  ['imports.start', { paths: [] }],
  ['imports.files', { id: ID, state: 'pending', after: null, limit: 10 }],
  ['settings.set', { window: { appearance: 'pink' } }],
  ['settings.set', { recognition: { automaticFrom: 2 } }],
  ['api.turn', { on: true, port: 70_000 }],
  ['keys.create', { name: ' ' }],
  ['keys.create', { name: 'a', rate: { calls: 0, seconds: 1 } }],
  ['history.list', { limit: 1000 }],
  ['history.undo', null],
])('%s refuses %j', async (name, args) => {
  const { callUnchecked } = await openWindow();
  await expect(callUnchecked(name, args)).rejects.toMatchObject({ code: 'invalid-arguments' });
});

test.each<[string, unknown]>([
  ['photo.show', { id: ID }],
  ['photos.delete', { ids: [ID] }],
  ['photos.restore', { ids: [ID] }],
  ['photos.rate', { ids: [ID], rating: 1 }],
  ['photo.set-user-data', { id: ID, userData: '' }],
  ['faces.hide', { ids: [ID], hidden: true }],
  ['faces.confirm', { ids: [ID], personId: ID }],
  ['faces.name', { ids: [ID], name: 'Anna' }],
  ['person.show', { id: ID }],
  ['person.faces', { id: ID, offset: 0, limit: 1 }],
  ['person.suggestions', { id: ID, limit: 1 }],
  ['person.similar', { id: ID, limit: 1 }],
  ['person.set-user-data', { id: ID, userData: '' }],
  ['people.merge', { into: ID, from: [ID.replace('f', 'e')] }],
  ['unnamed.show', { id: ID }],
  ['unnamed.faces', { id: ID, offset: 0, limit: 1 }],
  ['unnamed.name', { id: ID, name: 'Anna' }],
  ['who.suggest', { faceId: ID, limit: 1 }],
  ['who.identify', { faceId: ID, groupId: null, limit: 1 }],
  ['who.find', { faceId: ID, facesetId: ID, limit: 1 }],
  ['who.compare', { faceId: ID, with: { personId: ID } }],
  ['collection.show', { kind: 'album', id: ID }],
  ['group.people', { id: ID, offset: 0, limit: 1 }],
  ['faceset.faces', { id: ID, offset: 0, limit: 1 }],
  ['collection.set-user-data', { kind: 'group', id: ID, userData: '' }],
  ['imports.pause', { id: ID }],
  ['imports.retry', { id: ID }],
  ['imports.files', { id: ID, state: 'failed', after: null, limit: 1 }],
  ['keys.revoke', { id: ID }],
])('%s says that there is no %j', async (name, args) => {
  const { callUnchecked } = await openWindow();
  await expect(callUnchecked(name, args)).rejects.toMatchObject({ code: 'not-found' });
});

test.each(['no.such', 'constructor', '__proto__', ''])('there is no procedure %j', async (name) => {
  const { callUnchecked } = await openWindow();
  await expect(callUnchecked(name, {})).rejects.toMatchObject({ code: 'no-such-procedure' });
});
