import { expect, test } from 'vitest';
import { LOCAL_ACCOUNT } from './accounts.ts';
import { addPerson, addPhoto, apiKey, open, photo } from './library-fixture.ts';

test('the local account is there from the start', () => {
  const { accounts } = open();
  expect(accounts.all()).toMatchObject([{ id: LOCAL_ACCOUNT, name: 'local', persons: 0, images: 0, keys: 0 }]);
});

test('accounts are listed in the order of creation, and found by id and by name in any case', () => {
  let time = 1000;
  const { accounts, transaction } = open(undefined, { now: () => time });
  time += 1;
  const zoo = transaction(() => accounts.create('Zoo'));
  time += 1;
  const archive = transaction(() => accounts.create('archive'));
  expect(accounts.all().map(({ name }) => name)).toEqual(['local', 'Zoo', 'archive']);
  expect(accounts.byName('zOO')).toEqual({ id: zoo, name: 'Zoo', createdAt: 1001 });
  expect(accounts.byId(archive)).toEqual({ id: archive, name: 'archive', createdAt: 1002 });
  expect(accounts.byName('nobody')).toBeUndefined();
  expect(accounts.byId('nobody')).toBeUndefined();
});

test('no two accounts have one name', () => {
  const { accounts, transaction } = open();
  expect(() => transaction(() => accounts.create('LOCAL'))).toThrow(/UNIQUE/);
  expect(accounts.all()).toHaveLength(1);
});

test('each account is told with what it owns', () => {
  let time = 1000;
  const library = open(undefined, { now: () => time });
  const { accounts, apiKeys, groups, facesets } = library;
  addPerson(library, 'Anna');
  addPhoto(library);
  const deleted = addPhoto(library);
  const robot = library.transaction(() => {
    const id = accounts.create('robot');
    library.images.setDeleted([deleted.id], true);
    library.persons.create(id, 'One');
    library.persons.create(id, 'Two');
    groups.create(id, 'Pair');
    facesets.create(id, 'A');
    facesets.create(id, 'B');
    facesets.create(id, 'C');
    apiKeys.insert(apiKey({ accountId: id }));
    apiKeys.revoke(apiKeys.insert(apiKey({ accountId: id })));
    return id;
  });
  addPhoto(library, [], photo({ accountId: robot, origin: 'upload', expiresAt: 2000 }));
  addPhoto(library, [], photo({ accountId: robot, origin: 'upload', expiresAt: 3000 }));
  const counts = () => accounts.all().map(({ id: _, createdAt: __, ...counted }) => counted);
  expect(counts()).toEqual([
    { name: 'local', persons: 1, groups: 0, facesets: 0, images: 1, keys: 0 },
    { name: 'robot', persons: 2, groups: 1, facesets: 3, images: 2, keys: 1 },
  ]);
  time = 2000;
  expect(counts()[1]).toMatchObject({ images: 1 });
});
