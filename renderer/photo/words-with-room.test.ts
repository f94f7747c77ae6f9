import { expect, test } from 'vitest';
import { type FaceWords, wordsWithRoom } from './words-with-room.ts';

const name = { width: 80, height: 20 };
const attributes = { width: 100, height: 36 };

interface At extends Partial<Pick<FaceWords, 'name' | 'attributes'>> {
  /** The middle of the box's lower edge. */
  readonly x?: number;
  readonly y?: number;
  readonly size?: number;
}
const face = (id: string, { x = 100, y = 100, size = 50, ...words }: At): FaceWords => ({
  id,
  box: { left: x - size / 2, top: y - size, width: size, height: size },
  name,
  attributes: null,
  ...words,
});
const rooms = (...faces: readonly FaceWords[]) => Object.fromEntries(wordsWithRoom(faces));

test('faces far from each other have all their words', () => {
  expect(rooms(face('a', { attributes }), face('b', { x: 300, attributes }))).toEqual({ a: 'all', b: 'all' });
});

test('where two names would lie over each other, the larger face has its own', () => {
  expect(rooms(face('small', { size: 20 }), face('large', { x: 130, size: 60 }))).toEqual({
    large: 'all',
    small: 'none',
  });
});

test('what a face is taken for gives way before its name does', () => {
  expect(rooms(face('above', { size: 60 }), face('below', { y: 75, attributes }))).toEqual({
    above: 'all',
    below: 'name',
  });
});

test('a face without a name takes no room from one that has it', () => {
  expect(rooms(face('unknown', { size: 60, name: null }), face('known', {}))).toEqual({
    unknown: 'none',
    known: 'all',
  });
});

test('what a face is taken for does not hide another face; its name may', () => {
  expect(rooms(face('behind', { attributes }), face('before', { y: 165, size: 40, name: null }))).toEqual({
    behind: 'name',
    before: 'none',
  });
});
