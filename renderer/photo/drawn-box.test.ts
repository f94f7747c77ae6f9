import { expect, test } from 'vitest';
import { boxBetween, isDrawn } from './drawn-box.ts';

test('a box is the same from whichever corner it is drawn', () => {
  const box = { left: 0.25, top: 0.5, width: 0.25, height: 0.25 };
  expect(boxBetween({ x: 0.25, y: 0.5 }, { x: 0.5, y: 0.75 })).toEqual(box);
  expect(boxBetween({ x: 0.5, y: 0.5 }, { x: 0.25, y: 0.75 })).toEqual(box);
});

test('what lies beside the picture is cut off', () => {
  expect(boxBetween({ x: -0.5, y: 0.5 }, { x: 0.5, y: 1.5 })).toEqual({ left: 0, top: 0.5, width: 0.5, height: 0.5 });
});

test('a click is no box', () => {
  expect(isDrawn(boxBetween({ x: 0.5, y: 0.5 }, { x: 0.501, y: 0.501 }))).toBe(false);
  expect(isDrawn(boxBetween({ x: 0.5, y: 0.5 }, { x: 0.6, y: 0.6 }))).toBe(true);
});
