import { expect, test } from 'vitest';
import { LOCAL_ACCOUNT } from './accounts.ts';
import type { Collections } from './collections.ts';
import type { Library } from './library.ts';
import { addFaces, addPerson, addPhoto, open } from './library-fixture.ts';
import type { Id } from './store.ts';

const photos = (library: Library): Id[] => [1, 2, 3].map(() => addPhoto(library).id);
const people = (library: Library): Id[] => ['A', 'B', 'C'].map((name) => addPerson(library, name));
const faces = (library: Library): Id[] => addFaces(library, 3);

const kinds: [string, (library: Library) => Collections, (library: Library) => Id[]][] = [
  ['an album of photos', (library) => library.albums, photos],
  ['a group of persons', (library) => library.groups, people],
  ['a set of faces', (library) => library.facesets, faces],
];

test.each(kinds)('%s keeps its members in the order of adding, each once', (_, of, make) => {
  const library = open();
  const collection = of(library);
  const [a, b, c] = make(library) as [Id, Id, Id];
  const id = library.transaction(() => {
    const made = collection.create(LOCAL_ACCOUNT, 'One', 'user data');
    expect(collection.add(made, [c, a])).toBe(2);
    expect(collection.add(made, [a, b, b])).toBe(1);
    return made;
  });
  expect(collection.members(id)).toEqual([c, a, b]);
  expect(collection.byId(id)).toMatchObject({ name: 'One', userData: 'user data', members: 3 });
  library.transaction(() => collection.take(id, [c]));
  library.transaction(() => collection.add(id, [c]));
  expect(collection.members(id)).toEqual([a, b, c]);
  expect(collection.holding(a)).toEqual([id]);
});

test.each(kinds)('%s goes without what is in it', (_, of, make) => {
  const library = open();
  const collection = of(library);
  const [a] = make(library) as [Id];
  const id = library.transaction(() => {
    const made = collection.create(LOCAL_ACCOUNT, 'One');
    collection.add(made, [a]);
    collection.rename(made, 'Two');
    collection.setUserData(made, 'x');
    return made;
  });
  expect(collection.all(LOCAL_ACCOUNT)).toMatchObject([{ id, name: 'Two', userData: 'x', members: 1 }]);
  library.transaction(() => collection.remove([id]));
  expect(collection.all(LOCAL_ACCOUNT)).toEqual([]);
  expect(collection.holding(a)).toEqual([]);
  expect(library.counts()).toMatchObject({ photos: expect.any(Number) });
});
