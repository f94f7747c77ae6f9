import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import wabt from 'wabt';
import { ROWS_PER_BLOCK } from './vector-block.ts';
import { dot, NO_ROW, VectorTable } from './vector-table.ts';

/** All places, as they come. */
const upTo = (count: number): Uint32Array => Uint32Array.from({ length: count }, (_, i) => i);

const finish = (steps: Generator<void>): void => {
  for (const _ of steps);
};

/** Numbers that differ from row to row. */
const vector = (width: number, seed: number): Float32Array =>
  Float32Array.from({ length: width }, (_, i) => Math.sin(seed * 31 + i * 7) / Math.sqrt(width));

test('the compiled kernel is that of its source', async () => {
  const source = await readFile(new URL('./dot-products.wat', import.meta.url), 'utf8');
  const { parseWat } = await wabt();
  const { buffer } = parseWat('dot-products.wat', source, { simd: true }).toBinary({});
  expect(Buffer.from(buffer)).toEqual(await readFile(new URL('./dot-products.wasm', import.meta.url)));
});

test.each([1, 2, 3, 4, 5, 15, 16, 17, 64, 100, 512])(
  'vectors of %i floats are compared as plain arithmetic does',
  (width) => {
    const table = new VectorTable(width);
    const vectors = Array.from({ length: 50 }, (_, i) => vector(width, i));
    for (const [row, value] of vectors.entries()) expect(table.add(value)).toBe(row);
    const query = vector(width, 99);
    const found = new Map<number, number>();
    finish(table.scan([query], (row, _query, value) => void found.set(row, value)));
    for (const [row, value] of vectors.entries()) {
      expect(found.get(row)).toBeCloseTo(dot(value, query), 6);
      expect(table.at(row)).toEqual(value);
    }
  },
);

test('a vector of length 1 has a dot product of 1 with itself, and two have the same whichever asks', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 1000 }), (a, b) => {
      const [one, two] = [a, b].map((seed) => {
        const made = vector(512, seed);
        const length = Math.hypot(...made);
        return made.map((value) => value / length);
      });
      if (!one || !two) return;
      const table = new VectorTable(512);
      const rows = Uint32Array.of(table.add(one), table.add(two));
      const [ofOne, ofTwo] = [new Float32Array(2), new Float32Array(2)];
      finish(table.dots(one, () => rows, upTo(2), ofOne));
      finish(table.dots(two, () => rows, upTo(2), ofTwo));
      expect(ofOne[0]).toBeCloseTo(1, 6);
      expect(ofOne[1]).toBe(ofTwo[0]);
    }),
    { numRuns: 50 },
  );
});

test('rows of several blocks, in any order, with places that have none', () => {
  const table = new VectorTable(3);
  for (let row = 0; row < ROWS_PER_BLOCK + 100; row++) table.add(Float32Array.of(row, 0, 0));
  const list = Uint32Array.of(ROWS_PER_BLOCK + 7, NO_ROW, 5, ROWS_PER_BLOCK, 5, ROWS_PER_BLOCK - 1);
  const out = new Float32Array(list.length);
  finish(table.dots(Float32Array.of(1, 9, 9), () => list, upTo(list.length), out));
  expect([...out]).toEqual([ROWS_PER_BLOCK + 7, Number.NaN, 5, ROWS_PER_BLOCK, 5, ROWS_PER_BLOCK - 1]);
});

test('a list in mixed order, longer than a step, over several blocks', () => {
  const table = new VectorTable(2);
  const count = 2 * ROWS_PER_BLOCK + 300;
  for (let row = 0; row < count; row++) table.add(Float32Array.of(row, 0));
  // 7919 is prime: every row once, hardly two of them neighbours.
  const list = Uint32Array.from({ length: count }, (_, i) => (i * 7919) % count);
  const out = new Float32Array(count);
  finish(table.dots(Float32Array.of(1, 1), () => list, upTo(list.length), out));
  expect(out).toEqual(Float32Array.from(list));
  out.fill(0);
  finish(table.dots(Float32Array.of(1, 1), () => list, upTo(count).reverse(), out));
  expect(out).toEqual(Float32Array.from(list));
});

test('a row that was removed is zeros until it is used again', () => {
  const table = new VectorTable(4);
  table.add(Float32Array.of(1, 1, 1, 1));
  table.add(Float32Array.of(2, 2, 2, 2));
  table.remove(0);
  const dots = new Map<number, number>();
  finish(table.scan([Float32Array.of(1, 0, 0, 0)], (row, _query, value) => void dots.set(row, value)));
  expect([...dots.values()]).toEqual([0, 2]);
  expect(table.add(Float32Array.of(3, 3, 3, 3))).toBe(0);
});
