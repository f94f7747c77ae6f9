import { expect, test } from 'vitest';
import { groupByPerson, splitByPerson } from './people.ts';

/** A portrait whose embedding points equally along these axes. */
const along = (...axes: number[]) => {
  const embedding = new Float32Array(64);
  for (const axis of axes) embedding[axis] = 1 / Math.sqrt(axes.length);
  return { path: `portraits/${axes.join('-')}.jpg`, embedding };
};

test('portraits that look alike are one person, through others too', () => {
  const [a, stranger, b, c] = [along(0, 1, 2), along(9), along(1, 2, 3), along(2, 3, 4)];
  expect(groupByPerson([a, stranger, b, c])).toEqual([0, 1, 0, 0]);
});

test('a crowd that only chains of likeness tie together is taken apart', () => {
  // Each shares three of four axes with the next: cosine 0.75, between the second threshold and the third.
  const crowd = Array.from({ length: 25 }, (_, i) => along(i, i + 1, i + 2, i + 3));
  expect(groupByPerson(crowd)).toEqual(crowd.map((_, i) => i));
  expect(groupByPerson(crowd.slice(0, 20))).toEqual(new Array(20).fill(0));
});

test('nobody is on both sides, and the sides are the same at every run', () => {
  const portraits = Array.from({ length: 60 }, (_, i) => ({ ...along(Math.floor(i / 3)), path: `${i}.jpg` }));
  const { training, heldOut } = splitByPerson(portraits);
  const person = ({ embedding }: { embedding: Float32Array }) => embedding.indexOf(1);
  const learnt = new Set(training.map(({ portrait }) => person(portrait)));
  expect(training.length + heldOut.length).toBe(60);
  expect(heldOut.length).toBeGreaterThan(0);
  expect(heldOut.filter((portrait) => learnt.has(person(portrait)))).toEqual([]);
  expect(splitByPerson(portraits)).toEqual({ training, heldOut });
});
