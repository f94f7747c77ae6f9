import { afterEach, beforeEach, expect, test } from 'vitest';
import { MADE_UP_PACK, MadeUpLibrary } from '../made-up-library.ts';
import { Gallery } from './gallery.ts';

let home: MadeUpLibrary;
let gallery: Gallery;
beforeEach(() => {
  home = new MadeUpLibrary();
  gallery = new Gallery(home.library, MADE_UP_PACK.embeddingModel, MADE_UP_PACK.embeddingSize);
});
afterEach(() => home.close());

test('a gallery that has followed knows what a freshly loaded one does', async () => {
  const { personId, faceIds } = home.know('Anna', { person: 1 }, { person: 1 });
  await gallery.load();
  const [left = ''] = faceIds;
  const [unknown = ''] = home.add({ person: 2 });
  home.library.transaction(() => home.library.persons.release([left]));
  gallery.follow();
  const fresh = new Gallery(home.library, MADE_UP_PACK.embeddingModel, MADE_UP_PACK.embeddingSize);
  await fresh.load();
  for (const faceId of [...faceIds, unknown]) {
    expect(gallery.face(faceId)).toEqual(fresh.face(faceId));
    expect(gallery.embedding(faceId)).toEqual(fresh.embedding(faceId));
  }
  expect(gallery.members(personId)).toEqual(new Set(faceIds.slice(1)));
  expect(gallery.members(personId)).toEqual(fresh.members(personId));
  expect(gallery.index.size).toBe(3);
});

test('a hidden face leaves, and is back when it is shown again', async () => {
  const [face = ''] = home.add({ person: 1 });
  await gallery.load();
  home.library.transaction(() => home.library.faces.setHidden([face], true));
  gallery.follow();
  expect(gallery.face(face)).toBeUndefined();
  home.library.transaction(() => home.library.faces.setHidden([face], false));
  gallery.follow();
  expect(gallery.face(face)).toMatchObject({ faceId: face, personId: null });
});

test('whoever keeps sums sees each face leave as it was before it enters as it is', async () => {
  const [face = ''] = home.add({ person: 1 });
  const told: string[] = [];
  gallery.listen({
    enter: ({ personId }) => told.push(`enter ${personId === null ? 'unknown' : 'known'}`),
    leave: ({ personId }) => told.push(`leave ${personId === null ? 'unknown' : 'known'}`),
  });
  await gallery.load();
  home.library.transaction(() => {
    const personId = home.library.persons.create('0'.repeat(32), 'Anna');
    home.library.persons.assign([{ faceId: face, personId, how: 'confirmed', confidence: null }]);
  });
  gallery.follow();
  expect(told).toEqual(['enter unknown', 'leave unknown', 'enter known']);
});

test('embeddings of another model or of another length are not in it', async () => {
  home.add({ person: 1, model: 'another' }, { person: 1 });
  await gallery.load();
  expect(gallery.index.size).toBe(1);
  const shorter = new Gallery(home.library, MADE_UP_PACK.embeddingModel, 8);
  await shorter.load();
  expect(shorter.index.size).toBe(0);
});
