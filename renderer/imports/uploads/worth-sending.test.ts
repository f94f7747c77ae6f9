import { expect, test } from 'vitest';
import { whyNot } from './worth-sending.ts';

const rules = { extensions: ['.jpg', '.heic'], systemFolders: ['@eadir'], mostBytes: 10 };

test.each([
  ['a.jpg', 5, null],
  ['Italy/A.JPG', 5, null],
  ['recovered', 5, null],
  ['film.mp4', 5, 'not-a-photo'],
  ['Italy/notes.txt', 5, 'not-a-photo'],
  ['.DS_Store', 5, 'hidden'],
  ['Italy/.thumbs/a.jpg', 5, 'hidden'],
  ['Italy/@eaDir/a.jpg', 5, 'hidden'],
  ['a.jpg', 11, 'too-large'],
])('%s of %d bytes: %s', (path, size, why) => {
  expect(whyNot({ file: new File(['x'.repeat(size)], 'any'), path }, rules)).toBe(why);
});
