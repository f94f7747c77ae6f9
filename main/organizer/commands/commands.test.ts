import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Deed } from '../../../preload/contract/labels.ts';
import { LOCAL_ACCOUNT } from '../../library/accounts.ts';
import { type Library, openLibrary } from '../../library/library.ts';
import { execute } from './command.ts';
import { confirmFaces } from './confirm-faces.ts';
import { mergeClusterIntoPerson, mergeClusters, mergePersons } from './merge.ts';
import { nameCluster } from './name-cluster.ts';
import { deletePersons, hidePersons, renamePerson, setFeatureFace, setNotes } from './person-details.ts';
import { rejectFaces } from './reject-faces.ts';
import { deleteFaces, hideClusters, hideFaces } from './set-aside.ts';
import { splitFaces } from './split-faces.ts';

let directory: string;
let library: Library;

/** Two unknown groups of three faces, and Anna with two; every face on a photo of its own. */
let unknown: { clusterId: string; faces: string[] }[];
let anna: { personId: string; faces: string[] };

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'kindred-commands-'));
  library = openLibrary(directory, { role: 'owner', appVersion: 'test' });
  unknown = [0, 1].map((group) => {
    const faces = [0, 1, 2].map((n) => addFace(`${group}${n}`));
    return library.transaction(() => {
      const clusterId = library.clusters.create(LOCAL_ACCOUNT);
      library.clusters.assign(faces.map((faceId) => ({ faceId, clusterId, how: 'automatic' })));
      return { clusterId, faces };
    });
  });
  const faces = ['a0', 'a1'].map(addFace);
  anna = library.transaction(() => {
    const personId = library.persons.create(LOCAL_ACCOUNT, 'Anna');
    library.persons.assign(faces.map((faceId) => ({ faceId, personId, how: 'confirmed', confidence: null })));
    return { personId, faces };
  });
});
afterEach(async () => {
  await library.close();
  rmSync(directory, { recursive: true });
});

function addFace(name: string): string {
  return library.transaction(() => {
    const imageId = library.images.insert({
      ...{ accountId: LOCAL_ACCOUNT, origin: 'library', sha256: name.padStart(64, '0'), format: 'jpeg', bytes: 1000 },
      ...{ width: 640, height: 480, exifOrientation: null, rotate: null, takenAt: null, utcOffset: null, camera: null },
      ...{ lens: null, latitude: null, longitude: null, rating: null, fileAt: 0, expiresAt: null },
    });
    const [id] = library.faces.insert(imageId, 'model', [
      {
        ...{ rect: { left: 10, top: 10, right: 90, bottom: 90 }, score: 0.9, eyeDist: 30, attributes: null },
        quality: { overall: 0.8, size: 80, sharpness: 0.9, yaw: 0, pitch: 0, roll: 0 },
        ...{ landmarks21: [], landmarks106: [], crop: new Uint8Array(1), origin: 'detected', regionName: null },
        embedding: new Float32Array(4),
      },
    ]);
    if (!id) throw new Error('one face in, one id out');
    return id;
  });
}

/** Everything a command may touch, as a user could see it. */
const everything = () => ({
  persons: library.persons.all(LOCAL_ACCOUNT),
  members: library.persons.all(LOCAL_ACCOUNT).map(({ id }) => library.persons.faces(id)),
  clusters: unknown.map(({ clusterId }) => [library.clusters.byId(clusterId), library.clusters.faces(clusterId)]),
  faces: library.faces.byIds([...unknown.flatMap(({ faces }) => faces), ...anna.faces]),
  rejections: library.rejections.all(LOCAL_ACCOUNT),
});

const first = () => {
  const [group] = unknown;
  if (!group) throw new Error('made in beforeEach');
  return group;
};
const second = () => {
  const [, group] = unknown;
  if (!group) throw new Error('made in beforeEach');
  return group;
};

describe('every command can be taken back and made again', () => {
  test.each<[string, () => unknown]>([
    ['confirm faces', () => execute(library, confirmFaces, { personId: anna.personId, faceIds: first().faces })],
    ['reject a face', () => execute(library, rejectFaces, { personId: anna.personId, faceIds: anna.faces.slice(1) })],
    ['name a group', () => execute(library, nameCluster, { clusterId: first().clusterId, name: 'Bea' })],
    [
      'name a group after somebody',
      () => execute(library, nameCluster, { clusterId: first().clusterId, name: 'anna', ifNameTaken: 'merge' }),
    ],
    ['put a group into a person', () => execute(library, mergeClusterIntoPerson, { ...first(), ...anna })],
    ['merge groups', () => execute(library, mergeClusters, { into: first().clusterId, from: [second().clusterId] })],
    ['split faces off a group', () => execute(library, splitFaces, { from: first(), faceIds: first().faces.slice(1) })],
    ['split a face off a person', () => execute(library, splitFaces, { from: anna, faceIds: anna.faces.slice(1) })],
    ['rename', () => execute(library, renamePerson, { personId: anna.personId, name: 'Anna Maria' })],
    ['write notes', () => execute(library, setNotes, { personId: anna.personId, notes: 'our aunt' })],
    ['choose a picture', () => execute(library, setFeatureFace, { ...anna, faceId: anna.faces[1] ?? null })],
    ['hide a person', () => execute(library, hidePersons, { personIds: [anna.personId], hidden: true })],
    [
      'hide a person and a group',
      () =>
        execute(library, hidePersons, { personIds: [anna.personId], clusterIds: [first().clusterId], hidden: true }),
    ],
    ['delete a person', () => execute(library, deletePersons, { personIds: [anna.personId] })],
    ['hide a group', () => execute(library, hideClusters, { clusterIds: [first().clusterId], hidden: true })],
    ['hide faces', () => execute(library, hideFaces, { faceIds: first().faces, hidden: true })],
    ['delete faces', () => execute(library, deleteFaces, { faceIds: anna.faces })],
  ])('%s', (_name, run) => {
    const before = everything();
    run();
    const after = everything();
    expect(after).not.toEqual(before);
    expect(Deed.parse(library.changes()[0]?.label).does).toBe(library.changes()[0]?.name);
    expect(library.undo()?.skipped).toEqual([]);
    expect(everything()).toEqual(before);
    expect(library.redo()?.skipped).toEqual([]);
    expect(everything()).toEqual(after);
  });
});

test('a merged person leaves their faces, groups and rejections to the other', () => {
  const { personId: bea } = execute(library, nameCluster, { clusterId: first().clusterId, name: 'Bea' });
  const groupId = library.transaction(() => library.groups.create(LOCAL_ACCOUNT, 'Family'));
  library.transaction(() => library.groups.add(groupId, [bea]));
  const stranger = second().faces[0] ?? '';
  execute(library, rejectFaces, { personId: bea, faceIds: [stranger] });
  const before = everything();

  execute(library, mergePersons, { into: anna.personId, from: [bea] });
  expect(library.persons.faces(anna.personId).toSorted()).toEqual([...anna.faces, ...first().faces].toSorted());
  expect(library.groups.members(groupId)).toEqual([anna.personId]);
  expect(library.rejections.all(LOCAL_ACCOUNT)).toContainEqual({ faceId: stranger, notId: anna.personId });

  library.undo();
  expect(everything()).toEqual(before);
  expect(library.groups.members(groupId)).toEqual([bea]);
});

test('a name that is taken is refused until it is said what is meant', () => {
  const named = { clusterId: first().clusterId, name: ' ANNA ' };
  expect(() => execute(library, nameCluster, named)).toThrow(expect.objectContaining({ code: 'name-taken' }));
  const { personId } = execute(library, nameCluster, { ...named, ifNameTaken: 'another' });
  expect(personId).not.toBe(anna.personId);
});

test('a face that was confirmed after a rejection is no longer rejected', () => {
  const faceIds = anna.faces.slice(1);
  execute(library, rejectFaces, { personId: anna.personId, faceIds });
  expect(library.persons.faces(anna.personId)).toEqual(anna.faces.slice(0, 1));
  execute(library, confirmFaces, { personId: anna.personId, faceIds });
  expect(library.rejections.all(LOCAL_ACCOUNT)).toEqual([]);
});

test.each<[string, () => unknown, string]>([
  ['an empty name', () => execute(library, renamePerson, { personId: anna.personId, name: ' \n ' }), 'empty-name'],
  ['a person who is gone', () => execute(library, setNotes, { personId: 'f'.repeat(32), notes: '' }), 'not-found'],
  [
    'a merge with oneself',
    () => execute(library, mergePersons, { into: anna.personId, from: [anna.personId] }),
    'invalid',
  ],
  [
    "somebody else's face as picture",
    () => execute(library, setFeatureFace, { ...anna, faceId: first().faces[0] ?? '' }),
    'invalid',
  ],
  ['splitting off a stranger', () => execute(library, splitFaces, { from: anna, faceIds: first().faces }), 'invalid'],
  ['a face that is gone', () => execute(library, deleteFaces, { faceIds: ['f'.repeat(32)] }), 'not-found'],
])('%s is refused and changes nothing', (_name, run, code) => {
  const before = everything();
  expect(run).toThrow(expect.objectContaining({ code }));
  expect(everything()).toEqual(before);
  expect(library.changes()).toEqual([]);
});
