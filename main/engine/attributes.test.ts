import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AttributeHead, type AttributeHeads, FEATURES, headsFile, readAttributes } from './attributes.ts';
import type { Description } from './describe.ts';

const head = (bias: number, own = 0): AttributeHead => ({ weights: new Array(FEATURES).fill(0), own, bias });
/** Looks at the first feature only. */
const first = (bias: number): AttributeHead => ({ ...head(bias), weights: [1, ...new Array(FEATURES - 1).fill(0)] });

const heads: AttributeHeads = {
  kind: 'kindred-attribute-heads',
  age: head(2, 1),
  attractive: first(3),
  gender: head(0, 1),
  eyeglass: first(0),
  sunglass: first(-1),
  smile: first(0),
  withEmbedding: null,
};

function description(first: number, age = 30, male = 0.5): Description {
  const [features, ages] = [new Float32Array(FEATURES), new Float32Array(100)];
  features[0] = first;
  ages[age - 1] = 1;
  return { features, ages, male };
}

test('even odds are 50 and more likely than not is above', () => {
  expect(readAttributes(description(0), heads, null)).toMatchObject({ gender: 50, eyeglass: 50, smile: 50 });
  expect(readAttributes(description(1), heads, null)).toMatchObject({ eyeglass: 73, sunglass: 50, smile: 73 });
});

test("the model's own age and gender are corrected, not replaced", () => {
  expect(readAttributes(description(0, 30), heads, null).age).toBe(32);
  expect(readAttributes(description(0, 30, 0.9), heads, null).gender).toBe(90);
});

test('the middle of the rating scale is 50, its ends are 0 and 100', () => {
  expect([-2, 0, 2].map((x) => readAttributes(description(x), heads, null).attractive)).toEqual([0, 50, 100]);
});

test('every attribute is an integer within its scale, whatever the features', () => {
  const value = fc.double({ min: -1e4, max: 1e4, noNaN: true });
  fc.assert(
    fc.property(value, fc.integer({ min: 1, max: 100 }), fc.double({ min: 0, max: 1, noNaN: true }), (x, age, male) => {
      const { smile, ...others } = readAttributes(description(x, age, male), heads, null);
      for (const attribute of [smile, ...Object.values(others)]) expect(Number.isInteger(attribute)).toBe(true);
      expect(smile).toBeGreaterThanOrEqual(1);
      expect(smile).toBeLessThanOrEqual(100);
      expect(Math.min(...Object.values(others))).toBeGreaterThanOrEqual(0);
      expect(Math.max(...Object.values(others))).toBeLessThanOrEqual(110);
    }),
  );
});

test('with an embedding, the head that knows it is used; without one, the head that does not need it', () => {
  const wide = { ...head(3), embedding: [-1, 0] };
  const both = { ...heads, withEmbedding: { model: 'arcface', attractive: wide } };
  expect(readAttributes(description(1), both, Float32Array.of(2, 9)).attractive).toBe(0);
  expect(readAttributes(description(1), both, null).attractive).toBe(75);
});

test('heads for another number of features are refused', () => {
  const short = { ...heads, smile: { weights: [1, 2], own: 0, bias: 0 } };
  expect(headsFile.safeParse(short).success).toBe(false);
  expect(headsFile.safeParse(heads).success).toBe(true);
});
