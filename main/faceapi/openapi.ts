/** The face API as an OpenAPI 3.1 document, made from the table of endpoints. */
import { z } from 'zod';
import { VERSION } from '../version.ts';
import type { Endpoint } from './endpoint.ts';
import { endpoints } from './endpoints.ts';
import type { Parameter } from './parameters.ts';
import { accepted } from './results.ts';
import { COMMON_STATUSES, type StatusName, statuses } from './statuses.ts';

type Json = Readonly<Record<string, unknown>>;

const CREDENTIALS: Readonly<Record<string, Json>> = {
  api_id: { type: 'string', description: 'The id of your key' },
  api_secret: { type: 'string', format: 'password', description: 'The secret of your key' },
};

const INTRODUCTION = `Everything on this machine: the API answers on 127.0.0.1 only.

Each call carries \`api_id\` and \`api_secret\`, in the query string or in the body. A POST takes its parameters as a query
string, JSON, form or multipart body, or some of each; the body wins. Lists are JSON arrays or text separated by commas.
Every answer is JSON with a \`status\` and has the headers X-RateLimit-Limit, -Remaining and -Reset.`;

const RATE_HEADERS: Json = {
  'X-RateLimit-Limit': { description: 'Calls in a window', schema: { type: 'integer' } },
  'X-RateLimit-Remaining': { description: 'Calls left in this window', schema: { type: 'integer' } },
  'X-RateLimit-Reset': { description: 'Seconds until the window ends', schema: { type: 'integer' } },
};

/** @param server where the API answers, e.g. `http://127.0.0.1:8016` */
export function openApi(server: string): Json {
  return {
    openapi: '3.1.1',
    info: { title: 'Kindred face API v1', version: VERSION, description: INTRODUCTION, license: { name: 'MIT' } },
    servers: [{ url: server }],
    tags: families().map((name) => ({ name })),
    security: [{ api_id: [], api_secret: [] }],
    paths: Object.fromEntries(endpoints.map((endpoint) => [endpoint.path, pathItem(endpoint)])),
    components: {
      securitySchemes: {
        api_id: { type: 'apiKey', in: 'query', name: 'api_id' },
        api_secret: { type: 'apiKey', in: 'query', name: 'api_secret' },
      },
      headers: RATE_HEADERS,
    },
  };
}

/** `info`, `face`, `person` …: the first part of the path. */
export const familyOf = ({ path }: Endpoint): string => path.split('/')[1] ?? '';

const families = (): string[] => [...new Set(endpoints.map(familyOf))];

function pathItem(endpoint: Endpoint): Json {
  const { method, path, summary } = endpoint;
  const operation = {
    operationId: path.slice(1).replace('/', '_'),
    tags: [familyOf(endpoint)],
    summary,
    ...(method === 'GET' ? { parameters: queryParameters(endpoint) } : { requestBody: requestBody(endpoint) }),
    responses: responses(endpoint),
  };
  return { [method.toLowerCase()]: operation };
}

const wireOf = ({ kind, about }: Parameter<unknown>): Json => ({ ...kind.wire, title: about });

const queryParameters = ({ parameters }: Endpoint): Json[] =>
  Object.entries(parameters).map(([name, parameter]) => ({
    name,
    in: 'query',
    required: parameter.required,
    description: parameter.about,
    schema: parameter.kind.wire,
  }));

function requestBody(endpoint: Endpoint): Json {
  const entries = Object.entries(endpoint.parameters);
  const isFile = ([, { kind }]: (typeof entries)[number]): boolean => kind.wire['format'] === 'binary';
  const schema = (fields: typeof entries): Json => ({
    type: 'object',
    properties: {
      ...CREDENTIALS,
      ...Object.fromEntries(fields.map(([name, parameter]) => [name, wireOf(parameter)])),
    },
    required: fields.filter(([, parameter]) => parameter.required).map(([name]) => name),
    ...oneOfThese(
      endpoint,
      fields.map(([name]) => name),
    ),
  });
  const plain = { schema: schema(entries.filter((entry) => !isFile(entry))) };
  return {
    required: entries.some(([, parameter]) => parameter.required),
    content: {
      'application/json': plain,
      'application/x-www-form-urlencoded': plain,
      'multipart/form-data': { schema: schema(entries) },
    },
  };
}

function oneOfThese({ exactlyOne, atLeastOne }: Endpoint, fields: readonly string[]): Json {
  const each = (names: readonly string[]) =>
    names.filter((name) => fields.includes(name)).map((name) => ({ required: [name] }));
  if (exactlyOne) return { oneOf: each(exactlyOne) };
  return atLeastOne ? { anyOf: each(atLeastOne) } : {};
}

function responses({ result, deferrable, statuses: own }: Endpoint): Json {
  const needed: readonly StatusName[] = ['INVALID_ARGUMENT', ...own, ...COMMON_STATUSES];
  const codes = [...new Set(needed.map((name) => statuses[name].http))].sort((a, b) => a - b);
  return {
    200: answer('Done', okSchema(result)),
    ...(deferrable && { 202: answer('To be answered later: ask /info/task', okSchema(accepted)) }),
    ...Object.fromEntries(
      codes.map((http) => {
        const names = needed.filter((name) => statuses[name].http === http);
        return [http, answer(names.map((name) => `${name}: ${statuses[name].meaning}`).join('; '), errorSchema(names))];
      }),
    ),
  };
}

const answer = (description: string, schema: Json): Json => ({
  description,
  headers: Object.fromEntries(
    Object.keys(RATE_HEADERS).map((name) => [name, { $ref: `#/components/headers/${name}` }]),
  ),
  content: { 'application/json': { schema } },
});

const errorSchema = (names: readonly StatusName[]): Json => ({
  type: 'object',
  properties: { status: { enum: names }, reason: { type: 'string' } },
  required: ['status'],
});

/** The schema of a success: `status` before what the endpoint says. */
function okSchema(result: z.ZodType): Json {
  const { $schema: _, ...schema } = z.toJSONSchema(result, { io: 'input' });
  const { properties = {}, required = [] } = schema;
  return { ...schema, properties: { status: { const: 'OK' }, ...properties }, required: ['status', ...required] };
}
