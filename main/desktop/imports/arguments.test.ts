import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { argumentsFor, existingPaths, splitArguments } from './arguments.ts';

describe('what Kindred is given to open is told apart from switches', () => {
  test('in an installed Kindred', () => {
    const argv = ['/opt/Kindred/kindred', '--no-sandbox', 'holiday', '--data=/lib', '/a/b c.jpg'];
    expect(splitArguments(argv, false)).toEqual({
      start: ['--no-sandbox', '--data=/lib'],
      given: ['holiday', '/a/b c.jpg'],
    });
  });

  test('when Electron is given the application first', () => {
    const argv = [
      'electron',
      '--inspect=0',
      '-r',
      'loader.js',
      '--remote-debugging-port=0',
      '.',
      '--data=/lib',
      'a.jpg',
    ];
    expect(splitArguments(argv, true)).toEqual({
      start: ['--inspect=0', '-r', 'loader.js', '--remote-debugging-port=0', '.', '--data=/lib'],
      given: ['a.jpg'],
    });
  });

  test('and after -- everything is given', () => {
    expect(splitArguments(['kindred', '--', '-odd.jpg', '--'], false).given).toEqual(['-odd.jpg', '--']);
  });
});

test('only what is there is opened, by its whole path', () => {
  const [photo, album] = [resolve('/photos/a b.jpg'), resolve('/album')];
  const there = new Set([photo, album]);
  const given = ['a b.jpg', '/album', pathToFileURL(photo).href, 'gone.jpg', 'file://host%2F/x', 'file:'];
  expect(existingPaths(given, '/photos', (path) => there.has(path))).toEqual([photo, album, photo]);
});

test('the same Kindred is started on another library', () => {
  expect(argumentsFor('/new', ['.', '--data=/old', '--lang=zh'])).toEqual(['.', '--lang=zh', '--data=/new']);
});
