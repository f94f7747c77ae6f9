import { expect, test, vi } from 'vitest';
import { BridgeError } from '../bridge-error.ts';
import { sayFailure } from '../changes/say-failure.ts';
import { chinese } from './chinese.ts';
import { speak } from './strings.ts';

vi.stubGlobal('document', { documentElement: {} });

/** Of what a procedure may come to; the API and the command line speak English. */
const SOURCES = import.meta.glob<string>(
  ['../../main/*.ts', '../../main/{library,organizer,engine,http,procedures}/**/*.ts', '!**/*.{test,fixture}.ts'],
  { query: '?raw', import: 'default', eager: true },
);
const CODES = new Set(
  Object.values(SOURCES)
    .flatMap((source) => [...source.matchAll(/new [A-Z]\w+Error\(\s*'([a-z-]+)'/g)])
    .map(([, code = '']) => code),
);
/** For programs alone: mistakes of ours, and what no procedure asks for. */
const UNHEARD = ['misuse', 'no-such-procedure', 'unwanted'];

test('every failure that main tells is said in Chinese', () => {
  expect(CODES.size).toBeGreaterThan(30);
  expect([...CODES].filter((code) => !Object.hasOwn(chinese.failures, code)).toSorted()).toEqual(UNHEARD);
});

test('a failure is said in the language of the window, and names what it is about', () => {
  const message = 'There is a person named Anna already.';
  const failure = new BridgeError({ code: 'name-taken', message, about: 'Anna' });
  speak('zh');
  expect(sayFailure(failure)).toBe('已经有名为“Anna”的人物。');
  speak('en');
  expect(sayFailure(failure)).toBe(message);
});

test('what main alone knows of a failure is not lost', () => {
  speak('zh');
  const message = 'This import is done.';
  expect(sayFailure(new BridgeError({ code: 'invalid', message }))).toBe(`无法这样做。（${message}）`);
  expect(sayFailure(new BridgeError({ code: 'not-known-here', message }))).toBe(message);
  expect(sayFailure(new Error('No connection'))).toBe('No connection');
});
