import { expect, test, vi } from 'vitest';
import { LOCAL_ACCOUNT } from './accounts.ts';
import { addPerson, addPhoto, face, open } from './library-fixture.ts';
import { KINDS, type Kind, kindsWritten } from './news.ts';

test.each<[string, Kind[]]>([
  ['UPDATE image SET rating = ? WHERE id = ?', ['photos']],
  ['\n    INSERT INTO person_face (face_id) VALUES (?)', ['people']],
  ['DELETE FROM album WHERE id = ?', ['collections']],
  ['DELETE FROM person WHERE id = ?', ['photos', 'people', 'collections']],
  ['UPDATE task SET state = ? WHERE id = ?', []],
])('%s is news of %j', (sql, kinds) => {
  expect(kindsWritten(sql)).toEqual(kinds);
});

test('a revision changes with what it is of, by whomever, and with nothing else', () => {
  const library = open();
  const { faces } = addPhoto(library, [face()]);
  const photos = library.revision(['photos']);
  const people = library.revision(['people']);
  addPerson(library, 'Anna', faces);
  expect(library.revision(['photos'])).toBe(photos);
  expect(library.revision(['people'])).not.toBe(people);
  const guest = open(library.directory, { role: 'guest' });
  guest.transaction(() => guest.tags.add(LOCAL_ACCOUNT, [], ['beach']));
  expect(library.revision(['photos'])).not.toBe(photos);
});

test('who watches hears what kind of thing has changed; of others, that it may be anything', async () => {
  const library = open();
  const heard: Kind[][] = [];
  library.watch((kinds) => heard.push([...kinds]), 5);
  addPerson(library, 'Anna');
  await vi.waitFor(() => expect(heard).toEqual([['people']]));
  library.transaction(() => library.settings.set('a', 1));
  await vi.waitFor(() => expect(heard[1]).toEqual(['settings']));
  const guest = open(library.directory, { role: 'guest' });
  guest.transaction(() => guest.settings.set('a', 2));
  await vi.waitFor(() => expect(heard[2]).toEqual([...KINDS]));
});
