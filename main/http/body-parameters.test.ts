/** What bodies of all kinds are read to, and that none of them can keep the process busy. */
import { describe, expect, test } from 'vitest';
import { readBodyParameters } from './body-parameters.ts';

const MIB = 1024 * 1024;
const FORM = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data; boundary=xx';

const read = (body: string | Buffer, type: string) => readBodyParameters(Buffer.from(body), type);
const part = (head: string, value = 'x'): string => `--xx\r\n${head}\r\n\r\n${value}\r\n`;
const END = '--xx--\r\n';
const field = (name: string, value?: string): string => part(`Content-Disposition: form-data; name="${name}"`, value);
const file = (name: string, value?: string): string =>
  part(`Content-Disposition: form-data; name="${name}"; filename="f"`, value);
const upload = (text: string) => ({ bytes: Buffer.from(text) });

describe('multipart', () => {
  test.each<[what: string, body: string, expected: Record<string, unknown>]>([
    ['no parts', END, {}],
    ['a name in UTF-8', field('身', '份') + END, { 身: '份' }],
    ['a part without a name', part('Content-Disposition: form-data') + END, {}],
    ['a file without a name', part('Content-Disposition: form-data; filename="f"') + END, {}],
    ['a part that says nothing of itself', part('X: y') + END, {}],
    [
      'a part of a charset that is none',
      part('Content-Disposition: form-data; name="a"\r\nContent-Type: text/plain; charset=zz') + END,
      { a: 'x' },
    ],
    [
      'a part in Latin 1',
      part('Content-Disposition: form-data; name="a"\r\nContent-Type: text/plain; charset=ISO-8859-1') + END,
      { a: 'x' },
    ],
    [
      'bytes of no known type and without a file name',
      part('Content-Disposition: form-data; name="a"\r\nContent-Type: application/octet-stream') + END,
      { a: upload('x') },
    ],
    [
      'no file chosen, by a client that leaves its name out',
      part('Content-Disposition: form-data; name="a"\r\nContent-Type: application/octet-stream', '') + END,
      {},
    ],
    ['no file chosen', part('Content-Disposition: form-data; name="a"; filename=""', '') + END, {}],
    [
      'a file with an empty name',
      part('Content-Disposition: form-data; name="a"; filename=""') + END,
      { a: upload('x') },
    ],
    ['an empty file with a name', file('a', '') + END, { a: upload('') }],
    ['a text before a file of the same name', field('a') + file('a') + END, { a: 'x' }],
    ['a file before a text of the same name', file('a', 'f') + field('a') + END, { a: upload('f') }],
    ['a line feed before the boundary, as a client adds it', file('a', 'f\r\n') + END, { a: upload('f\r\n') }],
    [
      'a head of 200 kB',
      part(`Content-Disposition: form-data; name="a"\r\nX: ${'x'.repeat(200_000)}`) + END,
      { a: 'x' },
    ],
    [
      'names that mean something to JavaScript',
      field('__proto__') + field('toString') + END,
      { ['__proto__']: 'x', toString: 'x' },
    ],
  ])('with %s', async (_what, body, expected) => {
    const { parameters, fault } = await read(body, MULTIPART);
    expect(fault).toBeNull();
    expect([...parameters]).toEqual(Object.entries(expected));
  });

  test('a file of many slices arrives as it was sent', async () => {
    const bytes = Buffer.alloc(
      3 * MIB,
      Uint8Array.from({ length: 251 }, (_, at) => at),
    );
    const body = Buffer.concat([Buffer.from(file('file', '').slice(0, -2)), bytes, Buffer.from(`\r\n${END}`)]);
    const { parameters } = await readBodyParameters(body, MULTIPART);
    expect((parameters.get('file') as { bytes: Buffer }).bytes.equals(bytes)).toBe(true);
  });

  test.each([
    ['cut off in the last boundary', `${field('a')}--xx`],
    ['cut off in the head of a part', '--xx\r\nContent-Dis'],
    ['cut off in a file', file('a', 'x'.repeat(100_000)).slice(0, -9)],
    ['with bare line feeds', field('a').replaceAll('\r', '')],
    ['of 16 MiB of parts', field('a').repeat(300_000) + END],
    ['of 16 MiB of empty parts', part('', '').repeat(1_600_000) + END],
    ['with more files than anybody sends', file('a').repeat(21) + END],
  ])('%s is a fault', async (_what, body) => {
    expect(await read(body, MULTIPART)).toEqual({ parameters: new Map(), fault: 'malformed multipart body' });
  });

  test.each(['multipart/form-data', 'multipart/form-data; boundary=', 'multipart/form-data; boundary="yy"'])(
    '%s is a fault',
    async (type) => {
      expect((await read(field('a') + END, type)).fault).toBe('malformed multipart body');
    },
  );
});

describe('a form', () => {
  test('whose key comes twenty thousand times is read at once', async () => {
    const { parameters } = await read('a=1&'.repeat(19_999), FORM);
    expect(parameters.get('a')).toHaveLength(19_999);
  });

  test.each([
    ['one key', 'a=1&'.repeat(4 * MIB)],
    ['no key at all', '&'.repeat(16 * MIB)],
    ['many keys', Array.from({ length: 100_000 }, (_, at) => `k${at}`).join('&')],
  ])('of millions of fields of %s is a fault', async (_what, body) => {
    expect(await read(body, FORM)).toEqual({ parameters: new Map(), fault: 'malformed form body' });
  });
});

describe('JSON', () => {
  test('with a long list is read', async () => {
    const ids = Array.from({ length: 100_000 }, (_, at) => at.toString(16).padStart(32, '0'));
    const { parameters } = await read(JSON.stringify({ face_id: ids }), 'application/json');
    expect(parameters.get('face_id')).toEqual(ids);
  });

  test('keeps the keys that mean something to JavaScript as keys', async () => {
    const { parameters } = await read('{"__proto__": {"a": 1}, "constructor": 2}', 'application/json');
    expect([...parameters.keys()]).toEqual(['__proto__', 'constructor']);
    expect(Object.hasOwn(Object.prototype, 'a')).toBe(false);
  });

  test('a hundred thousand brackets deep is read, as it is of a reasonable size', async () => {
    const deep = `{"a": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect((await read(deep, 'application/json')).fault).toBeNull();
  });

  test.each([
    ['brackets', `{"a": ${'['.repeat(8 * MIB)}${']'.repeat(8 * MIB)}}`],
    ['objects', `{"a": [${'{},'.repeat(4 * MIB)}1]}`],
    ['keys', `{${Array.from({ length: 200_000 }, (_, at) => `"${at}":1`).join(',')}}`],
  ])('of millions of %s is a fault', async (_what, body) => {
    expect(await read(body, 'application/json')).toEqual({ parameters: new Map(), fault: 'malformed JSON body' });
  });
});

test.each(['text/plain', 'json', 'x/', ' , ', 'application/octet-stream'])(
  '%s is a body that nobody reads',
  async (type) => {
    expect(await read('{"a": 1}', type)).toEqual({ parameters: new Map(), fault: null });
  },
);
