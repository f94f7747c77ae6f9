/** The sample calls of the reference, replayed as its curl and its httpie samples send them. */
import { type IncomingHttpHeaders, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Engine } from '../../main/engine/engine.ts';
import { endpoints } from '../../main/faceapi/endpoints.ts';
import { openApi as openApiDocument } from '../../main/faceapi/openapi.ts';
import { fakeEngine } from '../../main/organizer/import/fake-engine.ts';
import { type Credentials, openApi, type TestApi, type Values } from './api.ts';
import { accepted, type Sample, samples } from './samples.ts';
import { describing, worldOf } from './world.ts';

let api: TestApi<Engine>;
let close: () => Promise<void>;
/** Of a key that is told everything later. */
let patient: Credentials;
beforeAll(async () => {
  const generous = { rate: { calls: 100_000, seconds: 10 }, expiresAt: Date.UTC(2027, 0, 1) };
  ({ api, close } = await openApi.on(describing(fakeEngine()), generous));
  patient = api.key({ ...generous, async: 'always' });
});
afterAll(() => close());

const tools = [
  ['curl', curl],
  ['httpie', httpie],
] as const;

describe.each(samples.map((sample) => [sample.call, sample] as const))('%s', (_call, sample) => {
  test.each(tools)('as %s', async (_tool, send) => {
    const { http, headers, body } = await send(sample, sample.sends(await worldOf(api, patient)), api.credentials);
    expect(http).toBe(200);
    expect(headers['content-type']).toMatch(/^application\/json/);
    // A strict schema tells what is missing and what is too much, and gives the fields back in its own order.
    expect(JSON.stringify(body)).toBe(JSON.stringify(sample.answers.parse(body)));
    const { status: _, ...result } = body;
    expect(tableRow(sample).result.parse(body)).toEqual(result);
    expect(documented(sample, 200).parse(body)).toEqual(body);
  });
});

describe.each(samples.filter(({ later }) => later).map((sample) => [sample.call, sample] as const))(
  '%s, answered later',
  (_call, sample) => {
    test.each(tools)('as %s', async (_tool, send) => {
      const { http, body } = await send(sample, sample.sends(await worldOf(api, patient)), patient);
      expect(http).toBe(202);
      const { task_id } = accepted.parse(body);
      expect(JSON.stringify(body)).toBe(JSON.stringify(accepted.parse(body)));
      expect(documented(sample, 202).parse(body)).toEqual(body);
      await api.settle();
      const { body: task } = await api.get('/info/task', { task_id });
      expect(task.task_status).toBe('done');
      expect(JSON.stringify(task.result)).toBe(JSON.stringify(sample.answers.parse(task.result)));
    });
  },
);

test('every endpoint of the table has a sample', () => {
  const sampled = new Set(samples.map(({ call }) => call));
  expect([...sampled]).toEqual(endpoints.map(({ method, path }) => `${method} ${path}`));
  expect(sampled.size).toBe(30);
});

describe('the errors that the reference shows', () => {
  test('a parameter is missing', async () => {
    const { http, body } = await curl({ call: 'POST /face/detection' }, { attributes: 1 }, api.credentials);
    expect(http).toBe(400);
    expect(body).toEqual({ status: 'INVALID_ARGUMENT', reason: "must specify 'file' or 'url' argument" });
  });

  test.each([0, 11, '11'])('top is out of range: %j', async (top) => {
    const { anna, faceset } = await worldOf(api, patient);
    const sent = { face_id: anna, faceset_id: faceset, top };
    const { http, body } = await curl({ call: 'POST /face/search' }, sent, api.credentials);
    expect(http).toBe(400);
    expect(body).toEqual({ status: 'INVALID_ARGUMENT', reason: "argument 'top': not in range(1..10)" });
  });

  test('the rate limit: 7 of 50 calls left, 5 seconds to go; then none, for 3 more', async () => {
    const limited = await openApi({ rate: { calls: 50, seconds: 10 } });
    const call = (): Promise<Sent> => send(limited.server.address, 'GET', '/info/api', { ...limited.credentials });
    for (let made = 0; made < 42; made++) await call();
    limited.pass(5);
    const allowed = await call();
    expect(allowed.http).toBe(200);
    expect(allowed.headers).toMatchObject(rateHeaders(50, 7, 5));
    for (let made = 43; made < 50; made++) await call();
    limited.pass(2);
    const refused = await call();
    expect(refused.http).toBe(403);
    expect(refused.headers).toMatchObject(rateHeaders(50, 0, 3));
    expect(refused.body).toEqual({ status: 'RATE_LIMIT_EXCEEDED' });
  });

  test('a key that may not call an endpoint', async () => {
    const { http, body } = await curl({ call: 'GET /info/api' }, {}, api.key({ deny: ['/info/api'] }));
    expect(http).toBe(403);
    expect(body).toEqual({ status: 'NO_PERMISSION' });
  });
});

test('/info/api tells the limits and the usage that the reference shows', async () => {
  const quotas = {
    groups: 10,
    persons: 80,
    facesets: 15,
    persons_per_group: 30,
    faces_per_person: 10,
    faces_per_faceset: 50,
  };
  const small = await openApi({ rate: { calls: 50, seconds: 10 }, quotas });
  await small.post('/group/create', { name: 'G' });
  for (let i = 0; i < 5; i++) await small.person('P');
  for (let i = 0; i < 6; i++) await small.post('/faceset/create', { name: 'S' });
  expect((await small.get('/info/api')).body).toEqual({
    status: 'OK',
    rate_limit: '50q/10s',
    quota: quotas,
    usage: { groups: 1, persons: 5, facesets: 6 },
  });
});

/** Credentials in the query string; a GET's other parameters too, a POST's as JSON, or as parts where there is a file. */
async function curl({ call }: Pick<Sample, 'call'>, values: Values, as: Credentials): Promise<Sent> {
  const [method = '', path = ''] = call.split(' ');
  if (method === 'GET') return send(api.server.address, method, path, { ...as, ...values });
  return send(api.server.address, method, path, { ...as }, hasFile(values) ? await asParts(values) : asJson(values));
}

/** As curl does, but the parameters of a GET are a JSON body as well, and every value is text. */
async function httpie({ call }: Pick<Sample, 'call'>, values: Values, as: Credentials): Promise<Sent> {
  const [method = '', path = ''] = call.split(' ');
  const texts = Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? value.join() : `${value}`]);
  const body = hasFile(values) ? await asParts(values) : asJson(Object.fromEntries(texts));
  return send(api.server.address, method, path, { ...as }, texts.length === 0 ? undefined : body);
}

interface Body {
  readonly type: string;
  readonly bytes: Uint8Array;
}

interface Sent {
  readonly http: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Values;
}

const hasFile = (values: Values): boolean => Object.values(values).some((value) => value instanceof Uint8Array);

const asJson = (values: Values): Body => ({ type: 'application/json', bytes: Buffer.from(JSON.stringify(values)) });

async function asParts(values: Values): Promise<Body> {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) {
    if (value instanceof Uint8Array) form.set(name, new Blob([new Uint8Array(value)]), 'IMAGE');
    else form.set(name, String(value));
  }
  const encoded = new Response(form);
  return { type: encoded.headers.get('content-type') ?? '', bytes: await encoded.bytes() };
}

/** One call; unlike fetch, a GET may have a body. */
function send(address: string, method: string, path: string, query: Values, body?: Body): Promise<Sent> {
  const url = new URL(path, address);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  const headers = body && { 'content-type': body.type, 'content-length': body.bytes.length };
  return new Promise((resolve, reject) => {
    const call = request(url, { method, headers: { ...headers } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('error', reject);
      response.on('end', () =>
        resolve({ http: response.statusCode, headers: response.headers, body: JSON.parse(text) }),
      );
    });
    call.on('error', reject);
    call.end(body?.bytes);
  });
}

const rateHeaders = (limit: number, remaining: number, reset: number) => ({
  'x-ratelimit-limit': `${limit}`,
  'x-ratelimit-remaining': `${remaining}`,
  'x-ratelimit-reset': `${reset}`,
});

function tableRow({ call }: Pick<Sample, 'call'>) {
  const row = endpoints.find(({ method, path }) => `${method} ${path}` === call);
  if (!row) throw new Error(`${call} is no endpoint.`);
  return row;
}

/** The schema that /openapi.json has for an answer. */
function documented({ call }: Pick<Sample, 'call'>, http: 200 | 202): z.ZodType {
  const [method = '', path = ''] = call.split(' ');
  const place = ['paths', path, method.toLowerCase(), 'responses', `${http}`, 'content', 'application/json', 'schema'];
  const schema = place.reduce<unknown>((at, key) => anyObject.parse(at)[key], openApiDocument(api.server.address));
  return z.fromJSONSchema(anyObject.parse(schema));
}

const anyObject = z.looseObject({});
