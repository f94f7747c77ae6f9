import { expect, test } from 'vitest';
import { LOCAL_ACCOUNT } from './accounts.ts';
import type { Library } from './library.ts';
import { addFace, addFaces, addPerson, newFolder, open } from './library-fixture.ts';

/** Whether `work` is news to whoever remembers a face set or a group. */
function isNews(library: Library, kind: 'ofFaceset' | 'ofGroup', id: string, work: () => unknown): boolean {
  const before = library.memberNews[kind](id);
  library.transaction(work);
  return library.memberNews[kind](id) !== before;
}

test('a face set has news when a face joins or leaves, by whatever way', () => {
  const library = open();
  const [a = '', b = '', c = ''] = addFaces(library, 3);
  const [set, other] = library.transaction(() => [
    library.facesets.create(LOCAL_ACCOUNT, 'one'),
    library.facesets.create(LOCAL_ACCOUNT, 'two'),
  ]) as [string, string];
  const ofSet = (work: () => unknown) => isNews(library, 'ofFaceset', set, work);
  expect(library.memberNews.ofFaceset(set)).toBe(0);
  expect(ofSet(() => library.facesets.add(set, [a, b, c]))).toBe(true);
  expect(ofSet(() => library.facesets.add(set, [a]))).toBe(false);
  expect(ofSet(() => library.facesets.add(other, [a]))).toBe(false);
  expect(ofSet(() => library.facesets.rename(set, 'new name'))).toBe(false);
  expect(ofSet(() => library.facesets.take(set, [a]))).toBe(true);
  expect(ofSet(() => library.faces.setDeleted([b], true))).toBe(true);
  expect(ofSet(() => library.faces.erase([c]))).toBe(true);
  expect(library.facesets.members(set)).toEqual([]);
});

test('a group has news when a person joins, leaves, gets another name, gains or loses a face', () => {
  const library = open();
  const [a = '', b = ''] = addFaces(library, 2);
  const anna = addPerson(library, 'Anna', [a]);
  const bea = addPerson(library, 'Bea');
  const stranger = addPerson(library, 'Stranger', [b]);
  const group = library.transaction(() => library.groups.create(LOCAL_ACCOUNT, 'group'));
  const ofGroup = (work: () => unknown) => isNews(library, 'ofGroup', group, work);
  const into = (personId: string, faceId: string) =>
    library.persons.assign([{ faceId, personId, how: 'confirmed', confidence: null }]);
  expect(ofGroup(() => library.groups.add(group, [anna, bea]))).toBe(true);
  expect(ofGroup(() => library.persons.rename(anna, 'Anna B.'))).toBe(true);
  expect(ofGroup(() => library.persons.rename(stranger, 'Still a stranger'))).toBe(false);
  expect(ofGroup(() => into(bea, a))).toBe(true);
  expect(ofGroup(() => into(stranger, a))).toBe(true);
  expect(ofGroup(() => library.persons.release([b]))).toBe(false);
  expect(ofGroup(() => into(anna, b))).toBe(true);
  expect(ofGroup(() => library.persons.release([b]))).toBe(true);
  expect(ofGroup(() => library.persons.remove([bea]))).toBe(true);
  expect(ofGroup(() => library.groups.take(group, [anna]))).toBe(true);
});

test('an undo is news as well, and numbers only grow over a restart', async () => {
  const folder = newFolder();
  const library = open(folder);
  const faceId = addFace(library);
  const set = library.transaction(() => library.facesets.create(LOCAL_ACCOUNT, 'set'));
  library.change({ name: 'add', label: 'Add', args: {} }, () => library.facesets.add(set, [faceId]));
  const added = library.memberNews.ofFaceset(set);
  library.undo();
  const undone = library.memberNews.ofFaceset(set);
  expect(undone).toBeGreaterThan(added);
  await library.close();
  const again = open(folder);
  again.redo();
  expect(again.memberNews.ofFaceset(set)).toBeGreaterThan(undone);
});
