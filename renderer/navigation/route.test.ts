import { expect, test } from 'vitest';
import { formatRoute, parseRoute } from './route.ts';

const ID = 'a'.repeat(32);

test.each([
  ['', { view: 'photos', id: null }],
  ['#/people', { view: 'people', id: null }],
  [`#/people/${ID}`, { view: 'people', id: ID }],
  ['#/people/review', { view: 'people', id: null, page: 'review' }],
  ['#/people/once', { view: 'people', id: null, page: 'once' }],
  [`#/people/unnamed/${ID}`, { view: 'people', id: ID, page: 'unnamed' }],
  ['#/people/not-an-id', { view: 'people', id: null }],
  ['#/nowhere/else', { view: 'photos', id: null }],
])('the address "%s" is a place', (hash, route) => {
  expect(parseRoute(hash)).toEqual(route);
});

test('a place written down is the same place', () => {
  for (const route of [parseRoute('#/imports'), parseRoute(`#/people/${ID}`), parseRoute(`#/people/unnamed/${ID}`)]) {
    expect(parseRoute(formatRoute(route))).toEqual(route);
  }
});
