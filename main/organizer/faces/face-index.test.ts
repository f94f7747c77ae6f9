import { array, assert, asyncProperty, double, integer, tuple } from 'fast-check';
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
