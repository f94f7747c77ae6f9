import { expect, test } from 'vitest';
import { LOCAL_ACCOUNT } from './accounts.ts';
import type { Library } from './library.ts';
import { addPerson, addPhoto, face, newFolder, open, photo } from './library-fixture.ts';

let now = 0;
const upload = (library: Library, faces: number) =>
  addPhoto(
    library,
    Array.from({ length: faces }, () => face({ expiresAt: 1000 })),
    photo({ origin: 'upload', expiresAt: 1000 }),
  );

test('what has expired goes, with its image, and nothing of the library does', () => {
  now = 0;
  const library = open(newFolder(), { now: () => now });
  const sent = upload(library, 2);
  const own = addPhoto(library, [face()]);
  now = 999;
  expect(library.purgeExpired(100)).toEqual({ faces: 0, images: 0 });
  now = 1000;
  expect(library.purgeExpired(100)).toEqual({ faces: 2, images: 1 });
  expect(library.images.byIds([sent.id, own.id]).map(({ id }) => id)).toEqual([own.id]);
  expect(library.faces.byIds([...sent.faces, ...own.faces]).map(({ id }) => id)).toEqual(own.faces);
  expect(library.check()).toEqual([]);
});

test('a face that a person or a face set holds stays, and its image with it', () => {
  now = 0;
  const library = open(newFolder(), { now: () => now });
  const { id, faces } = upload(library, 3);
  const [ofPerson = '', ofSet = '', loose = ''] = faces;
  const person = addPerson(library, 'Anna', [ofPerson]);
  const set = library.transaction(() => library.facesets.create(LOCAL_ACCOUNT, 'set'));
  library.transaction(() => library.facesets.add(set, [ofSet]));
  now = 1000;
  expect(library.purgeExpired(100)).toEqual({ faces: 1, images: 0 });
  expect(library.faces.byId(loose)).toBeUndefined();
  library.transaction(() => library.persons.remove([person]));
  expect(library.purgeExpired(100)).toEqual({ faces: 1, images: 0 });
  library.transaction(() => library.facesets.take(set, [ofSet]));
  expect(library.purgeExpired(100)).toEqual({ faces: 1, images: 1 });
  expect(library.images.byId(id)).toBeUndefined();
});

test('it goes in pieces', () => {
  now = 0;
  const library = open(newFolder(), { now: () => now });
  upload(library, 5);
  now = 1000;
  expect([library.purgeExpired(2), library.purgeExpired(2), library.purgeExpired(2)]).toEqual([
    { faces: 2, images: 0 },
    { faces: 2, images: 0 },
    { faces: 1, images: 1 },
  ]);
});

test('faces that were sent to the API are not counted among those of the photos', () => {
  now = 0;
  const library = open(newFolder(), { now: () => now });
  const [mine = ''] = addPhoto(library, [face(), face()]).faces;
  const [theirs = ''] = upload(library, 2).faces;
  addPerson(library, 'Anna', [mine, theirs]);
  expect(library.counts()).toMatchObject({ photos: 1, faces: 2, namedFaces: 1, looseFaces: 1 });
});
