import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LOCAL_ACCOUNT } from './accounts.ts';
import type { Library } from './library.ts';
import { addCluster, addFace, addFaces, addPerson, addPhoto, face, newFolder, open } from './library-fixture.ts';
import { libraryFile } from './prepare.ts';
import { UNDOABLE } from './recorder.ts';
import type { Id } from './store.ts';

const command = (name: string) => ({ name, label: `Do ${name}`, args: { name } });
const names = (library: Library): string[] => library.persons.all(LOCAL_ACCOUNT).map(({ name }) => name);

test('a change can be undone and redone, with its name and label', () => {
  const library = open();
  const anna = addPerson(library, 'Anna');
  library.change({ name: 'rename', label: 'Rename Anna to Ann', args: { anna } }, () =>
    library.persons.rename(anna, 'Ann'),
  );
  expect(library.changes()).toMatchObject([{ name: 'rename', args: { anna }, undone: false }]);
  expect(library.undo()).toMatchObject({ change: { label: 'Rename Anna to Ann', undone: true }, skipped: [] });
  expect(names(library)).toEqual(['Anna']);
  expect(library.redo()).toMatchObject({ change: { label: 'Rename Anna to Ann', undone: false }, skipped: [] });
  expect(names(library)).toEqual(['Ann']);
});

test('with nothing to undo or redo there is nothing to say', () => {
  const library = open();
  addPerson(library, 'Anna');
  expect(library.undo()).toBeNull();
  expect(library.redo()).toBeNull();
});

test('a change that fails leaves nothing behind, not even an entry', () => {
  const library = open();
  const fail = () => {
    library.persons.create(LOCAL_ACCOUNT, 'Anna');
    throw new Error('half way');
  };
  expect(() => library.change(command('create'), fail)).toThrow('half way');
  expect(names(library)).toEqual([]);
  expect(library.changes()).toEqual([]);
  // Nor is the recorder left running.
  addPerson(library, 'Bea');
  expect(library.changes()).toEqual([]);
  expect(library.undo()).toBeNull();
});

test('a change that fails within a transaction that goes on is not recorded, and neither is what follows', () => {
  const library = open();
  library.transaction(() => {
    const fail = () => {
      addPerson(library, 'Anna');
      throw new Error('half way');
    };
    expect(() => library.change(command('create'), fail)).toThrow('half way');
    addPerson(library, 'Bea');
  });
  expect(library.changes()).toEqual([]);
  expect(names(library)).toEqual(['Bea']);
});

test('a change that changes nothing is no step back, and keeps what can be redone', () => {
  const library = open();
  const anna = addPerson(library, 'Anna');
  library.change(command('rename'), () => library.persons.rename(anna, 'Ann'));
  library.undo();
  library.change(command('rename'), () => library.persons.rename(anna, 'Anna'));
  expect(library.redo()).not.toBeNull();
  expect(names(library)).toEqual(['Ann']);
});

test('a new change closes the way to what was undone before', () => {
  const library = open();
  const anna = addPerson(library, 'Anna');
  library.change(command('rename'), () => library.persons.rename(anna, 'Ann'));
  library.undo();
  library.change(command('notes'), () => library.persons.setNotes(anna, 'my aunt'));
  expect(library.redo()).toBeNull();
  expect(library.changes()).toMatchObject([{ name: 'notes' }]);
});

test('a command within a command is part of it', () => {
  const library = open();
  library.change(command('outer'), () => {
    addPerson(library, 'Anna');
    library.change(command('inner'), () => addPerson(library, 'Bea'));
  });
  expect(library.changes()).toHaveLength(1);
  library.undo();
  expect(names(library)).toEqual([]);
});

test('upper and lower case are different names to undo', () => {
  const library = open();
  const { id } = addPhoto(library);
  library.transaction(() => library.tags.add(LOCAL_ACCOUNT, [id], ['beach']));
  const anna = addPerson(library, 'anna');
  library.change(command('rename'), () => library.persons.rename(anna, 'Anna'));
  library.undo();
  expect(names(library)).toEqual(['anna']);
});

describe('the work of the machine between change and undo', () => {
  test('is kept: faces that came in later stay where they are', () => {
    const library = open();
    const [first, second] = addFaces(library, 2) as [Id, Id];
    const anna = addPerson(library, 'Anna', [first]);
    library.change(command('rename'), () => library.persons.rename(anna, 'Ann'));
    library.transaction(() =>
      library.persons.assign([{ faceId: second, personId: anna, how: 'automatic', confidence: 0.8 }]),
    );
    expect(library.undo()?.skipped).toEqual([]);
    expect(names(library)).toEqual(['Anna']);
    expect(library.persons.faces(anna)).toEqual([first, second]);
  });

  test('comes back with what it hung on: undo takes a person and its later faces away, redo brings back both', () => {
    const library = open();
    const [first, second] = addFaces(library, 2) as [Id, Id];
    const anna = library.change(command('name'), () => addPerson(library, 'Anna', [first]));
    library.transaction(() =>
      library.persons.assign([{ faceId: second, personId: anna, how: 'automatic', confidence: 0.8 }]),
    );
    library.undo();
    expect(names(library)).toEqual([]);
    library.redo();
    expect(library.persons.faces(anna)).toEqual([first, second]);
  });

  test('is not overwritten: a cell that holds something else by now is skipped and reported', () => {
    const library = open();
    const anna = addPerson(library, 'Anna');
    library.change(command('both'), () => {
      library.persons.rename(anna, 'Ann');
      library.persons.setNotes(anna, 'my aunt');
    });
    library.transaction(() => library.persons.rename(anna, 'Anne'));
    expect(library.undo()?.skipped).toEqual([{ table: 'person', key: [anna] }]);
    expect(library.persons.byId(anna)).toMatchObject({ name: 'Anne', notes: '' });
    // What undo did not touch, redo leaves alone.
    expect(library.redo()?.skipped).toEqual([]);
    expect(library.persons.byId(anna)).toMatchObject({ name: 'Anne', notes: 'my aunt' });
  });

  test('may have taken the ground away: a row whose photo is gone does not come back', () => {
    const library = open();
    const { id: image, faces } = addPhoto(library, [face()]);
    const other = addFace(library);
    const anna = addPerson(library, 'Anna', [...faces, other]);
    library.change(command('remove'), () => library.persons.remove([anna]));
    library.transaction(() => library.images.erase([image]));
    expect(library.undo()?.skipped).toEqual([{ table: 'person_face', key: faces }]);
    expect(library.persons.faces(anna)).toEqual([other]);
    expect(library.check()).toEqual([]);
  });

  test('may have taken the place: a face that is in another cluster by now stays there', () => {
    const library = open();
    const [one, two] = addFaces(library, 2) as [Id, Id];
    const cluster = addCluster(library, [one, two]);
    library.change(command('remove'), () => library.clusters.remove([cluster]));
    const later = addCluster(library, [two]);
    expect(library.undo()?.skipped).toEqual([{ table: 'cluster_face', key: [two] }]);
    expect(library.clusters.faces(cluster)).toEqual([one]);
    expect(library.clusters.faces(later)).toEqual([two]);
  });
});

test('a drawn face goes with its crop, landmarks and embedding, and comes back with them', () => {
  const library = open();
  const { id } = addPhoto(library);
  const [drawn] = library.change(command('draw'), () => library.faces.insert(id, 'm', [face({ origin: 'drawn' })]));
  if (drawn === undefined) throw new Error('One face in, one id out.');
  const seen = () => ({
    face: library.faces.byIds([drawn]),
    crop: library.faces.crops([drawn]),
    landmarks: library.faces.landmarks([drawn]),
    embedding: library.embeddings.ofFaces('m', [drawn]),
  });
  const before = seen();
  library.undo();
  expect(seen()).toEqual({ face: [], crop: [], landmarks: [], embedding: new Map() });
  library.redo();
  expect(seen()).toEqual(before);
});

test('a command on something that is gone by now fails in a sentence and changes nothing', () => {
  const library = open();
  const [kept, gone] = addFaces(library, 2) as [Id, Id];
  library.transaction(() => library.faces.erase([gone]));
  const collect = () => library.facesets.add(library.facesets.create(LOCAL_ACCOUNT, 'Set'), [kept, gone]);
  expect(() => library.change(command('collect'), collect)).toThrow(expect.objectContaining({ code: 'not-found' }));
  expect(library.facesets.all(LOCAL_ACCOUNT)).toEqual([]);
});

test('each account has its own way back', () => {
  const folder = newFolder();
  open(folder);
  const db = new Database(libraryFile(folder));
  db.prepare("INSERT INTO account (id, name, created_at) VALUES ('a', 'Other', 0)").run();
  db.close();
  const library = open(folder, { role: 'guest' });
  library.change({ ...command('create'), accountId: 'a' }, () => library.persons.create('a', 'Theirs'));
  library.change(command('create'), () => library.persons.create(LOCAL_ACCOUNT, 'Mine'));
  expect(library.undo('a')?.change.name).toBe('create');
  expect(names(library)).toEqual(['Mine']);
  expect(library.persons.all('a')).toEqual([]);
});

test('the way back is long but not endless', () => {
  const library = open();
  const anna = addPerson(library, 'Anna');
  for (let i = 0; i < 510; i++) library.change(command('rename'), () => library.persons.rename(anna, `Anna ${i}`));
  expect(library.changes(LOCAL_ACCOUNT, 1000)).toHaveLength(500);
  expect(library.changes()[0]?.args).toEqual({ name: 'rename' });
});

/** Something a person does, chosen by numbers: `pick(list, n)` is any of what is there. */
type Step = { readonly kind: keyof typeof commands; readonly a: number; readonly b: number; readonly text: string };

const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(1, from.length)];
const personIds = (library: Library): Id[] => library.persons.all(LOCAL_ACCOUNT).map(({ id }) => id);
const clusterIds = (library: Library): Id[] =>
  library.clusters.bySize(LOCAL_ACCOUNT, { minFaces: 1, limit: 100, offset: 0 }).map(({ id }) => id);

interface World {
  readonly library: Library;
  readonly images: readonly Id[];
  readonly faces: readonly Id[];
}

const commands = {
  name({ library }: World, { a, text }: Step) {
    const cluster = pick(clusterIds(library), a);
    if (!cluster) return;
    const faceIds = library.clusters.faces(cluster);
    const person = library.persons.create(LOCAL_ACCOUNT, text);
    library.persons.assign(faceIds.map((faceId) => ({ faceId, personId: person, how: 'confirmed', confidence: null })));
    library.rejections.carryClustersToPerson([cluster], person);
    library.clusters.remove([cluster]);
  },
  rename({ library }: World, { a, text }: Step) {
    const person = pick(personIds(library), a);
    if (person) library.persons.rename(person, text);
  },
  merge({ library }: World, { a, b }: Step) {
    const [into, from] = [pick(personIds(library), a), pick(personIds(library), b)];
    if (!into || !from || into === from) return;
    const moved = library.persons.faces(from);
    library.persons.assign(moved.map((faceId) => ({ faceId, personId: into, how: 'confirmed', confidence: null })));
    library.rejections.carryPersons([from], into);
    library.persons.remove([from]);
  },
  confirm({ library, faces }: World, { a, b }: Step) {
    const [person, faceId] = [pick(personIds(library), a), pick(faces, b)];
    if (!person || !faceId) return;
    library.persons.assign([{ faceId, personId: person, how: 'confirmed', confidence: 0.7 }]);
    library.persons.setFeatureFace(person, faceId);
  },
  reject({ library, faces }: World, { a, b }: Step) {
    const [person, faceId] = [pick(personIds(library), a), pick(faces, b)];
    if (!person || !faceId) return;
    library.rejections.notPerson(person, [faceId]);
    library.persons.release([faceId]);
  },
  split({ library }: World, { a }: Step) {
    const cluster = pick(clusterIds(library), a);
    const [first] = cluster ? library.clusters.faces(cluster) : [];
    if (!cluster || !first) return;
    library.rejections.notCluster(cluster, [first]);
    const own = library.clusters.create(LOCAL_ACCOUNT);
    library.clusters.assign([{ faceId: first, clusterId: own, how: 'confirmed' }]);
    library.clusters.removeEmpty(LOCAL_ACCOUNT);
  },
  hide({ library, faces }: World, { a, b }: Step) {
    const faceId = pick(faces, a);
    if (faceId) library.faces.setHidden([faceId], b % 2 === 0);
  },
  deletePhoto({ library, images }: World, { a, b }: Step) {
    const image = pick(images, a);
    if (image) library.images.setDeleted([image], b % 2 === 0);
  },
  editPhoto({ library, images }: World, { a, b, text }: Step) {
    const image = pick(images, a);
    if (!image) return;
    library.images.setRating([image], b % 6);
    library.images.setUserData(image, text);
    library.tags.add(LOCAL_ACCOUNT, [image], [text, text.toUpperCase()]);
  },
  collect({ library, images, faces }: World, { a, b, text }: Step) {
    const album = library.albums.create(LOCAL_ACCOUNT, text);
    library.albums.add(album, images.slice(a % 3));
    library.albums.take(album, images.slice(0, b % 3));
    library.facesets.add(
      library.facesets.create(LOCAL_ACCOUNT, text, 'data'),
      faces.filter((id) => library.faces.byId(id)).slice(b % 5),
    );
    library.groups.add(library.groups.create(LOCAL_ACCOUNT, text), personIds(library));
  },
  removeCollections({ library }: World, { a }: Step) {
    for (const collection of [library.albums, library.facesets, library.groups]) {
      const one = pick(collection.all(LOCAL_ACCOUNT), a);
      if (one) collection.remove([one.id]);
    }
  },
  removePerson({ library }: World, { a }: Step) {
    const person = pick(personIds(library), a);
    if (person) library.persons.remove([person]);
  },
  draw({ library, images }: World, { a, b }: Step) {
    const image = pick(images, a);
    if (image) library.faces.insert(image, `model-${b % 2}`, [face({ origin: 'drawn', attributes: null })]);
  },
  eraseFace({ library, faces }: World, { a }: Step) {
    const faceId = pick(faces, a);
    if (faceId) library.faces.erase([faceId]);
  },
};

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...(Object.keys(commands) as (keyof typeof commands)[])),
  a: fc.nat(20),
  b: fc.nat(20),
  text: fc.constantFrom('Anna', 'anna', 'Bea', 'Ünal', '名', "O'Hara"),
});

/** Every row of every table that a command may change. */
function everything(folder: string): Record<string, unknown[]> {
  const db = new Database(libraryFile(folder), { readonly: true });
  const tables = UNDOABLE.map((table) => {
    const rows = db.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`).all();
    return [table, rows.map((row) => JSON.stringify(row)).sort()] as const;
  });
  db.close();
  return Object.fromEntries(tables);
}

function world(folder: string): World {
  const library = open(folder);
  const photos = Array.from({ length: 5 }, () => addPhoto(library, [face(), face()]));
  const faces = photos.flatMap((one) => one.faces);
  addCluster(
    library,
    faces.filter((_, i) => i % 2 === 0),
  );
  addCluster(
    library,
    faces.filter((_, i) => i % 4 === 1),
  );
  addPerson(library, 'Zoe', faces.slice(3, 4));
  return { library, images: photos.map(({ id }) => id), faces };
}

test('any commands, all undone, leave everything as it was; all redone, as they left it; restarts or not', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), fc.boolean(), async (steps, restart) => {
      const folder = newFolder();
      const { library: first, ...things } = world(folder);
      let library = first;
      const again = async () => {
        if (!restart) return;
        await library.close();
        library = open(folder);
      };
      const states = [everything(folder)];
      for (const one of steps) {
        try {
          library.change(command(one.kind), () => commands[one.kind]({ library, ...things }, one));
        } catch (error: unknown) {
          expect(error).toMatchObject({ code: 'not-found' }); // The face was erased by a step before.
          expect(everything(folder)).toEqual(states.at(-1));
        }
        if (library.changes().length === states.length) states.push(everything(folder));
      }
      await again();
      for (const state of states.slice(0, -1).reverse()) {
        expect(library.undo()?.skipped).toEqual([]);
        expect(everything(folder)).toEqual(state);
      }
      expect(library.undo()).toBeNull();
      await again();
      for (const state of states.slice(1)) {
        expect(library.redo()?.skipped).toEqual([]);
        expect(everything(folder)).toEqual(state);
      }
      expect(library.redo()).toBeNull();
      await library.close();
    }),
    { numRuns: 20 },
  );
}, 60_000);
