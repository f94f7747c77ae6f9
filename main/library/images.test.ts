import { expect, test } from 'vitest';
import { LOCAL_ACCOUNT } from './accounts.ts';
import type { Library } from './library.ts';
import { addPerson, addPhoto, face, open, photo } from './library-fixture.ts';

const at = (takenAt: string | null, fileAt: number | null = null) => photo({ takenAt, fileAt });

test('a photo keeps what is known of it', () => {
  const library = open();
  const made = photo({ rating: 4, userData: 'mine', rotate: 'cw90' });
  const { id } = addPhoto(library, [], made);
  expect(library.images.byId(id)).toMatchObject({ ...made, id, deletedAt: null, analyzedAt: null });
  expect(library.images.byHash(LOCAL_ACCOUNT, made.sha256)?.id).toBe(id);
});

test('the same bytes are one photo of an account', () => {
  const library = open();
  const made = photo();
  addPhoto(library, [], made);
  expect(() => addPhoto(library, [], made)).toThrow(/UNIQUE/);
  // The API may be sent the same bytes as often as it pleases.
  addPhoto(library, [], { ...made, origin: 'upload', expiresAt: 1 });
  addPhoto(library, [], { ...made, origin: 'upload', expiresAt: 2 });
});

/** All photos that are shown, newest first. */
const shown = (library: Library) => library.timeline.photos(library.timeline.shape(LOCAL_ACCOUNT, {}, 'newest').rows);

test('without a time of its own a photo stands where its file is in time, else where it came in', () => {
  const library = open(undefined, { now: () => Date.UTC(2026, 5, 1) });
  addPhoto(library, [], at(null, Date.UTC(2010, 6, 7, 8, 9, 10)));
  addPhoto(library, [], at(null));
  expect(shown(library).map(({ timelineAt }) => timelineAt)).toEqual(['2026-06-01T00:00:00', '2010-07-07T08:09:10']);
});

test('a deleted photo leaves timeline, counts and people with its faces, and comes back with them', () => {
  let time = 0;
  const library = open(undefined, { now: () => time++ });
  const { id, faces } = addPhoto(library, [face(), face()]);
  const [first, second] = faces;
  if (first === undefined || second === undefined) throw new Error('expected two');
  const anna = addPerson(library, 'Anna', [first]);
  library.transaction(() => library.faces.setDeleted([second], true));
  const facesShown = () => library.faces.ofImages([id]).map((one) => one.id);

  library.transaction(() => library.images.setDeleted([id], true));
  expect(shown(library)).toEqual([]);
  expect(library.counts()).toMatchObject({ photos: 0, faces: 0, namedFaces: 0 });
  expect(library.persons.faces(anna)).toEqual([]);
  expect(library.check()).toEqual([]);

  library.transaction(() => library.images.setDeleted([id], false));
  expect(facesShown()).toEqual([first]); // The other was deleted for itself, before.
});

test('photos that other models have looked at are found again', () => {
  const library = open();
  const [a, b, c] = [addPhoto(library).id, addPhoto(library).id, addPhoto(library).id];
  const analyzed = (id: string, by: string) =>
    library.images.setAnalyzed(id, by, { rotate: 'cw90', width: 480, height: 640 });
  library.transaction(() => {
    analyzed(a, 'old');
    analyzed(b, 'new');
  });
  expect(library.images.notAnalyzedBy(LOCAL_ACCOUNT, 'new', null, 10).map(({ id }) => id)).toEqual([a, c].sort());
  expect(library.images.byId(b)).toMatchObject({ analyzedBy: 'new', rotate: 'cw90', width: 480, height: 640 });
});
