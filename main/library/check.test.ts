import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { checkLibraryFile } from './check.ts';
import { addCluster, addFace, addPerson, addPhoto, face, newFolder, open } from './library-fixture.ts';

/** Changes the file behind the library's back, without any of its rules. */
function tamper(folder: string, sql: string): void {
  const db = new Database(join(folder, 'library.sqlite'));
  db.pragma('foreign_keys = OFF');
  db.exec(sql);
  db.close();
}

test('a library in order has no findings', () => {
  const library = open();
  addPerson(library, 'Anna', [addFace(library)]);
  addCluster(library, [addFace(library)]);
  expect(library.check()).toEqual([]);
});

test.each([
  ['reference', "UPDATE person SET account_id = 'nobody'"],
  ['two-faces-one-photo', "UPDATE person_face SET how = 'automatic' WHERE rowid_ = 1"],
  [
    'person-and-cluster',
    "INSERT INTO cluster_face SELECT face_id, (SELECT id FROM cluster), image_id, quality, 'confirmed', 0 FROM person_face LIMIT 1",
  ],
  ['rejected-member', 'INSERT INTO rejection SELECT face_id, person_id, 0 FROM person_face LIMIT 1'],
  ['rejected-member', 'INSERT INTO cluster_rejection SELECT face_id, cluster_id, 0 FROM cluster_face'],
  ['unseen-member', 'UPDATE face SET hidden_at = 1 WHERE id IN (SELECT face_id FROM cluster_face)'],
  ['copied-columns', 'UPDATE cluster_face SET quality = 0.123'],
  ['foreign-account', "INSERT INTO account VALUES ('b', 'Other', 0); UPDATE person SET account_id = 'b'"],
])('%s is found: %s', (rule, sql) => {
  const folder = newFolder();
  const library = open(folder);
  const { faces } = addPhoto(library, [face(), face()]);
  addPerson(library, 'Anna', faces);
  addCluster(library, [addFace(library)]);
  const first = 'face_id = (SELECT min(face_id) FROM person_face)';
  tamper(folder, sql.replace('rowid_ = 1', first));
  expect(library.check().map((finding) => finding.rule)).toContain(rule);
});

test('the file alone is looked at as well, while the library is open', () => {
  const folder = newFolder();
  const library = open(folder);
  addCluster(library, [addFace(library)]);
  const file = join(folder, 'library.sqlite');
  expect(checkLibraryFile(file)).toEqual([]);
  tamper(folder, 'UPDATE cluster_face SET quality = 0.123');
  expect(checkLibraryFile(file).map((finding) => finding.rule)).toEqual(['copied-columns']);
  expect(library.check()).toHaveLength(1);
});

test('a file that is not there is told, not made', () => {
  expect(() => checkLibraryFile(join(newFolder(), 'none.sqlite'))).toThrow(/cannot be opened/);
});
