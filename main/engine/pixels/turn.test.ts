import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RgbImage } from './image.ts';
import { mirror, turn } from './turn.ts';

const image = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([width, height]) =>
    fc
      .uint8Array({ minLength: width * height * 3, maxLength: width * height * 3 })
      .map((data): RgbImage => ({ width, height, data })),
  );

test('four quarters, two halves, two mirrors and there and back are where they began', () => {
  fc.assert(
    fc.property(image, (before) => {
      const quarter = (of: RgbImage) => turn(of, 'cw90');
      expect(quarter(quarter(before))).toEqual(turn(before, 'cw180'));
      expect(turn(turn(before, 'cw180'), 'cw180')).toEqual(before);
      expect(turn(quarter(before), 'cw270')).toEqual(before);
      expect(mirror(mirror(before))).toEqual(before);
    }),
  );
});

test('clockwise is clockwise: the top left corner goes to the top right', () => {
  const before: RgbImage = { width: 2, height: 1, data: Uint8Array.from([1, 1, 1, 2, 2, 2]) };
  expect(turn(before, 'cw90')).toEqual({ width: 1, height: 2, data: Uint8Array.from([1, 1, 1, 2, 2, 2]) });
  expect(turn(before, 'cw270')).toEqual({ width: 1, height: 2, data: Uint8Array.from([2, 2, 2, 1, 1, 1]) });
  expect(mirror(before)).toEqual({ width: 2, height: 1, data: Uint8Array.from([2, 2, 2, 1, 1, 1]) });
});
