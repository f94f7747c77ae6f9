import { expect, test } from 'vitest';
import { addCluster, addFace, addPerson, addPhoto, face, MODEL, open } from './library-fixture.ts';

test('a face comes back as it went in', () => {
  const library = open();
  const made = face({ origin: 'metadata', regionName: 'Anna', attributesAsked: true });
  const id = addFace(library, made);
  const { rect, score, eyeDist, quality, attributes } = made;
  expect(library.faces.byId(id)).toMatchObject({
    ...{ rect, score, eyeDist, quality, attributes },
    ...{ origin: 'metadata', regionName: 'Anna', attributesAsked: true, landmarks106Asked: false },
    ...{ person: null, clusterId: null, hiddenAt: null, deletedAt: null },
  });
  const { landmarks21, landmarks106 } = made;
  expect(library.faces.landmarks([id])).toEqual([{ faceId: id, landmarks21, landmarks106 }]);
  expect(library.faces.crops([id]).map(({ jpeg }) => Uint8Array.from(jpeg))).toEqual([made.crop]);
  expect(library.embeddings.ofFaces(MODEL, [id]).get(id)).toEqual(made.embedding);
});

test('a face that only metadata has seen has a place and a name, and nothing to embed', () => {
  const library = open();
  const id = addFace(
    library,
    face({ origin: 'metadata', landmarks21: [], landmarks106: [], crop: new Uint8Array(), embedding: null }),
  );
  expect(library.faces.crops([id])).toEqual([]);
  expect(library.faces.landmarks([id])).toEqual([]);
  expect(library.embeddings.missing(MODEL, null, 10)).toEqual([]);
});

test('a hidden face is not put anywhere', () => {
  const library = open();
  const id = addFace(library);
  library.transaction(() => library.faces.setHidden([id], true));
  expect(library.persons.faces(addPerson(library, 'Anna', [id]))).toEqual([]);
  expect(library.clusters.faces(addCluster(library, [id]))).toEqual([]);
});

test('a face need have neither attributes nor embedding', () => {
  const library = open();
  const id = addFace(library, face({ attributes: null, embedding: null }));
  expect(library.faces.byId(id)?.attributes).toBeNull();
  expect(library.embeddings.missing(MODEL, null, 10)).toEqual([id]);
});

test('faces of photos come in the order they were found, later ones behind', () => {
  const library = open();
  const { id, faces } = addPhoto(library, [face(), face()]);
  const drawn = library.transaction(() => library.faces.insert(id, MODEL, [face({ origin: 'drawn' })]));
  const elsewhere = addPhoto(library, [face()]);
  expect(library.faces.ofImages([id]).map((one) => one.id)).toEqual([...faces, ...drawn]);
  expect(library.faces.ofImages([id, elsewhere.id])).toHaveLength(4);
});

test('hidden and deleted faces belong to nobody; deleted ones are in no list', () => {
  const library = open();
  const { id, faces } = addPhoto(library, [face(), face()]);
  const [hidden, deleted] = faces;
  if (hidden === undefined || deleted === undefined) throw new Error('expected two');
  const anna = addPerson(library, 'Anna', [hidden]);
  const cluster = addCluster(library, [deleted]);
  library.transaction(() => {
    library.faces.setHidden([hidden], true);
    library.faces.setDeleted([deleted], true);
  });
  expect(library.persons.faces(anna)).toEqual([]);
  expect(library.clusters.faces(cluster)).toEqual([]);
  expect(library.faces.ofImages([id])).toMatchObject([{ id: hidden }]);
  expect(library.check()).toEqual([]);
});

test('an erased face leaves nothing', () => {
  const library = open();
  const id = addFace(library);
  library.transaction(() => library.faces.erase([id]));
  expect(library.faces.byId(id)).toBeUndefined();
  expect(library.faces.crops([id])).toEqual([]);
  expect(library.embeddings.counts()).toEqual([]);
});
