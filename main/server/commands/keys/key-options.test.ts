import { describe, expect, test } from 'vitest';
import { endpoints } from '../../../faceapi/endpoints.ts';
import { pathsReader, quotasReader, readDateTime, readName, readRate, readSeconds } from './key-options.ts';

const PATHS = endpoints.map(({ path }) => path);
const readPaths = pathsReader(PATHS);
const readQuotas = quotasReader(['groups', 'persons']);

const info = PATHS.filter((path) => path.startsWith('/info/'));
const person = PATHS.filter((path) => path.startsWith('/person/'));

describe('names', () => {
  test.each([
    ['script', 'script'],
    ['  Photo frame ', 'Photo frame'],
    ['相框', '相框'],
    ['x'.repeat(100), 'x'.repeat(100)],
  ])('%j is %j', (text, name) => expect(readName(text)).toBe(name));

  test.each(['', '  ', 'x'.repeat(101), 'two\nlines', 'bell\u0007'])('%j is none', (text) =>
    expect(() => readName(text)).toThrow(/1 to 100 characters/),
  );
});

describe('rates', () => {
  test.each([
    ['5/3', 5, 3],
    ['5q/3s', 5, 3],
    ['500/10', 500, 10],
    ['1/999999999', 1, 999_999_999],
  ])('%s is %i calls in %i seconds', (text, calls, seconds) => expect(readRate(text)).toEqual({ calls, seconds }));

  test.each(['', '5', '5/', '/3', '0/3', '5/0', '-5/3', '5/3m', '5 per 3', '1.5/3', '5/3/1', '1e3/1', '9999999999/1'])(
    '%j is none',
    (text) => expect(() => readRate(text)).toThrow(/such as 500\/10/),
  );
});

describe('lifetimes', () => {
  test.each([
    ['1', 1],
    ['2', 2],
    ['432000', 432_000],
  ])('%s is %i seconds', (text, seconds) => expect(readSeconds(text)).toBe(seconds));

  test.each(['', '0', '-1', '1.5', 'ten', '1e3', '5d', '9999999999'])('%j is none', (text) =>
    expect(() => readSeconds(text)).toThrow(/whole number of seconds/),
  );
});

describe('dates and times', () => {
  test.each([
    ['2030-01-31T18:00:00Z', '2030-01-31T18:00:00.000Z'],
    ['2030-01-31T18:00:00+08:00', '2030-01-31T10:00:00.000Z'],
    ['2030-01-31T18:00:00+0800', '2030-01-31T10:00:00.000Z'],
    ['2030-01-31T18:00:00-03', '2030-01-31T21:00:00.000Z'],
    ['2030-01-31T18:00Z', '2030-01-31T18:00:00.000Z'],
    ['2030-01-31T18:00:00.25Z', '2030-01-31T18:00:00.250Z'],
    ['2030-01-31T18:00:00,123456+00:00', '2030-01-31T18:00:00.123Z'],
    ['1999-12-31T23:59:59Z', '1999-12-31T23:59:59.000Z'],
  ])('%s is %s', (text, expected) => expect(new Date(readDateTime(text)).toISOString()).toBe(expected));

  test('without an offset it is the time of this machine', () => {
    expect(readDateTime('2030-01-31T18:00:00')).toBe(new Date(2030, 0, 31, 18).getTime());
  });

  test.each([
    ...['', 'never', 'tomorrow', '2030-01-31', '18:00', '1900000000', '2030-01-31 18:00:00Z', '31.01.2030T18:00:00Z'],
    ...['2030-02-30T00:00:00Z', '2030-13-01T00:00:00Z', '2030-01-31T25:00:00Z', '2030-01-31T18:00:00Zulu'],
    ...['2030-01-31T18:00:00+8', '2030-01-31T18:00:00+08:0', '2030-01-31T18:00:00 +08:00'],
  ])('%j is none', (text) => expect(() => readDateTime(text)).toThrow(/such as 2030-01-31T18:00:00\+01:00/));
});

describe('endpoints', () => {
  test.each([
    ['/info/api', ['/info/api']],
    ['info/api', ['/info/api']],
    ['face/search,info/api', ['/info/api', '/face/search']],
    [' /info/api , /info/api ', ['/info/api']],
    ['info', info],
    ['/info', info],
    ['/info/', info],
    ['info/*', info],
    ['/info/*', info],
    ['/info/person', ['/info/person']],
    ['person,info/api', ['/info/api', ...person]],
  ])('%j is %j', (text, paths) => expect(readPaths(text)).toEqual(paths));

  test('are gathered from all times that the option is given', () => {
    expect(readPaths('info/api', readPaths('face/search'))).toEqual(['/info/api', '/face/search']);
  });

  test.each([
    '',
    ',',
    'info/api,',
    '*',
    '/',
    '/*',
    'nothing',
    '/info/nothing',
    'info/person*',
    '/INFO/api',
    '//info/api',
  ])('%j names one that does not exist, and is told those that do', (text) => {
    expect(() => readPaths(text)).toThrow(/There is no endpoint/);
    for (const path of PATHS) expect(() => readPaths(text)).toThrow(path);
    expect(() => readPaths(text)).toThrow('/info/*, /face/*, /person/*, /group/*, /faceset/*');
  });
});

describe('quotas', () => {
  test.each([
    ['groups=2', { groups: 2 }],
    ['groups=2,persons=4', { groups: 2, persons: 4 }],
    [' groups = 2 , persons=0 ', { groups: 2, persons: 0 }],
    ['groups=2,groups=3', { groups: 3 }],
  ])('%j is %j', (text, quotas) => expect(readQuotas(text)).toEqual(quotas));

  test('are gathered from all times that the option is given', () => {
    expect(readQuotas('groups=2', { groups: 1, persons: 4 })).toEqual({ groups: 2, persons: 4 });
  });

  test.each([
    '',
    'groups',
    'groups=',
    'groups=x',
    'groups=-1',
    'groups=1.5',
    'groups=2,',
    'cats=3',
    'toString=1',
    'Groups=1',
  ])('%j is none, and the names are told', (text) =>
    expect(() => readQuotas(text)).toThrow(/There are groups, persons/),
  );
});
