/** The page at /docs: complete, harmless, and readable for everybody. */
import { describe, expect, test } from 'vitest';
import { type AnswerField, answerFields } from './answer-fields.ts';
import { clientExamples } from './client-examples.ts';
import { curlExample } from './curl-example.ts';
import { DOCS_CSS, docsPage } from './docs-page.ts';
import { endpoints } from './endpoints.ts';
import { html } from './html.ts';
import { COMMON_STATUSES, statuses } from './statuses.ts';

const SERVER = 'http://127.0.0.1:8016';
const page = docsPage(SERVER);

/** Opening and closing tags and comments, in order. */
const tags = [...page.matchAll(/<(\/?)([a-z0-9!]+)([^>]*)>/g)].map(([, slash, name = '', attributes = '']) => ({
  name,
  isEnd: slash === '/',
  attributes: new Map([...attributes.matchAll(/([a-z-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value])),
}));
const all = (attribute: string): string[] => tags.flatMap(({ attributes }) => attributes.get(attribute) ?? []);

const allNames = (fields: readonly AnswerField[]): string[] =>
  fields.flatMap(({ names, inner }) => [...names, ...allNames(inner)]);

describe.each(endpoints.map((endpoint) => [endpoint.path, endpoint] as const))('%s', (path, endpoint) => {
  const anchor = path.slice(1).replace('/', '-');
  const section = page.split('<section').find((part) => part.includes(`<h3 id="${anchor}">`)) ?? '';
  const isNamed = (name: string): boolean => section.includes(`<code>${name}</code>`);

  test('is in the list', () => {
    expect(page).toContain(`<li><a href="#${anchor}"><code>${path}</code></a></li>`);
  });

  test('has what it does, its parameters, an example, the fields of its answer and its failures', () => {
    expect(section).toContain(`<span class="method">${endpoint.method}</span> ${path}`);
    expect(section).toContain(html`${endpoint.summary}`.text);
    expect(section).toContain(html`${curlExample(endpoint, SERVER)}`.text);
    const named = [
      ...Object.keys(endpoint.parameters),
      'status',
      ...allNames(answerFields(endpoint.result)),
      ...endpoint.statuses,
    ];
    for (const name of named) expect([name, isNamed(name)]).toEqual([name, true]);
    for (const { about } of Object.values(endpoint.parameters)) expect(section).toContain(html`${about}`.text);
    expect(section.includes('href="#later"')).toBe(endpoint.deferrable !== undefined);
  });

  test('says when a field is there that is not there always', () => {
    const silent = (fields: readonly AnswerField[]): string[] =>
      fields.flatMap((field) => [
        ...(field.isAlwaysThere || field.about !== '' ? [] : field.names),
        ...silent(field.inner),
      ]);
    expect(silent(answerFields(endpoint.result))).toEqual([]);
  });
});

test('every status is told, and what it means', () => {
  for (const [name, { http, meaning }] of Object.entries(statuses)) {
    expect(page).toContain(
      `<td class="http">${http}</td><td><code>${name}</code></td><td>${html`${meaning}`.text}</td>`,
    );
  }
  expect(page.match(/<td class="http">/g)).toHaveLength(Object.keys(statuses).length);
  expect(page.indexOf('<h2 id="statuses">')).toBeLessThan(page.indexOf(`<td><code>${COMMON_STATUSES[0]}`));
});

test('the clients are there as they are', () => {
  for (const { code } of clientExamples(SERVER)) expect(page).toContain(html`translate="no">${code}</pre>`.text);
});

describe('harmless', () => {
  test('the name of the server is text', () => {
    expect(docsPage('http://<script>"')).not.toContain('<script');
    expect(docsPage('http://<script>"')).toContain('http://&lt;script&gt;&quot;');
  });

  test('no script, no style of its own, no form, no picture, no frame', () => {
    const names = new Set(tags.map(({ name }) => name));
    for (const name of ['script', 'style', 'form', 'img', 'iframe', 'object', 'base'])
      expect([name, names.has(name)]).toEqual([name, false]);
    const attributes = new Set(tags.flatMap(({ attributes }) => [...attributes.keys()]));
    expect([...attributes].filter((name) => name.startsWith('on') || name === 'style' || name === 'src')).toEqual([]);
  });

  test('nothing from elsewhere: links lead to places of the page and to its own files', () => {
    for (const href of all('href')) expect(href).toMatch(/^(#[a-z0-9_-]+|\/docs\.css|\/openapi\.json)$/);
    expect(DOCS_CSS).not.toMatch(/url\(|@import/);
  });
});

describe('sound', () => {
  test('every link has its place, and every place is there once', () => {
    const ids = all('id');
    expect(new Set(ids).size).toBe(ids.length);
    const wanted = [
      ...all('href')
        .filter((href) => href.startsWith('#'))
        .map((href) => href.slice(1)),
      ...all('aria-labelledby'),
    ];
    for (const id of wanted) expect(ids).toContain(id);
  });

  test('every element that is opened is closed', () => {
    const open: string[] = [];
    for (const { name, isEnd } of tags) {
      if (['!doctype', 'meta', 'link', 'br'].includes(name)) continue;
      if (isEnd) expect(open.pop()).toBe(name);
      else open.push(name);
    }
    expect(open).toEqual([]);
  });

  test('headings are in order, so that the page can be walked by them', () => {
    const levels = tags.filter(({ name, isEnd }) => /^h\d$/.test(name) && !isEnd).map(({ name }) => Number(name[1]));
    expect(levels[0]).toBe(1);
    for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
  });
});

describe('readable', () => {
  test.each([
    ['light', 0],
    ['dark', 1],
  ])('in a %s window every text has a contrast of 4.5 and more (WCAG AA)', (_theme, index) => {
    const colour = (name: string): string => {
      const [, light, dark] = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(DOCS_CSS) ?? [];
      return [light, dark][index] ?? '';
    };
    for (const ground of ['paper', 'raised']) {
      for (const text of ['ink', 'quiet', 'accent']) {
        const ratio = contrast(colour(text), colour(ground));
        expect([text, ground, ratio >= 4.5]).toEqual([text, ground, true]);
      }
    }
  });

  test('colours are said in one place', () => {
    expect(DOCS_CSS.slice(DOCS_CSS.indexOf('}'))).not.toMatch(/#[0-9a-f]{3,8}\b|rgb|hsl/);
  });
});

/** WCAG 2: the ratio of two colours' relative luminances. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
