import { expect, test } from 'vitest';
import { LOCAL_ACCOUNT } from './accounts.ts';
import { addCluster, addFace, addFaces, addPerson, addPhoto, face, open, photo } from './library-fixture.ts';
import type { Id } from './store.ts';

const quality = (overall: number) => ({ overall, size: 100, sharpness: 1, yaw: 0, pitch: 0, roll: 0 });

test('people are listed by name with faces, photos and the best face as cover', () => {
  const library = open();
  const { faces } = addPhoto(library, [face({ quality: quality(0.2) }), face({ quality: quality(0.9) })]);
  const elsewhere = addFace(library, face({ quality: quality(0.5) }));
  addPerson(library, 'bea');
  const anna = addPerson(library, 'Anna', [...faces, elsewhere]);
  expect(library.persons.all(LOCAL_ACCOUNT)).toMatchObject([
    { name: 'Anna', faces: 3, photos: 2, coverFace: faces[1] },
    { name: 'bea', faces: 0, photos: 0, coverFace: null },
  ]);
  library.transaction(() => library.persons.setFeatureFace(anna, elsewhere));
  expect(library.persons.all(LOCAL_ACCOUNT)[0]).toMatchObject({ coverFace: elsewhere });
});

test('a face added to a second person leaves the first', () => {
  const library = open();
  const faceId = addFace(library);
  const anna = addPerson(library, 'Anna', [faceId]);
  const bea = addPerson(library, 'Bea', [faceId]);
  expect(library.persons.faces(anna)).toEqual([]);
  expect(library.persons.faces(bea)).toEqual([faceId]);
});

test('faces stay in the order of adding, also when one is added again or leaves and returns', () => {
  const library = open();
  const [a, b, c] = addFaces(library, 3) as [Id, Id, Id];
  const anna = addPerson(library, 'Anna', [c, a, b]);
  const confirm = (faceId: Id) =>
    library.transaction(() => library.persons.assign([{ faceId, personId: anna, how: 'confirmed', confidence: 1 }]));
  confirm(a);
  expect(library.persons.faces(anna)).toEqual([c, a, b]);
  library.transaction(() => library.persons.release([c]));
  confirm(c);
  expect(library.persons.faces(anna)).toEqual([a, b, c]);
});

test('a face with a person is in no cluster, and the other way round', () => {
  const library = open();
  const faceId = addFace(library);
  const cluster = addCluster(library, [faceId]);
  const anna = addPerson(library, 'Anna', [faceId]);
  expect(library.clusters.faces(cluster)).toEqual([]);
  addCluster(library, [faceId]);
  expect(library.persons.faces(anna)).toEqual([]);
  expect(library.check()).toEqual([]);
});

test('two faces of one photo are never put into one person by the machine', () => {
  const library = open();
  const { faces } = addPhoto(library, [face(), face()]);
  const anna = addPerson(library, 'Anna');
  const assign = (how: 'confirmed' | 'automatic') => () =>
    library.transaction(() =>
      library.persons.assign(faces.map((faceId) => ({ faceId, personId: anna, how, confidence: 0.9 }))),
    );
  expect(assign('automatic')).toThrow(/UNIQUE/);
  expect(library.persons.faces(anna)).toEqual([]);
  // A user may: photos of photos, mirrors, collages.
  expect(assign('confirmed')).not.toThrow();
});

test("a user's word displaces the machine's guess on the same photo", () => {
  const library = open();
  const { faces } = addPhoto(library, [face(), face()]);
  const [guessed, right] = faces as [Id, Id];
  const anna = addPerson(library, 'Anna');
  const assign = (faceId: Id, how: 'confirmed' | 'automatic') =>
    library.transaction(() => library.persons.assign([{ faceId, personId: anna, how, confidence: 0.9 }]));
  assign(guessed, 'automatic');
  assign(right, 'confirmed');
  expect(library.persons.faces(anna)).toEqual([right]);
  expect(library.check()).toEqual([]);
});

test('the photos of a person come newest first, page by page, each once', () => {
  const library = open();
  const made = ['2020-01-01T00:00:00', '2022-01-01T00:00:00', '2021-01-01T00:00:00'].map((takenAt) =>
    addPhoto(library, [face(), face()], photo({ takenAt })),
  );
  const anna = addPerson(
    library,
    'Anna',
    made.flatMap(({ faces }) => faces),
  );
  const first = library.persons.photos(anna, null, 2);
  expect(first.map(({ id }) => id)).toEqual([made[1]?.id, made[2]?.id]);
  expect(library.persons.photos(anna, first.at(-1) ?? null, 2).map(({ id }) => id)).toEqual([made[0]?.id]);
});

test('a face tells its person, how it came there, and how sure that was', () => {
  const library = open();
  const faceId = addFace(library);
  const anna = addPerson(library, 'Anna');
  library.transaction(() => library.persons.assign([{ faceId, personId: anna, how: 'automatic', confidence: 0.75 }]));
  expect(library.faces.byId(faceId)?.person).toEqual({ id: anna, name: 'Anna', how: 'automatic', confidence: 0.75 });
});

test('a removed person leaves the faces behind, without an owner', () => {
  const library = open();
  const faceId = addFace(library);
  const anna = addPerson(library, 'Anna', [faceId]);
  library.transaction(() => library.persons.remove([anna]));
  expect(library.faces.byId(faceId)).toMatchObject({ id: faceId, person: null });
});

test('names need not be unique and are found in any case of letters', () => {
  const library = open();
  const first = addPerson(library, 'Anna');
  const second = addPerson(library, 'ANNA');
  expect(
    library.persons
      .byName(LOCAL_ACCOUNT, 'anna')
      .map(({ id }) => id)
      .sort(),
  ).toEqual([first, second].sort());
});
