import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faceAnswer, wholeRect } from './face-answer.ts';

const face = {
  rect: { left: 10.4, top: 20.6, right: 110.2, bottom: 120.4 },
  eyeDist: 41.97,
  landmarks21: [[1.23456, 7] as const],
  landmarks106: [[2, 3.99999] as const],
  attributes: { age: 30, gender: 20, attractive: 60, eyeglass: 1, sunglass: 0, smile: 90 },
};

test('the eye distance is rounded down, landmarks keep three decimals', () => {
  expect(faceAnswer(face, { landmarks106: true, attributes: false })).toEqual({
    rect: { left: 10, top: 20, right: 110, bottom: 120 },
    eye_dist: 41,
    landmarks21: [[1.235, 7]],
    landmarks106: [[2, 4]],
  });
});

test('attributes are told when asked for, and only if they were computed', () => {
  const wanted = { landmarks106: false, attributes: true };
  expect(faceAnswer(face, wanted).attributes).toEqual(face.attributes);
  expect(faceAnswer({ ...face, attributes: null }, wanted)).not.toHaveProperty('attributes');
});

test('a square stays square in whole pixels and inside the photo', () => {
  const side = fc.double({ min: 1, max: 500, noNaN: true });
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(side, place, place, fc.integer({ min: 500, max: 4000 }), (size, x, y, limit) => {
      const [left, top] = [x * (limit - size), y * (limit - size)];
      const rect = wholeRect({ left, top, right: left + size, bottom: top + size });
      expect(rect.right - rect.left).toBe(rect.bottom - rect.top);
      expect(Math.min(rect.left, rect.top)).toBeGreaterThanOrEqual(0);
      expect(Math.max(rect.right, rect.bottom)).toBeLessThanOrEqual(limit);
    }),
  );
});
