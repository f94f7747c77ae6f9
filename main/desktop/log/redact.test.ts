import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { redact } from './redact.ts';

const APP = '/opt/Kindred (beta)/resources/app.asar';

test.each([
  [
    "ENOENT: no such file or directory, open '/home/anna/Photos/Bea.jpg'",
    'ENOENT: no such file or directory, open <text>',
  ],
  ['The engine was restarted (/home/anna/Our photos (2019)/Bea.jpg). It ran out', 'The engine was restarted (<path>'],
  ['Not readable: C:\\Users\\anna\\Bea.heic', 'Not readable: <path>'],
  ['At \\\\server\\photos\\x', 'At <path>'],
  ['See file:///home/anna/a', 'See <path>'],
  ['See ~/Bea', 'See <path>'],
  ['Bea and Anna.JPG is damaged', '<file> is damaged'],
  ['Unexpected token, "Anna" is not valid JSON', 'Unexpected token, <text> is not valid JSON'],
  [
    "Kindred's own words aren't touched, and 1/2 is a number",
    "Kindred's own words aren't touched, and 1/2 is a number",
  ],
])('%s', (text, written) => {
  expect(redact(text, APP)).toBe(written);
});

test("a place in Kindred's own code stays, by address and by path", () => {
  const frames = `    at read (${pathToFileURL(APP).href}/main/core.ts:12:3)\n    at ${APP}/node_modules/p-queue/dist/index.js:1:2`;
  expect(redact(frames, APP)).toBe(
    '    at read (<app>/main/core.ts:12:3)\n    at <app>/node_modules/p-queue/dist/index.js:1:2',
  );
});

test("a photo in Kindred's folder is a photo", () => {
  expect(redact(`${APP}/Anna.jpg`, APP)).toBe('<path>');
});
