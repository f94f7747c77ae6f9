import { array, assert, boolean, integer, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { GroupSums } from './group-sums.ts';

const at = (degrees: number): Float32Array => {
  const radians = (degrees * Math.PI) / 180;
  return Float32Array.of(Math.cos(radians), Math.sin(radians));
};
function finish<Result>(steps: Generator<unknown, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

test('a group is near when its members are on average', () => {
  const sums = new GroupSums(2);
  sums.add('near', at(10));
  sums.add('near', at(-10));
  sums.add('half', at(0));
  sums.add('half', at(90));
  expect(finish(sums.alike([at(0), at(90)], 0.9))).toEqual([['near'], []]);
  expect(finish(sums.alike([at(0)], 0.5))).toEqual([['near', 'half']]);
});

test('in the mean, members that differ do not count against each other', () => {
  const sums = new GroupSums(2);
  sums.add('changed over the years', at(-40));
  sums.add('changed over the years', at(40));
  expect(finish(sums.alike([at(0)], 0.9))).toEqual([[]]);
  expect(finish(sums.alikeInTheMean(at(0), 0.99))).toEqual(['changed over the years']);
});

test('sums follow whatever comes and goes', () => {
  const step = tuple(boolean(), integer({ min: 0, max: 2 }), integer({ min: 0, max: 5 }));
  assert(
    property(array(step, { maxLength: 60 }), (steps) => {
      const sums = new GroupSums(2);
      const expected = new Map<string, number[]>();
      for (const [comes, group, face] of steps) {
        const members = expected.get(`${group}`) ?? [];
        if (comes) {
          sums.add(`${group}`, at(face * 15));
          expected.set(`${group}`, [...members, face]);
        } else if (members.includes(face)) {
          sums.subtract(`${group}`, at(face * 15));
          expected.set(`${group}`, members.toSpliced(members.indexOf(face), 1));
        }
      }
      for (const [group, members] of expected) {
        expect(sums.get(group)?.count ?? 0).toBe(members.length);
        const x = members.reduce((total, face) => total + Math.cos((face * 15 * Math.PI) / 180), 0);
        expect(sums.get(group)?.sum[0] ?? 0).toBeCloseTo(x, 4);
      }
      expect(sums.size).toBe([...expected.values()].filter((members) => members.length > 0).length);
    }),
  );
});
