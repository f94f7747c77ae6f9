/** The OpenAPI document: valid, and all of the API. */
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { endpoints } from './endpoints.ts';
import { openApi } from './openapi.ts';
import { type StatusName, statuses } from './statuses.ts';

const SERVER = 'http://127.0.0.1:8016';

const response = z.looseObject({ description: z.string() });
const operation = z.looseObject({
  operationId: z.string(),
  summary: z.string().min(5),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(z.looseObject({ name: z.string(), in: z.literal('query'), required: z.boolean() })).optional(),
  requestBody: z.looseObject({ content: z.record(z.string(), z.looseObject({ schema: z.json() })) }).optional(),
  responses: z.record(z.string(), z.json()),
});
const document = z
  .looseObject({
    servers: z.tuple([z.object({ url: z.string() })]),
    tags: z.array(z.object({ name: z.string(), description: z.string() })),
    paths: z.record(z.string(), z.partialRecord(z.enum(['get', 'post']), operation)),
    components: z.looseObject({ responses: z.record(z.string(), response) }),
  })
  .parse(openApi(SERVER));

const operationOf = ({ method, path }: { method: string; path: string }): z.infer<typeof operation> =>
  operation.parse(document.paths[path]?.[method === 'GET' ? 'get' : 'post']);

test('is a valid OpenAPI document of version 3.1', async () => {
  const validator = new Validator();
  expect(await validator.validate(openApi(SERVER))).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
});

test('has references to what is there only', () => {
  const text = JSON.stringify(openApi(SERVER));
  for (const [, pointer = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const target = pointer.split('/').reduce<unknown>((at, key) => z.looseObject({}).parse(at)[key], openApi(SERVER));
    expect([pointer, target]).toEqual([pointer, expect.anything()]);
  }
});

// The validator leaves schemas to whoever reads them.
test('has no schema that cannot be read', () => {
  const read = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'schema') expect(() => z.fromJSONSchema(inner)).not.toThrow();
      else read(inner);
    }
  };
  read(openApi(SERVER));
});

test('says where the API answers', () => {
  expect(document.servers).toEqual([{ url: SERVER }]);
});

test('has every endpoint, and nothing else', () => {
  const written = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(written).toEqual(endpoints.map(({ method, path }) => `${method} ${path}`));
});

test('has every status', () => {
  const text = JSON.stringify(document);
  for (const name of Object.keys(statuses)) expect(text).toContain(`"${name}"`);
});

test('names each operation once', () => {
  const ids = endpoints.map((endpoint) => operationOf(endpoint).operationId);
  expect(new Set(ids).size).toBe(30);
  for (const id of ids) expect(id).toMatch(/^[a-z]+_[a-z_]+$/);
});

describe.each(endpoints.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
  '%s',
  (_call, endpoint) => {
    const { parameters = [], requestBody, responses, security } = operationOf(endpoint);
    const names = Object.keys(endpoint.parameters);

    test('has every parameter where it belongs', () => {
      if (endpoint.method === 'GET') {
        expect(requestBody).toBeUndefined();
        expect(parameters.map(({ name, required }) => [name, required])).toEqual(
          names.map((name) => [name, endpoint.parameters[name]?.required]),
        );
        return;
      }
      expect(parameters).toEqual([]);
      const content = requestBody?.content ?? {};
      expect(Object.keys(content)).toEqual([
        'application/json',
        'application/x-www-form-urlencoded',
        'multipart/form-data',
      ]);
      const fieldsOf = (type: string) => Object.keys(bodySchema.parse(content[type]?.schema).properties);
      expect(fieldsOf('multipart/form-data')).toEqual(['api_id', 'api_secret', ...names]);
      for (const type of ['application/json', 'application/x-www-form-urlencoded']) {
        expect(fieldsOf(type)).toEqual(['api_id', 'api_secret', ...names.filter((name) => name !== 'file')]);
      }
    });

    test('wants the credentials in the query string, or in the body where there is one', () => {
      const inQuery = { api_id: [], api_secret: [] };
      expect(security).toEqual(endpoint.method === 'GET' ? [inQuery] : [inQuery, {}]);
    });

    test('has every answer', () => {
      expect(Object.keys(responses)).toEqual([
        '200',
        ...(endpoint.deferrable ? ['202'] : []),
        '400',
        '401',
        '403',
        '404',
        '413',
        '500',
        '503',
      ]);
      const told: StatusName[] = ['INVALID_ARGUMENT', ...endpoint.statuses];
      for (const name of told) expect(JSON.stringify(responses['400'])).toContain(`"${name}"`);
    });
  },
);

const bodySchema = z.looseObject({ properties: z.record(z.string(), z.json()) });
