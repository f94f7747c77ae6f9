import { array, assert, constantFrom, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { type Atom, averageLinkage } from './average-linkage.ts';

/** A unit vector in the plane at so many degrees. */
const at = (degrees: number, count = 1): Atom => {
  const radians = (degrees * Math.PI) / 180;
  return { sum: Float32Array.of(count * Math.cos(radians), count * Math.sin(radians)), count };
};
const nothing = (): boolean => false;

test('the alike are joined, the others stay alone', () => {
  expect(averageLinkage([at(0), at(90), at(4), at(95), at(200)], 0.9, nothing)).toEqual([[0, 2], [1, 3], [4]]);
});

test('a chain of neighbours does not glue its ends', () => {
  const chain = [0, 20, 40, 60, 80, 100].map((degrees) => at(degrees));
  // Each is 0.94 to the next, yet the first and the last have nothing in common.
  const sets = averageLinkage(chain, 0.93, nothing);
  expect(sets.every((set) => set.length <= 2)).toBe(true);
});

test('what must stay apart stays apart, also by way of a third', () => {
  const apart = (a: number, b: number): boolean => Math.abs(a - b) === 1 && a + b === 1;
  const sets = averageLinkage([at(0), at(0), at(0), at(0)], 0.5, apart);
  expect(sets.some((set) => set.includes(0) && set.includes(1))).toBe(false);
  expect(sets.flat().sort()).toEqual([0, 1, 2, 3]);
});

test('a set counts with the number of its members', () => {
  // Nine faces at 0° and one at 50° are 0.96 alike to 0° on average: the face at 20° joins.
  expect(averageLinkage([at(0, 9), at(20)], 0.93, nothing)).toEqual([[0, 1]]);
  expect(averageLinkage([], 0.5, nothing)).toEqual([]);
});

test('every atom is in exactly one set and the order of atoms does not matter', () => {
  assert(
    property(
      array(integer({ min: 0, max: 3599 }), { maxLength: 24 }),
      constantFrom(0.5, 0.8, 0.95),
      (tenths, threshold) => {
        // Distinct angles: between equals the choice is free.
        const degrees = [...new Set(tenths)].map((tenth) => tenth / 10);
        const named = (angles: number[]): string[] =>
          averageLinkage(
            angles.map((angle) => at(angle)),
            threshold,
            nothing,
          )
            .map((set) =>
              set
                .map((index) => angles[index])
                .sort()
                .join(' '),
            )
            .sort();
        const sets = named(degrees);
        expect(sets.flatMap((set) => set.split(' ').filter(Boolean)).sort()).toEqual(degrees.map(String).sort());
        const gaps = degrees.flatMap((a, i) =>
          degrees.slice(i + 1).map((b) => Math.cos(((a - b) * Math.PI) / 180).toFixed(6)),
        );
        if (new Set(gaps).size === gaps.length) expect(named(degrees.toReversed())).toEqual(sets);
      },
    ),
  );
});
