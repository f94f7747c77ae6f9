import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Calibration, confidence, cosineForConfidence } from './confidence.ts';

const measured: Calibration = [
  [-0.2, 0],
  [0.13, 0.4],
  [0.244, 0.5],
  [0.336, 0.6],
  [0.411, 0.7],
  [0.475, 0.8],
  [0.54, 0.9],
];

test.each(measured)('cosine %f, a knot of the table, has the confidence measured there', (cosine, expected) => {
  expect(confidence(cosine, measured)).toBe(expected);
});

test('between two knots confidence runs straight', () => {
  expect(confidence((0.244 + 0.336) / 2, measured)).toBeCloseTo(0.55, 12);
});

test('below the first knot nothing is left', () => {
  expect(confidence(-0.2001, measured)).toBe(0);
  expect(confidence(-1, measured)).toBe(0);
});

test('identity is certain, and rounding beyond it changes nothing', () => {
  expect(confidence(1, measured)).toBe(1);
  expect(confidence(1 + 1e-7, measured)).toBe(1);
});

const cosines = fc.double({ min: -1, max: 1, noNaN: true });

test('a higher cosine never has a lower confidence, and only 1 has confidence 1', () => {
  fc.assert(
    fc.property(cosines, cosines, (a, b) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      expect(confidence(low, measured)).toBeLessThanOrEqual(confidence(high, measured));
      expect(confidence(low, measured) === 1).toBe(low === 1);
    }),
  );
});

test('searching with the cosine of a confidence finds exactly that confidence', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (wanted) => {
      expect(confidence(cosineForConfidence(wanted, measured), measured)).toBeCloseTo(wanted, 9);
    }),
  );
});
