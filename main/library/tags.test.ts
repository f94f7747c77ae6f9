import { expect, test } from 'vitest';
import { LOCAL_ACCOUNT } from './accounts.ts';
import { addPhoto, open } from './library-fixture.ts';

test('words on photos: upper and lower case are one, the first spelling stays', () => {
  const library = open();
  const [a, b] = [addPhoto(library).id, addPhoto(library).id];
  library.transaction(() => {
    library.tags.add(LOCAL_ACCOUNT, [a, b], ['Beach', 'sun']);
    library.tags.add(LOCAL_ACCOUNT, [a], ['beach']);
  });
  expect(library.tags.all(LOCAL_ACCOUNT)).toMatchObject([
    { name: 'Beach', photos: 2 },
    { name: 'sun', photos: 2 },
  ]);
  library.transaction(() => library.tags.take(LOCAL_ACCOUNT, [b], ['BEACH']));
  expect(library.tags.ofImages([b])).toEqual([{ imageId: b, name: 'sun' }]);
});
