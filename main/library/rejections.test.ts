import { expect, test } from 'vitest';
import { LOCAL_ACCOUNT } from './accounts.ts';
import { addCluster, addFace, addFaces, addPerson, open } from './library-fixture.ts';
import type { Id } from './store.ts';

test('a rejection is remembered across restarts, whatever the number of times it is said', async () => {
  const library = open();
  const faceId = addFace(library);
  const anna = addPerson(library, 'Anna');
  const reject = () => library.transaction(() => library.rejections.notPerson(anna, [faceId]));
  expect([reject(), reject()]).toEqual([1, 0]);
  await library.close();
  const again = open(library.directory);
  expect(again.rejections.ofFaces([faceId])).toEqual([{ faceId, notId: anna }]);
  expect(again.rejections.all(LOCAL_ACCOUNT)).toEqual([{ faceId, notId: anna }]);
});

test('a user who says "it is" after "it is not" is believed', () => {
  const library = open();
  const faceId = addFace(library);
  const anna = addPerson(library, 'Anna');
  library.transaction(() => library.rejections.notPerson(anna, [faceId]));
  library.transaction(() => library.persons.assign([{ faceId, personId: anna, how: 'confirmed', confidence: null }]));
  expect(library.rejections.ofFaces([faceId])).toEqual([]);
  expect(library.check()).toEqual([]);
});

test('when persons become one, what was not the one is not the other', () => {
  const library = open();
  const [stranger, member] = addFaces(library, 2) as [Id, Id];
  const anna = addPerson(library, 'Anna', [member]);
  const ann = addPerson(library, 'Ann');
  library.transaction(() => {
    library.rejections.notPerson(ann, [stranger, member]);
    library.rejections.carryPersons([ann], anna);
    library.persons.remove([ann]);
  });
  // The member was said not to be Ann; now that Ann is Anna, being in Anna counts more.
  expect(library.rejections.all(LOCAL_ACCOUNT)).toEqual([{ faceId: stranger, notId: anna }]);
  expect(library.check()).toEqual([]);
});

test('a face taken out of a cluster is not in the person or cluster that it becomes', () => {
  const library = open();
  const [out, member] = addFaces(library, 2) as [Id, Id];
  const cluster = addCluster(library, [out, member]);
  library.transaction(() => {
    library.clusters.release([out]);
    library.rejections.notCluster(cluster, [out]);
  });
  expect(library.rejections.ofFaces([out])).toEqual([{ faceId: out, notId: cluster }]);
  const merged = addCluster(library, [member]);
  library.transaction(() => library.rejections.carryClusters([cluster], merged));
  const anna = addPerson(library, 'Anna', [member]);
  library.transaction(() => {
    library.rejections.carryClustersToPerson([merged], anna);
    library.clusters.remove([cluster, merged]);
  });
  expect(library.rejections.ofFaces([out])).toEqual([{ faceId: out, notId: anna }]);
});
