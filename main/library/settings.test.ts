import { expect, test } from 'vitest';
import { open } from './library-fixture.ts';

test('a setting holds what JSON can hold; undefined goes back to the default', () => {
  const { settings, transaction } = open();
  expect(settings.get('folders')).toBeUndefined();
  transaction(() => settings.set('folders', ['/a', '/b']));
  transaction(() => settings.set('nothing', null));
  expect(settings.get('folders')).toEqual(['/a', '/b']);
  expect(settings.get('nothing')).toBeNull();
  transaction(() => settings.set('folders', undefined));
  expect(settings.get('folders')).toBeUndefined();
});
