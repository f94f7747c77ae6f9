import { array, assert, asyncProperty, constantFrom, double, integer, property, record, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { ExactFaceIndex } from './face-index.ts';
import { dot } from './vector-table.ts';

const unit = (...values: number[]): Float32Array => {
  const length = Math.hypot(...values) || 1;
  return Float32Array.from(values, (value) => value / length);
};
const filled = (faces: Record<string, Float32Array>): ExactFaceIndex => {
  const index = new ExactFaceIndex(3);
  for (const [faceId, embedding] of Object.entries(faces)) index.set(faceId, embedding);
  return index;
};
const compass = { east: unit(1, 0, 0), northEast: unit(1, 1, 0), north: unit(0, 1, 0), up: unit(0, 0, 1) };

test('the most similar faces come first, as many as asked for', async () => {
  const found = await filled(compass).search(unit(1, 0.1, 0), { limit: 2 });
  expect(found.map((match) => match.faceId)).toEqual(['east', 'northEast']);
  expect(found[0]?.cosine).toBeCloseTo(0.995, 3);
});

test('what is less alike than wanted is not found', async () => {
  expect(await filled(compass).search(compass.east, { limit: 9, atLeast: 0.5 })).toHaveLength(2);
  expect(await filled(compass).search(compass.east, { limit: 0 })).toEqual([]);
});

test('a search can be limited to some faces', async () => {
  const found = await filled(compass).search(compass.east, { limit: 1, among: (faceId) => faceId === 'north' });
  expect(found).toMatchObject([{ faceId: 'north', cosine: 0 }]);
});

test('a removed face is not found, and its place serves another', async () => {
  const index = filled(compass);
  index.remove('east');
  index.remove('east');
  expect(index.size).toBe(3);
  index.set('west', unit(-1, 0, 0));
  const found = await index.search(compass.east, { limit: 9 });
  expect(found.map((match) => match.faceId)).toEqual(['northEast', 'north', 'up', 'west']);
});

test('a face given another embedding is found by it', async () => {
  const index = filled(compass);
  index.set('up', compass.east);
  expect(index.size).toBe(4);
  expect(await index.search(compass.east, { limit: 9, atLeast: 0.99 })).toHaveLength(2);
});

test('the index answers as a plain comparison with every face would', async () => {
  const vector = tuple(...Array.from({ length: 6 }, () => double({ min: -1, max: 1, noNaN: true }))).map((v) =>
    unit(...v),
  );
  await assert(
    asyncProperty(
      array(vector, { maxLength: 40 }),
      vector,
      integer({ min: 1, max: 10 }),
      async (vectors, query, limit) => {
        const index = new ExactFaceIndex(6);
        for (const [i, embedding] of vectors.entries()) index.set(String(i), embedding);
        const found = await index.search(query, { limit });
        const expected = vectors.map((embedding) => dot(query, embedding)).sort((a, b) => b - a);
        expect(found).toHaveLength(Math.min(limit, vectors.length));
        // The index adds in single precision.
        for (const [i, { cosine }] of found.entries()) expect(cosine).toBeCloseTo(Math.min(1, expected[i] ?? 0), 6);
      },
    ),
    { numRuns: 50 },
  );
});

test('the event loop turns while a large index is searched', async () => {
  const index = new ExactFaceIndex(512);
  const embedding = new Float32Array(512).fill(1 / Math.sqrt(512));
  for (let face = 0; face < 100_000; face++) index.set(String(face), embedding);
  let turns = 0;
  const counting = setInterval(() => turns++, 0);
  await index.search(embedding, { limit: 1 });
  clearInterval(counting);
  expect(turns).toBeGreaterThan(0);
});

test('a list of faces is ranked alone, equals in its order, each once for each time it is listed', async () => {
  const index = filled(compass);
  const selection = index.selection(['up', 'nobody', 'north', 'east', 'northEast']);
  expect(selection.missing).toEqual(['nobody']);
  const ranked = await index.rank(compass.east, selection, 9);
  expect(ranked.map((match) => match.faceId)).toEqual(['east', 'northEast', 'up', 'north']);
  expect(await index.rank(compass.east, selection, 1)).toMatchObject([{ faceId: 'east' }]);
  const cosines = await index.cosines(compass.north, selection);
  expect([...cosines].map((cosine) => Math.round(cosine * 1000))).toEqual([0, Number.NaN, 1000, 0, 707]);
});

test('a list follows what comes, goes and changes its embedding', async () => {
  const index = filled(compass);
  const selection = index.selection(['east', 'west']);
  expect(selection.missing).toEqual(['west']);
  index.set('west', unit(-1, 0, 0));
  expect(selection.missing).toEqual([]);
  index.set('east', compass.north);
  expect((await index.rank(compass.north, selection, 1)).at(0)?.faceId).toBe('east');
  index.remove('east');
  // Its place is taken by somebody who is not in the list.
  index.set('another', compass.north);
  expect(await index.rank(compass.north, selection, 9)).toMatchObject([{ faceId: 'west' }]);
});

test('a face that goes while a list is compared is not told for another', async () => {
  const index = new ExactFaceIndex(512);
  const [here, there] = [new Float32Array(512), new Float32Array(512)];
  here[0] = 1;
  there[1] = 1;
  const ids = Array.from({ length: 60_000 }, (_, i) => String(i));
  for (const id of ids) index.set(id, here);
  const ranked = index.cosines(there, index.selection(ids));
  index.remove('59999');
  index.set('intruder', there);
  const cosines = await ranked;
  expect(cosines.at(-1)).toBeNaN();
  expect(Math.max(...cosines.subarray(0, -1))).toBe(0);
});

test('equals come in the order of their ids in a search, and in the order of the list in a ranking', async () => {
  const index = new ExactFaceIndex(3);
  for (const id of ['c', 'a', 'd', 'b']) index.set(id, compass.east);
  const idsOf = (matches: readonly { faceId: string }[]): string[] => matches.map(({ faceId }) => faceId);
  expect(idsOf(await index.search(compass.east, { limit: 3 }))).toEqual(['a', 'b', 'c']);
  expect(idsOf(await index.rank(compass.east, index.selection(['d', 'a', 'c', 'b']), 3))).toEqual(['d', 'a', 'c']);
});

/** So many faces that a search gives way in between, the first of them the one that looks like `there`. */
const crowd = (): { index: ExactFaceIndex; ids: string[]; here: Float32Array; there: Float32Array } => {
  const index = new ExactFaceIndex(512);
  const [here, there] = [new Float32Array(512), new Float32Array(512)];
  here[0] = 1;
  there[1] = 1;
  const ids = Array.from({ length: 100_000 }, (_, i) => String(i));
  for (const id of ids) index.set(id, id === '0' ? there : here);
  return { index, ids, here, there };
};

test('a face that goes after its turn is not found, nor is who takes its place', async () => {
  const { index, ids, here, there } = crowd();
  const selection = index.selection(ids);
  // Looked up beforehand, so that the ranking begins with the first face.
  expect(selection.missing).toEqual([]);
  const found = [index.search(there, { limit: 1, atLeast: 0.5 }), index.rank(there, selection, 1)];
  index.remove('0');
  index.set('intruder', here);
  const [searched, ranked] = await Promise.all(found);
  expect(searched).toEqual([]);
  expect(ranked).toMatchObject([{ faceId: '1', cosine: 0 }]);
});

test('a query that is a face of the index stays what it was when asked, though the face goes', async () => {
  const { index, ids, there } = crowd();
  index.set('last', there);
  const query = index.embedding('0') ?? new Float32Array();
  const found = [index.search(query, { limit: 2 }), index.rank(query, index.selection([...ids, 'last']), 2)];
  index.remove('0');
  for (const matches of await Promise.all(found)) expect(matches).toContainEqual({ faceId: 'last', cosine: 1 });
});

test('a list in mixed order is gone through by its rows', () => {
  const index = new ExactFaceIndex(1);
  for (let i = 0; i < 1000; i++) index.set(String(i), Float32Array.of(1));
  // 389 is prime: every face once, and one in two hundred is nobody's.
  const ids = Array.from({ length: 1000 }, (_, i) => (i % 200 === 0 ? `nobody ${i}` : String((i * 389) % 1000)));
  const { rows, places } = index.selection(ids);
  const gone = [...places].map((place) => rows[place] ?? 0);
  expect(gone).toEqual(gone.toSorted((a, b) => a - b));
  expect(index.selection([]).places).toEqual(new Uint32Array());
  expect(index.selection(['nobody', 'no one']).places).toEqual(Uint32Array.of(0, 1));
});

test('a list most of whose faces are missing keeps its order while others come', () => {
  const index = filled(compass);
  const selection = index.selection(['up', ...Array.from({ length: 50 }, (_, i) => `nobody ${i}`)]);
  const { places } = selection;
  index.set('another', compass.up);
  expect(selection.places).toBe(places);
});

test('a long list is looked up in steps, and once only', () => {
  const index = filled(compass);
  const selection = index.selection(Array.from({ length: 10_000 }, (_, i) => String(i)));
  expect([...selection.settling()].length).toBeGreaterThan(5);
  expect([...selection.settling()]).toEqual([]);
});

test('a list that has followed, even half way, is what a fresh one would be', () => {
  const id = constantFrom('a', 'b', 'c', 'd', 'e');
  const step = record({ id, what: constantFrom('set', 'remove', 'look', 'begin', 'end') });
  assert(
    property(array(id, { maxLength: 8 }), array(step, { maxLength: 30 }), (listed, steps) => {
      const index = new ExactFaceIndex(3);
      // Long enough for a pass to rest before its end.
      const ids = [...listed, ...Array.from({ length: 1500 }, (_, i) => `nobody ${i}`), ...listed];
      const selection = index.selection(ids);
      const begun: Generator<void>[] = [];
      for (const { id, what } of steps) {
        if (what === 'set') index.set(id, compass.up);
        else if (what === 'remove') index.remove(id);
        else if (what === 'begin') {
          const pass = selection.settling();
          pass.next();
          begun.push(pass);
        } else if (what === 'end') for (const _rest of begun.shift() ?? []);
        else expect(selection.rows).toEqual(index.selection(ids).rows);
      }
      expect(selection.rows).toEqual(index.selection(ids).rows);
      expect(selection.missing).toEqual(index.selection(ids).missing);
      expect([...selection.places].sort((a, b) => a - b)).toEqual([...ids.keys()]);
    }),
    { numRuns: 150 },
  );
});
