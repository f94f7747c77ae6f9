import { expect, test } from 'vitest';
import { addCluster, addFace, addFaces, addPerson, face, MODEL, open } from './library-fixture.ts';
import type { Id } from './store.ts';

test('all faces are streamed in order of arrival, with whom they belong to; the library may be written meanwhile', () => {
  const library = open();
  const [a, b, c] = addFaces(library, 3) as [Id, Id, Id];
  const anna = addPerson(library, 'Anna', [b]);
  const cluster = addCluster(library, [c]);
  const seen = [];
  for (const one of library.embeddings.stream(MODEL)) {
    seen.push(one);
    library.transaction(() => library.settings.set('seen', seen.length));
  }
  expect(seen).toMatchObject([
    { faceId: a, personId: null, clusterId: null },
    { faceId: b, personId: anna, clusterId: null, how: 'confirmed' },
    { faceId: c, personId: null, clusterId: cluster },
  ]);
  expect(seen[0]?.vector).toEqual(Float32Array.of(0.6, 0.8, 0));
});

test('more faces than fit one read are all streamed, and each once', () => {
  const library = open();
  const vector = Float32Array.of(1);
  const made = library.transaction(() => {
    const ids = addFaces(library, 2100);
    library.embeddings.put(
      'another',
      ids.map((faceId) => ({ faceId, vector })),
    );
    return ids;
  });
  expect([...library.embeddings.stream('another')].map(({ faceId }) => faceId)).toEqual(made);
});

test('an index that follows the news ends where a new stream would begin', () => {
  const library = open();
  const index = new Map<Id, unknown>();
  let seq = library.embeddings.newest();
  const follow = () => {
    for (const news of library.embeddings.news(MODEL, seq, 100)) {
      if (news.face) index.set(news.faceId, news.face);
      else index.delete(news.faceId);
      seq = news.seq;
    }
    return [...index.keys()].sort();
  };
  const streamed = () => new Map([...library.embeddings.stream(MODEL)].map((one) => [one.faceId, one]));
  const [a, b, c, d] = addFaces(library, 4) as [Id, Id, Id, Id];
  expect(follow()).toEqual([a, b, c, d].sort());

  const anna = addPerson(library, 'Anna', [a]);
  addCluster(library, [b]);
  library.transaction(() => {
    library.faces.setHidden([c], true);
    library.faces.erase([d]);
    library.embeddings.put(MODEL, [{ faceId: b, vector: Float32Array.of(0, 1, 0) }]);
  });
  expect(follow()).toEqual([a, b].sort());
  expect(index).toEqual(streamed());

  library.change({ name: 'remove', label: 'Remove Anna', args: {} }, () => library.persons.remove([anna]));
  follow();
  expect(index).toEqual(streamed());
  library.undo();
  follow();
  expect(index).toEqual(streamed());
  expect(library.embeddings.news(MODEL, seq, 100)).toEqual([]);
});

test('news of one face are told once, however much has happened', () => {
  const library = open();
  const id = addFace(library);
  const before = library.embeddings.newest();
  for (const name of ['A', 'B', 'C']) addPerson(library, name, [id]);
  expect(library.embeddings.news(MODEL, before, 100)).toMatchObject([{ faceId: id, face: { how: 'confirmed' } }]);
});

test('a new model takes over while the old one still answers', () => {
  const library = open();
  const [a, b] = addFaces(library, 2) as [Id, Id];
  library.transaction(() => library.embeddings.put('next', [{ faceId: a, vector: Float32Array.of(1, 0) }]));
  expect(library.embeddings.missing('next', null, 10)).toEqual([b]);
  expect([...library.embeddings.stream(MODEL)]).toHaveLength(2);
  library.transaction(() => library.embeddings.removeModel(MODEL));
  expect(library.embeddings.counts()).toEqual([{ model: 'next', faces: 1 }]);
});

test('a face without an embedding of the model is no news to its index', () => {
  const library = open();
  const id = addFace(library, face({ embedding: null }));
  expect(library.embeddings.news(MODEL, 0, 10)).toEqual([{ seq: expect.any(Number), faceId: id, face: null }]);
});
