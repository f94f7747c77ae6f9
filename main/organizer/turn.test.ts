import { assert, constantFrom, double, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import type { Turn } from '../engine/face.ts';
import { addTurns, turnFrame, turnPoint, turnRect, turnRoll } from './turn.ts';

const frame = { width: 400, height: 300 };
const turns: readonly Turn[] = ['cw90', 'cw180', 'cw270'];

test('the top left corner goes round with the clock', () => {
  expect(turns.map((by) => turnPoint([0, 0], by, frame))).toEqual([
    [300, 0],
    [400, 300],
    [0, 400],
  ]);
});

test('a box keeps its area and lies inside the turned frame', () => {
  const box = { left: 10, top: 20, right: 110, bottom: 80 };
  expect(turnRect(box, 'cw90', frame)).toEqual({ left: 220, top: 10, right: 280, bottom: 110 });
  expect(turnFrame(frame, 'cw90')).toEqual({ width: 300, height: 400 });
});

test('two turns are one turn', () => {
  const place = tuple(double({ min: 0, max: 400, noNaN: true }), double({ min: 0, max: 300, noNaN: true }));
  assert(
    property(place, constantFrom(...turns), constantFrom(...turns), (point, first, second) => {
      const stepwise = turnPoint(turnPoint(point, first, frame), second, turnFrame(frame, first));
      const both = addTurns(first, second);
      const [x, y] = both ? turnPoint(point, both, frame) : point;
      expect(stepwise[0]).toBeCloseTo(x, 9);
      expect(stepwise[1]).toBeCloseTo(y, 9);
    }),
  );
});

test('a head that was upright lies on its right ear after a quarter turn', () => {
  expect(turnRoll(0, 'cw90')).toBe(90);
  expect(turnRoll(90, 'cw180')).toBe(-90);
});
