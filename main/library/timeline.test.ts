import { expect, test } from 'vitest';
import { LOCAL_ACCOUNT } from './accounts.ts';
import { addPerson, addPhoto, face, open, photo } from './library-fixture.ts';
import type { PhotoFilter, PhotoOrder } from './timeline.ts';

/** A library with photos on which each filter has something to find, by what makes them special. */
function varied() {
  const library = open();
  const at = (day: string, more: Parameters<typeof photo>[0] = {}) =>
    photo({ takenAt: `${day}T12:00:00`, camera: 'Old', latitude: null, longitude: null, ...more });
  const plain = addPhoto(library, [], at('2020-01-01'));
  const anna = addPhoto(library, [face()], at('2020-01-02', { camera: 'New' }));
  const both = addPhoto(library, [face(), face()], at('2021-06-01', { rating: 4 }));
  const unnamed = addPhoto(library, [face()], at('2021-06-01', { latitude: 1, longitude: 2 }));
  const missing = addPhoto(library, [], at('2022-03-03', { rating: 2, width: 300, height: 400 }));
  const deleted = addPhoto(library, [], at('2022-04-04'));
  const persons = {
    anna: addPerson(library, 'Anna', [...anna.faces, ...both.faces.slice(0, 1)]),
    bea: addPerson(library, 'Bea', both.faces.slice(1)),
  };
  const ids = {
    ...{ plain: plain.id, anna: anna.id, both: both.id, unnamed: unnamed.id, missing: missing.id, deleted: deleted.id },
  };
  const { album, tag } = library.transaction(() => {
    const made = library.albums.create(LOCAL_ACCOUNT, 'Summer');
    library.albums.add(made, [plain.id, both.id, deleted.id]);
    library.tags.add(LOCAL_ACCOUNT, [anna.id, deleted.id], ['beach']);
    for (const [name, imageId] of Object.entries(ids)) {
      library.photoFiles.put({ path: `/photos/${name}.jpg`, imageId, bytes: 1, mtime: 0 });
    }
    library.photoFiles.put({ path: '/photos/copy.jpg', imageId: plain.id, bytes: 1, mtime: 0 });
    library.photoFiles.markMissing(['/photos/missing.jpg', '/photos/copy.jpg']);
    library.images.setDeleted([deleted.id], true);
    return { album: made, tag: library.tags.all(LOCAL_ACCOUNT)[0]?.id ?? '' };
  });
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  const find = (filter: PhotoFilter, order: PhotoOrder = 'newest') => {
    const shape = library.timeline.shape(LOCAL_ACCOUNT, filter, order);
    expect(shape.aspects).toHaveLength(shape.rows.length);
    return library.timeline.ids(shape.rows).map((id) => names.get(id));
  };
  return { library, find, ids, persons, album, tag };
}

test('the shape says how many photos each day has and what form each has', () => {
  const { library } = varied();
  const { days, aspects } = library.timeline.shape(LOCAL_ACCOUNT, {}, 'newest');
  expect(days).toEqual([
    { day: '2022-03-03', count: 1 },
    { day: '2021-06-01', count: 2 },
    { day: '2020-01-02', count: 1 },
    { day: '2020-01-01', count: 1 },
  ]);
  expect(aspects).toEqual([75, 133, 133, 133, 133]);
});

test('photos of a list of faces come once each, in the order of the list', () => {
  const library = open();
  const taken = (day: string) => photo({ takenAt: `2020-01-0${day}T12:00:00` });
  const faceOf = (overall: number) =>
    face({ quality: { overall, size: 100, sharpness: 0.8, yaw: 0, pitch: 0, roll: 0 } });
  const a = addPhoto(library, [faceOf(0.5), faceOf(0.7)], taken('1'));
  const b = addPhoto(library, [faceOf(0.9)], taken('2'));
  const c = addPhoto(library, [faceOf(0.6)], taken('3'));
  const other = addPhoto(library, [face()], taken('4'));
  const faceset = library.transaction(() => {
    const made = library.facesets.create(LOCAL_ACCOUNT, 'Choir');
    library.facesets.add(made, [...c.faces, ...a.faces, ...b.faces]);
    return made;
  });
  const anna = addPerson(library, 'Anna', [...c.faces, ...a.faces, ...b.faces]);
  addPerson(library, 'Bea', other.faces);
  const find = (faceList: PhotoFilter['faceList']) =>
    library.timeline.ids(library.timeline.shape(LOCAL_ACCOUNT, { faceList }, 'newest').rows);
  expect(find({ of: 'faceset', id: faceset })).toEqual([c.id, a.id, b.id]);
  // The best face first, as the person's page shows them.
  expect(find({ of: 'person', id: anna })).toEqual([b.id, a.id, c.id]);
  const [worse, better] = a.faces;
  expect(library.persons.facesPage(anna, { offset: 0, limit: 9 })).toEqual([...b.faces, better, ...c.faces, worse]);
  // However the faces have been found; one of a photo that is gone leads nowhere.
  const found = { of: 'faces', ids: [...c.faces, ...b.faces, ...a.faces, ...c.faces] } as const;
  expect(find(found)).toEqual([c.id, b.id, a.id]);
  library.transaction(() => library.images.setDeleted([b.id], true));
  expect(find(found)).toEqual([c.id, a.id]);
});

test('the oldest first is the newest first, backwards', () => {
  const { find } = varied();
  expect(find({}, 'oldest')).toEqual(find({}).reverse());
});

test('photos of one moment always stand in the same order', () => {
  const { library, find } = varied();
  expect(find({ from: '2021-06-01', to: '2021-06-01' })).toEqual(find({}).slice(1, 3));
  expect(library.timeline.rowOf('f'.repeat(32))).toBeUndefined();
});

test('a filter leaves the photos of which it is true', () => {
  const { find, persons, album, tag } = varied();
  const cases: [PhotoFilter, string[]][] = [
    [{ persons: [persons.anna] }, ['anna', 'both']],
    [{ persons: [persons.anna, persons.bea] }, ['both']],
    [{ faces: 'with' }, ['anna', 'both', 'unnamed']],
    [{ faces: 'without' }, ['missing', 'plain']],
    [{ faces: 'unnamed' }, ['unnamed']],
    [{ from: '2021-06-01', to: '2021-06-01' }, ['both', 'unnamed']],
    [{ from: '2021' }, ['both', 'missing', 'unnamed']],
    [{ to: '2020-01' }, ['anna', 'plain']],
    [{ camera: 'New' }, ['anna']],
    [{ place: true }, ['unnamed']],
    [{ place: false, faces: 'with' }, ['anna', 'both']],
    [{ rating: 2 }, ['both', 'missing']],
    [{ rating: 3 }, ['both']],
    [{ album }, ['both', 'plain']],
    [{ tag }, ['anna']],
    [{ missing: true }, ['missing']],
    [{ deleted: true }, ['deleted']],
    [{ camera: 'nobody had it' }, []],
  ];
  for (const [filter, expected] of cases) expect(find(filter).sort(), JSON.stringify(filter)).toEqual(expected);
});

test('a photo of the timeline says what its tile shows', () => {
  const { library, ids } = varied();
  const rows = [ids.both, ids.missing, ids.plain].map((id) => library.timeline.rowOf(id) ?? Number.NaN);
  const [both, missing, plain] = library.timeline.photos(Float64Array.from(rows));
  expect(both).toMatchObject({ id: ids.both, faces: 2, rating: 4, path: '/photos/both.jpg', missing: 0 });
  expect(missing).toMatchObject({ id: ids.missing, width: 300, path: '/photos/missing.jpg', missing: 1 });
  // One file of two that is there is enough.
  expect(plain).toMatchObject({ id: ids.plain, path: '/photos/plain.jpg', missing: 0 });
});

test('cameras, years, tags and albums are counted without what is deleted', () => {
  const { library } = varied();
  expect(library.timeline.cameras(LOCAL_ACCOUNT)).toEqual([
    { camera: 'Old', photos: 4 },
    { camera: 'New', photos: 1 },
  ]);
  expect(library.timeline.years(LOCAL_ACCOUNT)).toEqual([
    { year: '2022', photos: 1 },
    { year: '2021', photos: 2 },
    { year: '2020', photos: 2 },
  ]);
  expect(library.tags.all(LOCAL_ACCOUNT)).toMatchObject([{ name: 'beach', photos: 1 }]);
  expect(library.albums.all(LOCAL_ACCOUNT)).toMatchObject([{ name: 'Summer', members: 2 }]);
});
