/** What arrives of a request, whatever it is, and what is answered to those that are none. */
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ApiRequest, BegunRequest, FaceApi } from '../faceapi/face-api.ts';
import { type StatusName, statuses } from '../faceapi/statuses.ts';
import { type ApiServer, startApiServer } from './api-server.ts';
import { bareConnection, everythingFrom, readAnswer, sendBare } from './bare-connection.fixture.ts';

const calls: ApiRequest[] = [];
const refused: (readonly [StatusName, BegunRequest])[] = [];
let answer: (request: ApiRequest) => Promise<Record<string, unknown>> = async () => ({ status: 'OK' });

const rate = { 'X-RateLimit-Limit': '500', 'X-RateLimit-Remaining': '499', 'X-RateLimit-Reset': '10' };
const api: FaceApi = {
  async answer(request) {
    calls.push(request);
    return { http: 200, headers: rate, body: await answer(request) };
  },
  async refuse(status, request, reason) {
    refused.push([status, request]);
    return { http: statuses[status].http, headers: rate, body: { status, ...(reason && { reason }) } };
  },
};

let server: ApiServer;
beforeAll(async () => {
  const pages = { '/docs': { type: 'text/html', body: (at: string) => `<p>${at}</p>` } };
  server = await startApiServer(api, { port: 0, pages, most: { calls: 40, bytes: 40 * 1024 * 1024 } });
});
afterAll(() => server.close());
beforeEach(() => {
  calls.length = 0;
  refused.length = 0;
  answer = async () => ({ status: 'OK' });
});

/** The parameters of the last call, files as text. */
function arrived(): Record<string, unknown> {
  const call = calls.at(-1);
  if (!call) throw new Error('No call has arrived.');
  return Object.fromEntries(
    [...call.parameters].map(([name, value]) => [
      name,
      value && typeof value === 'object' && 'bytes' in value ? `file:${Buffer.from(value.bytes as Uint8Array)}` : value,
    ]),
  );
}

async function post(body: string | Buffer, type: string, query = ''): Promise<Response> {
  const headers = type === '' ? [] : [['content-type', type] as [string, string]];
  return fetch(`${server.address}/a/b${query}`, { method: 'POST', headers, body: new Uint8Array(Buffer.from(body)) });
}

const raw = (text: string | Buffer): Promise<string> => sendBare(server.port, text);

const multipart = (parts: readonly string[], boundary = 'xx'): string =>
  `${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')}--${boundary}--\r\n`;
const field = (name: string, value: string): string => `Content-Disposition: form-data; name="${name}"\r\n\r\n${value}`;
const file = (name: string, value: string, more = ''): string =>
  `Content-Disposition: form-data; name="${name}"; filename="NoName"\r\nContent-Type: application/octet-stream\r\n${more}\r\n${value}`;

const FORM = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data; boundary=xx';

describe('parameters', () => {
  test.each<[what: string, body: string, type: string, query: string, expected: object]>([
    ['a query string', '', '', '?a=1&b=%E8%BA%AB+x', { a: '1', b: '身 x' }],
    ['a key given more than once', '', '', '?a=1&a=2&a=3', { a: ['1', '2', '3'] }],
    ['percents that mean nothing', '', '', '?a=%zz&b=%', { a: '%zz', b: '%' }],
    ['a second question mark', '', '', '?a=b?c', { a: 'b?c' }],
    ['a form', 'a=1&b=x%20y&a=2', FORM, '', { a: ['1', '2'], b: 'x y' }],
    ['a form of a known charset', 'a=%C3%A4', `${FORM}; charset=UTF-8`, '', { a: 'ä' }],
    ['JSON', '{"a": 1, "b": ["x", "y"], "c": null}', 'application/json', '', { a: 1, b: ['x', 'y'], c: null }],
    ['JSON by any other capitals', '{"a": 1}', 'Application/JSON;charset=utf-8', '', { a: 1 }],
    ['JSON with a byte order mark', '\uFEFF{"a": 1}', 'application/json', '', { a: 1 }],
    ['JSON that does not say so', '{"a": 1}', '', '', { a: 1 }],
    ['a text', 'a=1', 'text/plain', '?b=2', { b: '2' }],
    ['nothing, as JSON', '', 'application/json', '?b=2', { b: '2' }],
    ['both, where the body wins', '{"a": 1}', 'application/json', '?a=2&b=3', { a: 1, b: '3' }],
    [
      'a multipart body',
      multipart([field('a', 'ä'), file('file', 'JPEG')]),
      MULTIPART,
      '',
      { a: 'ä', file: 'file:JPEG' },
    ],
    ['a part that comes twice', multipart([field('a', '1'), field('a', '2')]), MULTIPART, '', { a: ['1', '2'] }],
    [
      'a file that comes twice',
      multipart([file('file', 'one'), file('file', 'two')]),
      MULTIPART,
      '',
      { file: 'file:one' },
    ],
    ['bytes before the boundary', `\r\n${multipart([field('a', '1')])}`, MULTIPART, '', { a: '1' }],
    [
      'a file without a type',
      multipart(['Content-Disposition: form-data; name="file"; filename="x"\r\n\r\nabc']),
      MULTIPART,
      '',
      { file: 'file:abc' },
    ],
    ['an empty file', multipart([file('file', '')]), MULTIPART, '', { file: 'file:' }],
  ])('from %s', async (_what, body, type, query, expected) => {
    const response = await post(body, type, query);
    expect(await response.json()).toEqual({ status: 'OK' });
    expect(arrived()).toEqual(expected);
    expect(calls[0]).toMatchObject({ method: 'POST', path: '/a/b', bodyFault: null, remote: '127.0.0.1' });
  });

  test.each([
    ['cut off', '{"a": 1', 'JSON'],
    ['a list', '[1]', 'JSON'],
    ['null', 'null', 'JSON'],
    ['a number', '12', 'JSON'],
    ['a hundred thousand brackets', '['.repeat(100_000), 'JSON'],
    ['a hundred thousand objects', '{"a":'.repeat(100_000), 'JSON'],
  ])('JSON that is %s is a fault of the body', async (_what, body, kind) => {
    await post(body, 'application/json', '?a=1');
    expect(calls[0]).toMatchObject({ bodyFault: `malformed ${kind} body` });
    expect(arrived()).toEqual({ a: '1' });
  });

  test.each([
    ['without a boundary', multipart([field('a', '1')]), 'multipart/form-data'],
    ['of another boundary', multipart([field('a', '1')], 'yy'), MULTIPART],
    ['that is cut off', multipart([file('file', 'JPEG')]).slice(0, -12), MULTIPART],
    ['that is none', 'hello', MULTIPART],
    ['of ten thousand parts', multipart(Array(10_000).fill(field('a', '1'))), MULTIPART],
  ])('a multipart body %s is a fault', async (_what, body, type) => {
    const response = await post(body, type, '?a=1');
    expect(response.status).toBe(200);
    expect(calls[0]?.bodyFault).toBe('malformed multipart body');
    expect(arrived()).toEqual({ a: '1' });
  });

  test('names that mean something to JavaScript mean nothing here', async () => {
    await post('{"__proto__": {"polluted": 1}, "constructor": {"prototype": 1}, "a": 1}', 'application/json');
    await post('__proto__=1&constructor=2&hasOwnProperty=3', FORM);
    await post(multipart([field('__proto__', '1'), field('toString', '2')]), MULTIPART);
    expect(calls).toHaveLength(3);
    expect(calls[2]?.parameters.get('toString')).toBe('2');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('GET may have a body', async () => {
    const body = '{"a": 1}';
    const headers = { 'content-type': 'application/json', 'content-length': body.length };
    await new Promise<void>((resolve, reject) => {
      const call = httpRequest(`${server.address}/a?b=2`, { method: 'GET', headers }, (response) => {
        response.resume().on('end', resolve);
      });
      call.on('error', reject);
      call.end(body);
    });
    expect(arrived()).toEqual({ a: 1, b: '2' });
  });
});

test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'TRACE', 'QUERY'])(
  '%s reaches the API as well',
  async (method) => {
    const text = await raw(
      `${method} /a/b HTTP/1.1\r\nHost: localhost\r\nOrigin: http://x\r\nConnection: close\r\n\r\n`,
    );
    expect(readAnswer(text)).toEqual([200, { status: 'OK' }]);
    expect(calls[0]).toMatchObject({ method, path: '/a/b' });
    expect(text).not.toMatch(/access-control/i);
  },
);

test('headers are in the capitals that the API gives them', async () => {
  const text = await raw('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
  expect(text).toContain('\r\nX-RateLimit-Limit: 500\r\n');
});

test('HEAD is answered without a body', async () => {
  const response = await fetch(`${server.address}/a`, { method: 'HEAD' });
  expect([response.status, await response.text()]).toEqual([200, '']);
});

test.each(['/%zz', '//', '/a/../b', `/${'x'.repeat(5000)}`, '/%00', '/a;b'])(
  'the path %.20s is one like any other',
  async (path) => {
    const text = await raw(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    expect(text).toContain('{"status":"OK"}');
    expect(calls[0]?.path).toBe(path);
  },
);

describe('the name of this machine', () => {
  test.each(['127.0.0.1', 'localhost', 'LOCALHOST:99', '[::1]', '[::1]:8016'])('%s is one', async (host) => {
    expect(await raw(`GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).toContain('200 OK');
  });
  test.each(['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:80', '192.168.1.5', '', 'a@localhost'])(
    '"%s" is not',
    async (host) => {
      const text = await raw(`GET /?a=1 HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
      expect(text).toContain('HTTP/1.1 403');
      expect(text).toContain('{"status":"FORBIDDEN_HOST"}');
      expect(calls).toEqual([]);
    },
  );
});

test.each(['1.0', '1.1'])('no name in HTTP/%s is not the name of this machine', async (version) => {
  expect(readAnswer(await raw(`GET / HTTP/${version}\r\n\r\n`))).toEqual([403, { status: 'FORBIDDEN_HOST' }]);
});

test('a client that is refused may send its whole body and gets its answer', async () => {
  const body = 'x'.repeat(5_000_000);
  const text = await raw(`POST / HTTP/1.1\r\nHost: evil.example\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
  expect(readAnswer(text)).toEqual([403, { status: 'FORBIDDEN_HOST' }]);
});

describe('what is no request', () => {
  test.each<[what: string, bytes: string, code: number]>([
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['a header that is none', 'GET / HTTP/1.1\r\nHost: localhost\r\nno colon here\r\n\r\n', 400],
    ['a huge header', `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(300_000)}\r\n\r\n`, 431],
    ['a huge query', `GET /?${'x'.repeat(300_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`, 431],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', 400],
    [
      'a length and chunks',
      'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['chunks that are none', 'POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', 400],
  ])('%s is answered in JSON', async (_what, bytes, code) => {
    const text = await raw(bytes);
    expect(text).toMatch(new RegExp(`^HTTP/1.1 ${code} `));
    expect(text).toContain('X-RateLimit-Remaining: 499');
    expect(JSON.parse(text.slice(text.indexOf('\r\n\r\n')))).toEqual({
      status: 'INVALID_ARGUMENT',
      reason: 'malformed request',
    });
  });

  test('a tunnel to elsewhere is answered in JSON', async () => {
    const text = await raw('CONNECT example.org:443 HTTP/1.1\r\nHost: localhost\r\n\r\n');
    expect(readAnswer(text)).toEqual([400, { status: 'INVALID_ARGUMENT', reason: 'malformed request' }]);
  });

  test('what goes wrong is told once', async () => {
    const socket = bareConnection(server.port);
    const answer = everythingFrom(socket);
    for (let at = 0; at < 5; at++) socket.write('hello\r\n\r\n');
    expect((await answer).match(/HTTP\/1\.1/g)).toHaveLength(1);
    expect(refused).toHaveLength(1);
  });
});

describe('what other servers stumble over is a call like any other', () => {
  test.each([
    ['a content type that is none', 'Content-Type: ;;/\r\n'],
    ['a content type without a slash', 'Content-Type: json\r\n'],
    ['a content type of blanks', 'Content-Type:   \r\n'],
    ['an expectation that nobody knows', 'Expect: wonders\r\n'],
    ['another protocol to change to', 'Connection: upgrade\r\nUpgrade: websocket\r\n'],
  ])('%s', async (_what, header) => {
    const text = await raw(
      `POST /a?b=1 HTTP/1.1\r\nHost: localhost\r\n${header}Content-Length: 3\r\nConnection: close\r\n\r\nxyz`,
    );
    expect(readAnswer(text)).toEqual([200, { status: 'OK' }]);
    expect(arrived()).toEqual({ b: '1' });
  });

  test('a query of nothing but separators', async () => {
    const text = await raw(`GET /a?${'&'.repeat(261_000)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    expect(readAnswer(text)).toEqual([200, { status: 'OK' }]);
  });

  test('a body in chunks that does not say what it is', async () => {
    const text = await raw(
      'POST /a HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n' +
        '5\r\n{"a":\r\n2\r\n1}\r\n0\r\n\r\n',
    );
    expect(readAnswer(text)).toEqual([200, { status: 'OK' }]);
    expect(arrived()).toEqual({ a: 1 });
  });

  test('a body of a method that has none', async () => {
    const text = await raw(
      'DELETE /a HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 7\r\n\r\n{"a":1}',
    );
    expect(readAnswer(text)).toEqual([200, { status: 'OK' }]);
    expect(arrived()).toEqual({ a: 1 });
  });
});

describe('a body that is too large', () => {
  const limit = 16 * 1024 * 1024;

  test('16 MiB are taken, a byte more is refused so that the client can read it', async () => {
    expect((await post(Buffer.alloc(limit, 'a'), 'text/plain')).status).toBe(200);
    const response = await post(Buffer.alloc(limit + 1, 'a'), 'text/plain', '?a=1');
    expect(response.status).toBe(413);
    expect(await response.json()).toEqual({ status: 'REQUEST_ENTITY_TOO_LARGE' });
    expect(response.headers.get('x-ratelimit-limit')).toBe('500');
    expect(refused[0]?.[1]).toMatchObject({ path: '/a/b', parameters: new Map([['a', '1']]) });
  });

  test('the same in chunks, without a length', async () => {
    const chunk = new Uint8Array(1024 * 1024);
    const body = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 20; i++) controller.enqueue(chunk);
        controller.close();
      },
    });
    const init = { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'text/plain' } };
    const response = await fetch(`${server.address}/a`, init as RequestInit);
    expect([response.status, await response.json()]).toEqual([413, { status: 'REQUEST_ENTITY_TOO_LARGE' }]);
  });

  test('nothing of it is kept', async () => {
    await expect.poll(() => server.load).toEqual({ calls: 0, bytes: 0 });
  });
});

describe('too much at once', () => {
  test('more calls than can be held are told to come back', async () => {
    const held = Promise.withResolvers<void>();
    answer = async () => {
      await held.promise;
      return { status: 'OK' };
    };
    const asked = Array.from({ length: 50 }, () => fetch(`${server.address}/slow`));
    await expect.poll(() => server.load.calls).toBeGreaterThanOrEqual(40);
    await expect.poll(() => refused.length).toBe(10);
    held.resolve();
    const responses = await Promise.all(asked);
    const busy = responses.filter(({ status }) => status === 503);
    expect(responses.filter(({ status }) => status === 200)).toHaveLength(40);
    expect(busy).toHaveLength(10);
    expect(busy[0]?.headers.get('retry-after')).toBe('1');
    expect(await busy[0]?.json()).toEqual({ status: 'BUSY' });
    await expect.poll(() => server.load).toEqual({ calls: 0, bytes: 0 });
  });

  test('more bytes than can be held as well', async () => {
    const held = Promise.withResolvers<void>();
    answer = async () => {
      await held.promise;
      return { status: 'OK' };
    };
    const large = Buffer.alloc(15 * 1024 * 1024, 'a');
    const two = [post(large, 'text/plain'), post(large, 'text/plain')];
    await expect.poll(() => calls.length).toBe(2);
    const third = await post(large, 'text/plain');
    expect([third.status, await third.json()]).toEqual([503, { status: 'BUSY' }]);
    held.resolve();
    expect((await Promise.all(two)).map(({ status }) => status)).toEqual([200, 200]);
    await expect.poll(() => server.load).toEqual({ calls: 0, bytes: 0 });
  });
});

describe('a client that hangs up', () => {
  test('in the middle of its upload leaves nothing behind', async () => {
    const head = `POST /a HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${MULTIPART}\r\nContent-Length: 5000000\r\n\r\n`;
    for (let round = 0; round < 10; round++) {
      await Promise.all(
        Array.from(
          { length: 20 },
          () =>
            new Promise<void>((resolve) => {
              const socket = bareConnection(server.port).on('close', () => resolve());
              socket.write(head + 'x'.repeat(50_000), () => socket.destroy());
            }),
        ),
      );
    }
    await expect.poll(() => server.load).toEqual({ calls: 0, bytes: 0 });
    expect(calls).toEqual([]);
    expect((await fetch(`${server.address}/a`)).status).toBe(200);
  });

  test('before its answer has its work taken back', async () => {
    const aborted = Promise.withResolvers<void>();
    answer = ({ signal }) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          aborted.resolve();
          resolve({ status: 'OK' });
        });
      });
    const controller = new AbortController();
    const asked = fetch(`${server.address}/slow`, { signal: controller.signal });
    await expect.poll(() => calls.length).toBe(1);
    controller.abort();
    await expect(asked).rejects.toThrow();
    await aborted.promise;
    await expect.poll(() => server.load.calls).toBe(0);
  });

  test('and one that stays has a signal that says nothing', async () => {
    await (await fetch(`${server.address}/a`)).text();
    expect(calls[0]?.signal.aborted).toBe(false);
  });
});

test.each(['/a', '/%zz'])('a fault of %s is an answer without a stack', async (path) => {
  answer = () => Promise.reject(new Error('the secret of the database'));
  const text = await raw(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  expect(readAnswer(text)).toEqual([500, { status: 'INTERNAL_ERROR' }]);
  await expect.poll(() => server.load).toEqual({ calls: 0, bytes: 0 });
});

test('pages are served beside the endpoints, under a policy that lets nothing in', async () => {
  const response = await fetch(`${server.address}/docs`);
  expect(await response.text()).toBe(`<p>${server.address}</p>`);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

describe('starting and stopping', () => {
  test('it listens on this machine only, by both its addresses where there are two', async () => {
    const overIpv6 = await fetch(`http://[::1]:${server.port}/a`).catch(() => null);
    if (overIpv6) expect(await overIpv6.json()).toEqual({ status: 'OK' });
    const { networkInterfaces } = await import('node:os');
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .find(({ internal, family }) => !internal && family === 'IPv4');
    if (outside) await expect(fetch(`http://${outside.address}:${server.port}/a`)).rejects.toThrow();
  });

  test('a port that is taken is said in a sentence', async () => {
    await expect(startApiServer(api, { port: server.port })).rejects.toMatchObject({
      code: 'port-taken',
      message: `Port ${server.port} is used by another program. Choose another port for the API.`,
    });
  });

  test('stopping finishes what is at hand', async () => {
    const own = await startApiServer(api, { port: 0 });
    // A connection that stays open.
    await (await fetch(`${own.address}/a`)).text();
    const held = Promise.withResolvers<void>();
    answer = async () => {
      await held.promise;
      return { status: 'OK', late: true };
    };
    const asked = fetch(`${own.address}/slow`);
    await expect.poll(() => calls.some(({ path }) => path === '/slow')).toBe(true);
    const closed = own.close();
    held.resolve();
    expect(await (await asked).json()).toEqual({ status: 'OK', late: true });
    await closed;
    await expect(fetch(`${own.address}/a`)).rejects.toThrow();
  });
});
