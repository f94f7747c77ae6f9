import { expect, test } from 'vitest';
import { placeOn } from './window-place.ts';

const LAPTOP = { x: 0, y: 25, width: 1440, height: 875 };
const BESIDE = { x: 1440, y: 0, width: 2560, height: 1400 };

test('the first window stands in the middle of the primary screen', () => {
  expect(placeOn([LAPTOP, BESIDE], null)).toEqual({ x: 80, y: 63, width: 1280, height: 800 });
});

test.each([
  ['as it was left', [LAPTOP, BESIDE], { x: 1500, y: 100, width: 1600, height: 1000 }, {}],
  [
    'on the primary screen, when its own has gone',
    [LAPTOP],
    { x: 1500, y: 100, width: 800, height: 600 },
    { x: 320, y: 163 },
  ],
  ['with its title in sight', [LAPTOP], { x: 100, y: -200, width: 800, height: 600 }, { y: 25 }],
  ['not over the edge', [LAPTOP], { x: 1400, y: 800, width: 800, height: 600 }, { x: 640, y: 300 }],
  ['on the screen that has most of it', [LAPTOP, BESIDE], { x: 1300, y: 50, width: 800, height: 600 }, { x: 1440 }],
  ['no larger than the screen', [LAPTOP], { x: 0, y: 0, width: 3000, height: 2000 }, LAPTOP],
])('a window stands %s', (_how, screens, left, moved) => {
  expect(placeOn(screens, left)).toEqual({ ...left, ...moved });
});

test('without any screen a window stands where it was left', () => {
  const left = { x: 5, y: 6, width: 700, height: 500 };
  expect(placeOn([], left)).toEqual(left);
});
