import { expect, test } from 'vitest';
import { LOCAL_ACCOUNT } from './accounts.ts';
import { addCluster, addFace, addFaces, addPhoto, face, open } from './library-fixture.ts';

const page = { minFaces: 1, limit: 10, offset: 0 };

test('clusters are listed by size with their best face, without hidden ones', () => {
  const library = open();
  const small = addCluster(library, addFaces(library, 2));
  const large = addCluster(library, addFaces(library, 4));
  const hidden = addCluster(library, addFaces(library, 9));
  library.transaction(() => library.clusters.setHidden([hidden], true));
  const best = addFace(library, face({ quality: { overall: 1, size: 9, sharpness: 1, yaw: 0, pitch: 0, roll: 0 } }));
  library.transaction(() => library.clusters.assign([{ faceId: best, clusterId: small, how: 'confirmed' }]));
  expect(library.clusters.bySize(LOCAL_ACCOUNT, page)).toMatchObject([
    { id: large, faces: 4 },
    { id: small, faces: 3, coverFace: best },
  ]);
  expect(library.clusters.bySize(LOCAL_ACCOUNT, { minFaces: 4, limit: 10, offset: 0 })).toHaveLength(1);
  expect(library.clusters.bySize(LOCAL_ACCOUNT, { minFaces: 1, limit: 1, offset: 1 })).toMatchObject([{ id: small }]);
});

test('two faces of one photo are never put into one cluster by the machine', () => {
  const library = open();
  const { faces } = addPhoto(library, [face(), face()]);
  expect(() => addCluster(library, faces)).toThrow(/UNIQUE/);
});

test('clusters that have lost their last face can be cleared away', () => {
  const library = open();
  const faces = addFaces(library, 2);
  const emptied = addCluster(library, faces);
  const kept = addCluster(library, faces);
  library.transaction(() => library.clusters.removeEmpty(LOCAL_ACCOUNT));
  expect(library.clusters.byIds([emptied, kept]).map(({ id }) => id)).toEqual([kept]);
});
