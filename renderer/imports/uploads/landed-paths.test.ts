import { expect, test } from 'vitest';
import { outermostFolders, pathsToImport } from './landed-paths.ts';

test('a few files are imported by name, thousands by their folders', () => {
  const some = ['/p/Italy/a.jpg', '/p/Italy/day 1/b.jpg'];
  expect(pathsToImport(some)).toEqual(some);
  const many = Array.from({ length: 5000 }, (_, i) => `/p/Italy/day ${i % 7}/${i}.jpg`);
  expect(pathsToImport([...many, '/p/Italy/a.jpg'])).toEqual(['/p/Italy']);
});

test.each([
  [
    ['/p/A/1.jpg', '/p/AB/2.jpg'],
    ['/p/A', '/p/AB'],
  ],
  [
    ['/p/A/1.jpg', '/p/A!/2.jpg', '/p/A/b/3.jpg'],
    ['/p/A', '/p/A!'],
  ],
  [['C:\\p\\A\\1.jpg', 'C:\\p\\A\\b\\2.jpg'], ['C:\\p\\A']],
])('the folders of %j are %j', (paths, folders) => {
  expect(outermostFolders(paths)).toEqual(folders);
});
