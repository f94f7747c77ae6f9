import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Deed } from '../../../preload/contract/labels.ts';
import { LOCAL_ACCOUNT } from '../../library/accounts.ts';
import { fakeEngine } from '../import/fake-engine.ts';
import { MadeUpLibrary } from '../made-up-library.ts';
import {
  addToCollection,
  type CollectionKind,
  createCollection,
  deleteCollection,
  renameCollection,
  setCollectionUserData,
  takeFromCollection,
} from './collections.ts';
import { execute } from './command.ts';
import { drawFace } from './draw-face.ts';
import { nameFaces } from './name-cluster.ts';
import { setPersonUserData } from './person-details.ts';
import { deletePhotos, ratePhotos, restorePhotos, setPhotoUserData, tagPhotos, untagPhotos } from './photos.ts';
import { turnPhotos } from './turn-photos.ts';

let home: MadeUpLibrary;
let directory: string;
let imageId: string;
let faceIds: string[];
let personId: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'kindred-commands-'));
  home = new MadeUpLibrary();
  const { library } = home;
  ({ faceIds, personId } = home.know('Anna', { person: 1, photo: 'one' }, { person: 1, photo: 'two' }));
  imageId = library.faces.byId(faceIds[0] ?? '')?.imageId ?? '';
  const path = join(directory, 'one.jpg');
  await writeFile(path, 'faces:Anna');
  library.transaction(() => library.photoFiles.put({ path, imageId, bytes: 10, mtime: 0 }));
});
afterEach(async () => {
  await home.close();
  await rm(directory, { recursive: true });
});

/** Everything these commands may touch, as a user could see it. */
const everything = (): unknown => {
  const { library } = home;
  const collections = [library.groups, library.facesets, library.albums];
  const faces = library.faces.ofImages([imageId]);
  return {
    image: library.images.byId(imageId),
    faces,
    landmarks: library.faces.landmarks(faces.map(({ id }) => id)),
    tags: library.tags.ofImages([imageId]),
    persons: library.persons.all(LOCAL_ACCOUNT).map((person) => [person, library.persons.faces(person.id)]),
    collections: collections.map((kind) => kind.all(LOCAL_ACCOUNT).map((of) => [of, kind.members(of.id)])),
  };
};
const memberOf = (kind: CollectionKind): string =>
  ({ group: personId, faceset: faceIds[0] ?? '', album: imageId })[kind];

describe('every command can be taken back and made again', () => {
  const make = (kind: CollectionKind): { kind: CollectionKind; id: string } => {
    const of = { group: home.library.groups, faceset: home.library.facesets, album: home.library.albums }[kind];
    return { kind, id: home.library.transaction(() => of.create(LOCAL_ACCOUNT, 'Old name')) };
  };
  const filled = (kind: CollectionKind): { kind: CollectionKind; id: string; members: string[] } => {
    const made = make(kind);
    execute(home.library, addToCollection, { ...made, members: [memberOf(kind)] });
    return { ...made, members: [memberOf(kind)] };
  };
  const kinds = ['group', 'faceset', 'album'] as const;
  test.each<[string, () => () => unknown]>([
    ['turn a photo', () => () => execute(home.library, turnPhotos, { imageIds: [imageId], by: 'cw90' })],
    ['delete a photo', () => () => execute(home.library, deletePhotos, { imageIds: [imageId] })],
    [
      'restore a photo',
      () => {
        execute(home.library, deletePhotos, { imageIds: [imageId] });
        return () => execute(home.library, restorePhotos, { imageIds: [imageId] });
      },
    ],
    ['data of a photo', () => () => execute(home.library, setPhotoUserData, { imageId, userData: 'mine' })],
    ['data of a person', () => () => execute(home.library, setPersonUserData, { personId, userData: 'mine' })],
    ['name faces', () => () => execute(home.library, nameFaces, { faceIds: faceIds.slice(0, 1), name: 'Bea' })],
    ['rate a photo', () => () => execute(home.library, ratePhotos, { imageIds: [imageId], rating: 4 })],
    ['tag a photo', () => () => execute(home.library, tagPhotos, { imageIds: [imageId], tags: ['beach', 'sea'] })],
    [
      'untag a photo',
      () => {
        execute(home.library, tagPhotos, { imageIds: [imageId], tags: ['beach'] });
        return () => execute(home.library, untagPhotos, { imageIds: [imageId], tags: ['Beach'] });
      },
    ],
    [
      'draw a face',
      () => () =>
        drawFace(
          { library: home.library, engine: fakeEngine() },
          { imageId, place: { left: 0.5, top: 0.5, right: 0.7, bottom: 0.8 }, personId },
        ),
    ],
    ...kinds.flatMap((kind): [string, () => () => unknown][] => [
      [
        `make: ${kind}`,
        () => () => execute(home.library, createCollection, { kind, name: ' New ', members: [memberOf(kind)] }),
      ],
      [
        `rename: ${kind}`,
        () => {
          const of = make(kind);
          return () => execute(home.library, renameCollection, { ...of, name: 'New name' });
        },
      ],
      [
        `data of: ${kind}`,
        () => {
          const of = make(kind);
          return () => execute(home.library, setCollectionUserData, { ...of, userData: 'mine' });
        },
      ],
      [
        `add to: ${kind}`,
        () => {
          const of = make(kind);
          return () => execute(home.library, addToCollection, { ...of, members: [memberOf(kind)] });
        },
      ],
      [
        `take from: ${kind}`,
        () => {
          const of = filled(kind);
          return () => execute(home.library, takeFromCollection, of);
        },
      ],
      [
        `delete: ${kind}`,
        () => {
          const { members: _, ...of } = filled(kind);
          return () => execute(home.library, deleteCollection, of);
        },
      ],
    ]),
  ])('%s', async (_name, prepare) => {
    const run = prepare();
    const before = everything();
    await run();
    const after = everything();
    expect(after).not.toEqual(before);
    expect(Deed.parse(home.library.changes()[0]?.label).does).toBe(home.library.changes()[0]?.name);
    expect(home.library.undo()?.skipped).toEqual([]);
    expect(everything()).toEqual(before);
    expect(home.library.redo()?.skipped).toEqual([]);
    expect(everything()).toEqual(after);
  });
});

test('four quarter turns leave a photo and its faces as they were', () => {
  const before = everything();
  for (let turn = 0; turn < 4; turn++) execute(home.library, turnPhotos, { imageIds: [imageId], by: 'cw90' });
  expect(everything()).toEqual(before);
});

test('a drawn face is where it was drawn, is the person it was said to be, and can be recognized', async () => {
  const { library } = home;
  const place = { left: 0.7, top: 0.9, right: 0.5, bottom: 0.6 };
  const faceId = await drawFace({ library, engine: fakeEngine() }, { imageId, place, personId });
  const { width, height } = library.images.byId(imageId) ?? { width: 0, height: 0 };
  const face = library.faces.byId(faceId);
  expect(face).toMatchObject({ origin: 'drawn', person: { id: personId, how: 'confirmed' } });
  expect(face?.rect.left).toBeCloseTo(0.5 * width);
  expect(face?.rect.bottom).toBeCloseTo(0.9 * height);
  expect(library.embeddings.ofFaces('fake-1', [faceId]).size).toBe(1);
});

test.each<[string, () => unknown, string]>([
  ['a rating of six', () => execute(home.library, ratePhotos, { imageIds: [imageId], rating: 6 }), 'invalid'],
  ['a photo that is gone', () => execute(home.library, deletePhotos, { imageIds: ['f'.repeat(32)] }), 'not-found'],
  [
    'an album that is gone',
    () => execute(home.library, renameCollection, { kind: 'album', id: 'f'.repeat(32), name: 'x' }),
    'not-found',
  ],
  [
    'a stranger in a group',
    () => execute(home.library, createCollection, { kind: 'group', name: 'x', members: ['f'.repeat(32)] }),
    'not-found',
  ],
  [
    'a slip of the mouse',
    () =>
      drawFace(
        { library: home.library, engine: fakeEngine() },
        { imageId, place: { left: 0.5, top: 0.5, right: 0.501, bottom: 0.501 } },
      ),
    'small-box',
  ],
])('%s is refused and changes nothing', async (_name, run, code) => {
  const before = everything();
  await expect((async () => run())()).rejects.toMatchObject({ code });
  expect(everything()).toEqual(before);
  expect(home.library.changes()).toEqual([]);
});

describe('who was on a photo when it was deleted is on it again when it is put back', () => {
  const [put, bin] = [restorePhotos, deletePhotos].map(
    (command) => () => execute(home.library, command, { imageIds: [imageId] }),
  ) as [() => void, () => void];
  const isOn = () => home.library.faces.byId(faceIds[0] ?? '')?.person;

  test('whatever has been done since, and as sure as before', () => {
    bin();
    execute(home.library, setPersonUserData, { personId, userData: 'since' });
    expect(isOn()).toBeNull();
    put();
    expect(isOn()).toEqual({ id: personId, name: 'Anna', how: 'confirmed', confidence: null });
    expect(home.library.persons.faces(personId)).toHaveLength(2);
  });

  test('and in the face sets it was in, but for those that are gone', () => {
    const [kept, gone] = ['Choir', 'Guests'].map((name) => {
      const id = home.library.transaction(() => home.library.facesets.create(LOCAL_ACCOUNT, name));
      execute(home.library, addToCollection, { kind: 'faceset', id, members: faceIds });
      return id;
    }) as [string, string];
    bin();
    execute(home.library, deleteCollection, { kind: 'faceset', id: gone });
    expect(home.library.facesets.members(kept)).toEqual([faceIds[1]]);
    put();
    expect(home.library.facesets.members(kept).toSorted()).toEqual(faceIds.toSorted());
  });

  test('what had no name at the last deletion has none, though it had one before', () => {
    bin();
    put();
    home.library.transaction(() => home.library.persons.release(faceIds));
    bin();
    put();
    expect(isOn()).toBeNull();
  });

  test('somebody whose name was deleted meanwhile stays away', () => {
    bin();
    home.library.transaction(() => home.library.persons.remove([personId]));
    put();
    expect(isOn()).toBeNull();
  });
});
