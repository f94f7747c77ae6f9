/** What every call passes before it does anything: path, credentials, expiry, rate, permission, body; and the headers. */
import { expect, test } from 'vitest';
import { openApi, request } from './api.ts';

const rate = (headers: Headers) => [
  headers.get('x-ratelimit-limit'),
  headers.get('x-ratelimit-remaining'),
  headers.get('x-ratelimit-reset'),
];

test('credentials may be in the query string or in the body, whatever its encoding', async () => {
  const api = await openApi();
  expect((await api.get('/info/api')).body.status).toBe('OK');
  for (const encoding of ['query', 'form', 'json', 'multipart'] as const) {
    expect((await api.post('/group/create', { name: 'G' }, api.credentials, encoding)).body.status).toBe('OK');
  }
});

test.each([
  ['none', {}],
  ['an id alone', { api_id: 'a'.repeat(32) }],
  ['an unknown id', { api_id: 'a'.repeat(32), api_secret: 'x'.repeat(43) }],
  ['no text', { api_id: '', api_secret: '' }],
])('credentials: %s', async (_what, values) => {
  const api = await openApi();
  for (const path of ['/info/api', '/info/face']) {
    const answer = await request(api.server.address, 'GET', path, values, 'query');
    expect(answer.body).toEqual({ status: 'UNAUTHORIZED' });
    expect(answer.http).toBe(401);
  }
});

test('a wrong secret opens nothing and does not use up the calls of its key', async () => {
  const api = await openApi({ rate: { calls: 2, seconds: 10 } });
  const wrong = { ...api.credentials, api_secret: `${api.credentials.api_secret.slice(0, -1)}~` };
  for (let i = 0; i < 3; i++) expect((await api.get('/info/api', {}, wrong)).http).toBe(401);
  expect((await api.get('/info/api', {}, wrong)).headers.get('x-ratelimit-limit')).toBe('500');
  expect(rate((await api.get('/info/api')).headers)).toEqual(['2', '1', '10']);
});

test('a revoked key is unknown at the next call', async () => {
  const api = await openApi();
  expect((await api.get('/info/api')).http).toBe(200);
  api.library.transaction(() => api.library.apiKeys.revoke(api.credentials.api_id));
  expect((await api.get('/info/api')).body).toEqual({ status: 'UNAUTHORIZED' });
});

test('an expired key says when, and only then; it is told of itself before', async () => {
  const expiresAt = Date.UTC(2026, 0, 1, 0, 0, 5);
  const api = await openApi({ expiresAt });
  expect((await api.get('/info/api')).body.expiration_date).toBe('2026-01-01T00:00:05+00:00');
  api.pass(5);
  for (const path of ['/info/api', '/info/face']) {
    const answer = await api.get(path);
    expect(answer.body).toEqual({ status: 'KEY_EXPIRED', reason: 'account expired at 2026-01-01T00:00:05+00:00' });
    expect(answer.http).toBe(401);
  }
});

test('the window is fixed: refused calls neither count nor make it longer, and failed ones count', async () => {
  const api = await openApi({ rate: { calls: 3, seconds: 5 } });
  expect(rate((await api.get('/info/api')).headers)).toEqual(['3', '2', '5']);
  api.pass(1.5);
  expect(rate((await api.get('/info/face')).headers)).toEqual(['3', '1', '4']);
  expect(rate((await api.get('/no/such/path')).headers)).toEqual(['3', '0', '4']);
  for (let i = 0; i < 3; i++) {
    const refused = await api.get('/info/api');
    expect(refused.body).toEqual({ status: 'RATE_LIMIT_EXCEEDED' });
    expect(refused.http).toBe(403);
    expect(rate(refused.headers)).toEqual(['3', '0', '4']);
  }
  api.pass(3.499);
  expect((await api.get('/info/api')).http).toBe(403);
  api.pass(0.001);
  expect(rate((await api.get('/info/api')).headers)).toEqual(['3', '2', '5']);
});

test('a refused call does nothing', async () => {
  const api = await openApi({ rate: { calls: 1, seconds: 5 } });
  await api.get('/info/api');
  expect((await api.post('/person/create', { name: 'A' })).http).toBe(403);
  api.pass(5);
  expect((await api.get('/info/list_persons')).body.persons).toEqual([]);
});

test('each key has a window of its own', async () => {
  const api = await openApi({ rate: { calls: 1, seconds: 5 } });
  const other = api.key({ rate: { calls: 1, seconds: 5 } });
  expect((await api.get('/info/api')).http).toBe(200);
  expect((await api.get('/info/api')).http).toBe(403);
  expect((await api.get('/info/api', {}, other)).http).toBe(200);
});

test('a key may be allowed some endpoints only, or denied some', async () => {
  const api = await openApi({ allow: ['/info/api', '/info/face'], deny: ['/info/face'] });
  expect((await api.get('/info/api')).http).toBe(200);
  for (const answer of [
    await api.get('/info/face'),
    await api.get('/info/list_persons'),
    await api.post('/person/create'),
  ]) {
    expect(answer.body).toEqual({ status: 'NO_PERMISSION' });
    expect(answer.http).toBe(403);
  }
});

test.each([
  ['GET', '/'],
  ['GET', '/info'],
  ['GET', '/info/api/'],
  ['GET', '/INFO/API'],
  ['POST', '/face/grouping'],
  ['POST', '/v1/face/detection'],
])('%s %s is not there', async (method, path) => {
  const api = await openApi();
  const answer = await request(api.server.address, method, path, {}, 'query');
  expect(answer.body).toEqual({ status: 'NOT_FOUND' });
  expect(answer.http).toBe(404);
  expect(answer.headers.get('allow')).toBeNull();
  expect(rate(answer.headers)).toEqual(['500', '499', '10']);
});

test.each([
  ['POST', '/info/api', 'GET'],
  ['GET', '/person/delete', 'POST'],
  ['PUT', '/person/create', 'POST'],
  ['DELETE', '/info/person', 'GET'],
  ['OPTIONS', '/face/detection', 'POST'],
])('%s %s is not there, but %s is', async (method, path, allowed) => {
  const api = await openApi();
  const answer = await request(api.server.address, method, path, { ...api.credentials }, 'query');
  expect(answer.body).toEqual({ status: 'NOT_FOUND' });
  expect(answer.http).toBe(404);
  expect(answer.headers.get('allow')).toBe(allowed);
});

test('the checks are in order: path, credentials, expiry, rate, permission, arguments', async () => {
  const key = { rate: { calls: 1, seconds: 10 }, deny: ['/info/face'] };
  const api = await openApi({ ...key, expiresAt: Date.UTC(2026, 0, 1, 0, 0, 20) });
  const status = async (path: string): Promise<string> => (await api.get(path)).body.status;
  expect(await status('/info/face')).toBe('NO_PERMISSION');
  expect(await status('/info/face')).toBe('RATE_LIMIT_EXCEEDED');
  expect(await status('/info/nothing')).toBe('NOT_FOUND');
  api.pass(20);
  expect(await status('/info/face')).toBe('KEY_EXPIRED');
  expect(await status('/info/face')).toBe('KEY_EXPIRED');
});

test.each([
  ['/info/nothing', 'NOT_FOUND', null],
  ['/info/face', 'NOT_FOUND', 'GET'],
  ['/face/detection', 'REQUEST_ENTITY_TOO_LARGE', null],
])('a body of 17 MiB posted to %s is %s', async (path, status, allowed) => {
  const api = await openApi();
  const body = new Uint8Array(17 * 1024 * 1024);
  const response = await fetch(`${api.server.address}${path}`, { method: 'POST', body });
  expect(await response.json()).toEqual({ status });
  expect(response.status).toBe(status === 'NOT_FOUND' ? 404 : 413);
  expect(response.headers.get('allow')).toBe(allowed);
  expect(rate(response.headers)).toEqual(['500', '499', '10']);
});

test('a malformed body is told to those only who are known without it', async () => {
  const api = await openApi();
  const post = async (query: string): Promise<Response> =>
    fetch(`${api.server.address}/person/create?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"name": ',
    });
  const known = await post(new URLSearchParams({ ...api.credentials }).toString());
  expect(known.status).toBe(400);
  expect(await known.json()).toEqual({ status: 'INVALID_ARGUMENT', reason: 'malformed JSON body' });
  expect((await post('')).status).toBe(401);
});

test('GET takes its parameters from a JSON body too', async () => {
  const api = await openApi();
  const person_id = await api.person('Anna');
  const { hostname, port } = new URL(api.server.address);
  const { request: open } = await import('node:http');
  const body = JSON.stringify({ ...api.credentials, person_id });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const answer = await new Promise<string>((resolve, reject) => {
    const call = open({ hostname, port, path: '/info/person', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve(text));
    });
    call.on('error', reject);
    call.end(body);
  });
  expect(JSON.parse(answer)).toMatchObject({ status: 'OK', person_id, name: 'Anna' });
});

test('calls are noted without their parameters', async () => {
  const api = await openApi({ name: 'my script' });
  await api.get('/info/face', { face_id: 'secret things' });
  await request(api.server.address, 'GET', '/somewhere/secret', {}, 'query');
  expect(api.calls).toEqual([
    {
      ...{ at: Date.UTC(2026, 0, 1), key: 'my script', method: 'GET', path: '/info/face', http: 400 },
      ...{ status: 'INVALID_FACE', ms: expect.any(Number) },
    },
    expect.objectContaining({ key: null, path: 'unknown', http: 404, status: 'NOT_FOUND' }),
  ]);
  expect(JSON.stringify(api.calls)).not.toContain('secret things');
});

test('every answer is JSON', async () => {
  const api = await openApi();
  for (const answer of [await api.get('/info/api'), await api.get('/nowhere'), await api.post('/person/create')]) {
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  }
});
