/** The face API as an OpenAPI 3.1 document, made from the table of endpoints. */
import type { z } from 'zod';
import { VERSION } from '../version.ts';
import type { Endpoint } from './endpoint.ts';
import { endpoints } from './endpoints.ts';
import { type Family, families, familyOf } from './families.ts';
import type { Parameter } from './parameters.ts';
import { resultSchema } from './result-schema.ts';
import { accepted } from './results.ts';
import { COMMON_STATUSES, type StatusName, statuses } from './statuses.ts';

type Json = Readonly<Record<string, unknown>>;

const INTRODUCTION = `Everything on this machine: the API answers this machine only, and no photo and no face leaves it.

Each call carries \`api_id\` and \`api_secret\`, in the query string or in the body. A POST takes its parameters as a query
string, JSON, form or multipart body, or some of each; the body wins. Lists are JSON arrays or text separated by commas.
Every answer is JSON with a \`status\` and has the headers X-RateLimit-Limit, -Remaining and -Reset.`;

const CREDENTIALS: Readonly<Record<string, Json>> = {
  api_id: { type: 'string', description: 'The id of your key, unless it is in the query string' },
  api_secret: { type: 'string', format: 'password', description: 'Its secret, unless it is in the query string' },
};

const wholeNumber = (description: string): Json => ({ description, schema: { type: 'integer', minimum: 0 } });

const RATE_HEADERS: Readonly<Record<string, Json>> = {
  'X-RateLimit-Limit': wholeNumber('Calls in a window'),
  'X-RateLimit-Remaining': wholeNumber('Calls left in this window'),
  'X-RateLimit-Reset': wholeNumber('Seconds until the window ends'),
};

/** Headers that come with one HTTP code beside those of every answer. */
const MORE_HEADERS: Readonly<Record<number, Readonly<Record<string, Json>>>> = {
  404: { Allow: { description: 'The method that the path has, if there is such a path', schema: { type: 'string' } } },
  503: { 'Retry-After': wholeNumber('Seconds after which to try again') },
};

/** Answers with these codes are the same for every endpoint. */
const COMMON_CODES = [...new Set(COMMON_STATUSES.map((name) => statuses[name].http))].sort((a, b) => a - b);

/** @param server where the API answers, e.g. `http://127.0.0.1:8016` */
export function openApi(server: string): Json {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Kindred face API v1',
      version: VERSION,
      description: INTRODUCTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: server }],
    externalDocs: { description: 'The same for people', url: `${server}/docs` },
    tags: Object.entries(families).map(([name, { about }]) => ({ name, description: about })),
    paths: Object.fromEntries(endpoints.map((endpoint) => [endpoint.path, pathItem(endpoint)])),
    components: {
      securitySchemes: {
        api_id: { type: 'apiKey', in: 'query', name: 'api_id', description: 'The id of your key' },
        api_secret: { type: 'apiKey', in: 'query', name: 'api_secret', description: 'Its secret' },
      },
      headers: RATE_HEADERS,
      responses: Object.fromEntries(COMMON_CODES.map((http) => [http, failure(http, COMMON_STATUSES)])),
    },
  };
}

function pathItem(endpoint: Endpoint): Json {
  const { method, path, summary, deferrable } = endpoint;
  const inQuery = { api_id: [], api_secret: [] };
  const tag: Family = familyOf(endpoint);
  const operation = {
    operationId: path.slice(1).replace('/', '_'),
    tags: [tag],
    summary,
    ...(deferrable && { description: 'May be answered later, with a task_id for /info/task.' }),
    ...(method === 'GET'
      ? { security: [inQuery], parameters: queryParameters(endpoint) }
      : // An empty requirement is how OpenAPI says that the body may have the credentials instead.
        { security: [inQuery, {}], requestBody: requestBody(endpoint) }),
    responses: responses(endpoint),
  };
  return { [method.toLowerCase()]: operation };
}

const queryParameters = ({ parameters }: Endpoint): Json[] =>
  Object.entries(parameters).map(([name, parameter]) => ({
    name,
    in: 'query',
    required: parameter.required,
    description: parameter.about,
    schema: parameter.kind.wire,
  }));

type Field = readonly [name: string, parameter: Parameter<unknown>];

function requestBody(endpoint: Endpoint): Json {
  const fields = Object.entries(endpoint.parameters);
  const files = fields.filter(isFile);
  const plain = {
    schema: bodySchema(
      endpoint,
      fields.filter((field) => !isFile(field)),
    ),
  };
  const encoding = Object.fromEntries(
    files.map(([name]) => [name, { contentType: 'image/*, application/octet-stream' }]),
  );
  return {
    // Without a body everything would have to be in the query string, which is allowed, but nothing to write down twice.
    required: true,
    content: {
      'application/json': plain,
      'application/x-www-form-urlencoded': plain,
      'multipart/form-data': { schema: bodySchema(endpoint, fields), ...(files.length > 0 && { encoding }) },
    },
  };
}

const isFile = ([, { kind }]: Field): boolean => kind.type === 'file';

function bodySchema(endpoint: Endpoint, fields: readonly Field[]): Json {
  const required = fields.filter(([, parameter]) => parameter.required).map(([name]) => name);
  return {
    type: 'object',
    properties: {
      ...CREDENTIALS,
      ...Object.fromEntries(fields.map(([name, parameter]) => [name, bodyField(parameter)])),
    },
    ...(required.length > 0 && { required }),
    ...oneOfThese(
      endpoint,
      fields.map(([name]) => name),
    ),
  };
}

function bodyField({ kind: { wire }, about }: Parameter<unknown>): Json {
  const { description } = wire;
  return { ...wire, description: description === undefined ? about : `${about}; ${description}` };
}

function oneOfThese({ exactlyOne, atLeastOne }: Endpoint, fields: readonly string[]): Json {
  const each = (names: readonly string[]) =>
    names.filter((name) => fields.includes(name)).map((name) => ({ required: [name] }));
  if (exactlyOne) return { oneOf: each(exactlyOne) };
  return atLeastOne ? { anyOf: each(atLeastOne) } : {};
}

function responses({ result, deferrable, statuses: own }: Endpoint): Json {
  return {
    200: answer('Done', okSchema(result)),
    ...(deferrable && { 202: answer('To be answered later: ask /info/task', okSchema(accepted)) }),
    400: failure(400, ['INVALID_ARGUMENT', ...own]),
    ...Object.fromEntries(COMMON_CODES.map((http) => [http, { $ref: `#/components/responses/${http}` }])),
  };
}

/** The answer that those of `names` with one HTTP code share. */
function failure(http: number, names: readonly StatusName[]): Json {
  const these = names.filter((name) => statuses[name].http === http);
  const description = these.map((name) => `- \`${name}\`: ${statuses[name].meaning}`).join('\n');
  const { headers, ...rest } = answer(description, failureSchema(these));
  return { ...rest, headers: { ...headers, ...MORE_HEADERS[http] } };
}

const rateHeaders = Object.fromEntries(
  Object.keys(RATE_HEADERS).map((name) => [name, { $ref: `#/components/headers/${name}` }]),
);

const answer = (description: string, schema: Json) => ({
  description,
  headers: rateHeaders,
  content: { 'application/json': { schema } },
});

const failureSchema = (names: readonly StatusName[]): Json => ({
  type: 'object',
  properties: { status: { type: 'string', enum: names }, reason: { type: 'string', description: 'What is wrong' } },
  required: ['status'],
});

/** The schema of a success: `status` before what the endpoint says. */
function okSchema(result: z.ZodType): Json {
  const { properties = {}, required = [], ...schema } = resultSchema(result);
  return {
    ...schema,
    properties: { status: { type: 'string', const: 'OK' }, ...properties },
    required: ['status', ...required],
  };
}
