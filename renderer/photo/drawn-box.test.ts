import { expect, test } from 'vitest';
import { boxBetween, boxByKey, isDrawn, middleBox } from './drawn-box.ts';

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

test('keys move a box and resize it, never out of the picture', () => {
  const box = { left: 0.5, top: 0.5, width: 0.5, height: 0.25 };
  expect(boxByKey(box, { key: 'ArrowUp', shiftKey: false })).toEqual({ ...box, top: 0.49 });
  expect(boxByKey(box, { key: 'ArrowRight', shiftKey: false })).toEqual(box);
  expect(boxByKey(box, { key: 'ArrowDown', shiftKey: true })).toEqual({ ...box, height: 0.26 });
  expect(boxByKey(box, { key: 'ArrowRight', shiftKey: true })).toEqual(box);
  expect(boxByKey(box, { key: 'x', shiftKey: false })).toBeNull();
});

test('a box begins as a square in the middle', () => {
  const { left, top, width, height } = middleBox({ width: 600, height: 300 });
  expect([width * 600, height * 300]).toEqual([100, 100]);
  expect([left + width / 2, top + height / 2]).toEqual([0.5, 0.5]);
});
