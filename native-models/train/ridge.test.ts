import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate, LinearStatistics, ridge } from './ridge.ts';

const number = fc.double({ min: -5, max: 5, noNaN: true });
const row = fc.tuple(number, number, number);

test('with next to no penalty, ridge finds the linear map that made the targets', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 12, maxLength: 30 }), row, number, (inputs, truth, offset) => {
      // Unit rows make the inputs vary in every direction, as a solvable system needs.
      const rows = [[1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 0, 0], ...inputs];
      const target = (x: readonly number[]) => x.reduce((sum, value, i) => sum + value * (truth[i] ?? 0), offset);
      const map = ridge(
        rows,
        rows.map((x) => [target(x)]),
        { lambda: 1e-9 },
      );
      for (const x of rows) expect(evaluate(map, 0, x)).toBeCloseTo(target(x), 4);
    }),
  );
});

test('a large penalty leaves only the mean of the targets', () => {
  const map = ridge([[0], [1], [2]], [[1], [2], [6]], { lambda: 1e9 });
  expect(evaluate(map, 0, [2])).toBeCloseTo(3, 6);
});

test('leaving out a part of the samples is the same as never having seen it', () => {
  const part = new LinearStatistics(1, 1);
  part.add([9], [-50], 2);
  const all = new LinearStatistics(1, 1);
  for (const [x, y] of [
    [0, 1],
    [1, 2],
    [2, 6],
  ] as const)
    all.add([x], [y]);
  all.add([9], [-50], 2);
  const without = all.plus(part, -1).solve({ lambda: 0.1 });
  const never = ridge([[0], [1], [2]], [[1], [2], [6]], { lambda: 0.1 });
  expect(evaluate(without, 0, [5])).toBeCloseTo(evaluate(never, 0, [5]), 9);
});

test('an input that never varies gets no weight', () => {
  const map = ridge(
    [
      [0, 7],
      [1, 7],
      [2, 7],
    ],
    [[0], [1], [2]],
    { lambda: 1e-6 },
  );
  expect(map.weights[0]?.[1]).toBe(0);
});
