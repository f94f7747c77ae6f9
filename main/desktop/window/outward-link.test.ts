import { expect, test } from 'vitest';
import { outwardLink } from './outward-link.ts';

const API = 'http://127.0.0.1:8016';

test.each([
  ['https://example.org', 'https://example.org/'],
  ['HTTPS://Example.org/a?b#c', 'https://example.org/a?b#c'],
  [`${API}/docs`, `${API}/docs`],
  [`${API}/docs#person`, `${API}/docs#person`],
])('%s goes to the browser', (link, given) => {
  expect(outwardLink(link, API)).toBe(given);
});

test.each([
  'http://example.org/',
  'file:///etc/passwd',
  'https://',
  'https://bank.example@evil.example/',
  'smb://host/share',
  'ms-settings:',
  'javascript:alert(1)',
  `${API}/detection/detect`,
  'http://127.0.0.1:8017/docs',
  'http://127.0.0.1.example.org:8016/docs',
  'app://kindred/index.html',
  'no address',
  '',
])('%s goes nowhere', (link) => {
  expect(outwardLink(link, API)).toBeNull();
});

test("the API's page is none while the API is off", () => {
  expect(outwardLink(`${API}/docs`, null)).toBeNull();
});
