/** What every endpoint says of a missing, empty, wrong or misplaced argument. */
import { beforeAll, describe, expect, test } from 'vitest';
import { type Encoding, openApi, type TestApi, type Values } from './api.ts';

const NONE = 'f'.repeat(32);

/** A call and its whole answer; `ids` stand for things that exist. */
type Case = [path: string, values: Values, status: string, reason?: string];

const missing = (...names: string[]): string =>
  `must specify ${names.map((name) => `'${name}'`).join(' or ')} argument`;

const GET_CASES: readonly Case[] = [
  ['/info/task', {}, 'INVALID_ARGUMENT', missing('task_id')],
  ['/info/task', { task_id: '' }, 'INVALID_ARGUMENT', missing('task_id')],
  ['/info/task', { task_id: NONE }, 'INVALID_TASK'],
  ['/info/image', {}, 'INVALID_ARGUMENT', missing('image_id')],
  ['/info/image', { image_id: NONE }, 'INVALID_IMAGE'],
  ['/info/image', { image_id: 'no id at all' }, 'INVALID_IMAGE'],
  ['/info/image', { image_id: NONE, with_faces: '2' }, 'INVALID_ARGUMENT', "argument 'with_faces': not a boolean"],
  ['/info/face', {}, 'INVALID_ARGUMENT', missing('face_id')],
  ['/info/face', { face_id: NONE, with_image: 'yes' }, 'INVALID_ARGUMENT', "argument 'with_image': not a boolean"],
  ['/info/face', { face_id: NONE }, 'INVALID_FACE'],
  ['/info/person', {}, 'INVALID_ARGUMENT', missing('person_id')],
  ['/info/person', { person_id: NONE }, 'INVALID_PERSON'],
  ['/info/group', {}, 'INVALID_ARGUMENT', missing('group_id')],
  ['/info/group', { group_id: NONE }, 'INVALID_GROUP'],
  ['/info/faceset', {}, 'INVALID_ARGUMENT', missing('faceset_id')],
  ['/info/faceset', { faceset_id: NONE }, 'INVALID_FACESET'],
];

const LONG_NAME = 'ä'.repeat(513);
const LONG_DATA = 'x'.repeat(64 * 1024 + 1);

const POST_CASES: readonly Case[] = [
  ['/face/detection', {}, 'INVALID_ARGUMENT', "must specify 'file' or 'url' argument"],
  ['/face/detection', { url: '' }, 'INVALID_ARGUMENT', "must specify 'file' or 'url' argument"],
  [
    '/face/detection',
    { url: 'ftp://example.org/a' },
    'INVALID_ARGUMENT',
    "argument 'url': not an http or https address",
  ],
  ['/face/detection', { url: 'a.jpg' }, 'INVALID_ARGUMENT', "argument 'url': not an http or https address"],
  [
    '/face/detection',
    { url: 'http://127.0.0.1/', attributes: 'maybe' },
    'INVALID_ARGUMENT',
    "argument 'attributes': not a boolean",
  ],
  [
    '/face/detection',
    { url: 'http://127.0.0.1/', landmarks106: '' },
    'INVALID_ARGUMENT',
    "argument 'landmarks106': not a boolean",
  ],
  ['/face/detection', { user_data: LONG_DATA }, 'INVALID_ARGUMENT', "argument 'user_data': too long"],

  ['/face/verification', {}, 'INVALID_ARGUMENT', missing('face_id')],
  ['/face/verification', { face_id: NONE }, 'INVALID_ARGUMENT', missing('face2_id', 'person_id')],
  [
    '/face/verification',
    { face_id: NONE, face2_id: NONE, person_id: NONE },
    'INVALID_ARGUMENT',
    "must specify only one of 'face2_id' or 'person_id' argument",
  ],
  ['/face/verification', { face_id: NONE, face2_id: NONE }, 'INVALID_FACE'],
  ['/face/verification', { face_id: 'FACE', face2_id: NONE }, 'INVALID_FACE2'],
  ['/face/verification', { face_id: 'FACE', person_id: NONE }, 'INVALID_PERSON'],
  ['/face/verification', { face_id: NONE, person_id: 'EMPTY_PERSON' }, 'INVALID_FACE'],
  ['/face/verification', { face_id: 'FACE', person_id: 'EMPTY_PERSON' }, 'EMPTY_PERSON'],

  ['/face/search', {}, 'INVALID_ARGUMENT', missing('face_id')],
  ['/face/search', { face_id: NONE }, 'INVALID_ARGUMENT', missing('face_ids', 'faceset_id')],
  ['/face/search', { face_id: 'FACE', face_ids: '' }, 'EMPTY_FACESET'],
  ['/face/search', { face_id: NONE, face_ids: '' }, 'INVALID_FACE'],
  ['/face/search', { face_id: 'FACE', face_ids: `FACE,${NONE}` }, 'INVALID_FACE'],
  ['/face/search', { face_id: 'FACE', faceset_id: NONE }, 'INVALID_FACESET'],
  ['/face/search', { face_id: 'FACE', faceset_id: 'EMPTY_FACESET' }, 'EMPTY_FACESET'],
  ...['0', '11', '-1', '99999999999999999999'].map(
    (top): Case => [
      '/face/search',
      { face_id: NONE, faceset_id: NONE, top },
      'INVALID_ARGUMENT',
      "argument 'top': not in range(1..10)",
    ],
  ),
  ...['1.5', 'abc', '', '0x3', '1e1', ' 3'].map(
    (top): Case => [
      '/face/search',
      { face_id: NONE, faceset_id: NONE, top },
      'INVALID_ARGUMENT',
      "argument 'top': not an integer",
    ],
  ),

  ['/face/identification', {}, 'INVALID_ARGUMENT', missing('face_id')],
  ['/face/identification', { face_id: NONE }, 'INVALID_ARGUMENT', missing('group_id')],
  ['/face/identification', { face_id: NONE, group_id: NONE }, 'INVALID_FACE'],
  ['/face/identification', { face_id: 'FACE', group_id: NONE }, 'INVALID_GROUP'],
  ['/face/identification', { face_id: 'FACE', group_id: 'EMPTY_GROUP' }, 'EMPTY_GROUP'],
  ['/face/identification', { face_id: 'FACE', group_id: 'GROUP_OF_THE_EMPTY' }, 'EMPTY_GROUP'],
  ...['0', '6'].map(
    (top): Case => [
      '/face/identification',
      { face_id: NONE, group_id: NONE, top },
      'INVALID_ARGUMENT',
      "argument 'top': not in range(1..5)",
    ],
  ),

  ['/face/training', {}, 'INVALID_ARGUMENT', missing('face_id', 'person_id', 'faceset_id', 'group_id')],
  [
    '/face/training',
    { face_id: '', group_id: ',' },
    'INVALID_ARGUMENT',
    missing('face_id', 'person_id', 'faceset_id', 'group_id'),
  ],
  ['/face/training', { face_id: `FACE,${NONE}` }, 'INVALID_FACE'],
  ['/face/training', { person_id: NONE }, 'INVALID_PERSON'],
  ['/face/training', { faceset_id: NONE }, 'INVALID_FACESET'],
  ['/face/training', { group_id: NONE }, 'INVALID_GROUP'],

  ['/person/create', {}, 'INVALID_ARGUMENT', missing('name')],
  ['/person/create', { name: '' }, 'INVALID_ARGUMENT', missing('name')],
  ['/person/create', { name: LONG_NAME }, 'INVALID_ARGUMENT', "argument 'name': too long"],
  ['/person/create', { name: 'A', user_data: LONG_DATA }, 'INVALID_ARGUMENT', "argument 'user_data': too long"],
  ['/person/create', { name: 'A', face_id: NONE }, 'INVALID_FACE'],
  ['/person/delete', {}, 'INVALID_ARGUMENT', missing('person_id')],
  ['/person/delete', { person_id: NONE }, 'INVALID_PERSON'],
  ['/person/add_face', {}, 'INVALID_ARGUMENT', missing('person_id')],
  ['/person/add_face', { person_id: NONE }, 'INVALID_ARGUMENT', missing('face_id')],
  ['/person/add_face', { person_id: NONE, face_id: '' }, 'INVALID_PERSON'],
  ['/person/add_face', { person_id: 'EMPTY_PERSON', face_id: '' }, 'EMPTY_FACE_ID'],
  ['/person/add_face', { person_id: 'EMPTY_PERSON', face_id: NONE }, 'INVALID_FACE'],
  ['/person/remove_face', { person_id: 'EMPTY_PERSON' }, 'INVALID_ARGUMENT', missing('face_id')],
  ['/person/remove_face', { person_id: 'EMPTY_PERSON', face_id: ' , ' }, 'EMPTY_FACE_ID'],
  ['/person/remove_face', { person_id: NONE, face_id: 'FACE' }, 'INVALID_PERSON'],
  ['/person/change', {}, 'INVALID_ARGUMENT', missing('person_id')],
  ['/person/change', { person_id: NONE }, 'INVALID_ARGUMENT', missing('name', 'user_data')],
  ['/person/change', { person_id: NONE, name: 'A' }, 'INVALID_PERSON'],
  ['/person/change', { person_id: 'EMPTY_PERSON', name: '' }, 'INVALID_ARGUMENT', missing('name')],
  ['/person/change', { person_id: 'EMPTY_PERSON', name: '', user_data: 'x' }, 'INVALID_ARGUMENT', missing('name')],

  ['/group/create', {}, 'INVALID_ARGUMENT', missing('name')],
  ['/group/create', { name: 'A', person_id: NONE }, 'INVALID_PERSON'],
  ['/group/delete', {}, 'INVALID_ARGUMENT', missing('group_id')],
  ['/group/delete', { group_id: NONE }, 'INVALID_GROUP'],
  ['/group/add_person', { group_id: NONE }, 'INVALID_ARGUMENT', missing('person_id')],
  ['/group/add_person', { group_id: NONE, person_id: 'EMPTY_PERSON' }, 'INVALID_GROUP'],
  ['/group/add_person', { group_id: 'EMPTY_GROUP', person_id: '' }, 'EMPTY_PERSON_ID'],
  ['/group/add_person', { group_id: 'EMPTY_GROUP', person_id: NONE }, 'INVALID_PERSON'],
  ['/group/remove_person', { group_id: NONE, person_id: NONE }, 'INVALID_GROUP'],
  ['/group/remove_person', { group_id: 'EMPTY_GROUP', person_id: '' }, 'EMPTY_PERSON_ID'],
  ['/group/change', { group_id: NONE }, 'INVALID_ARGUMENT', missing('name', 'user_data')],
  ['/group/change', { group_id: NONE, user_data: '' }, 'INVALID_GROUP'],

  ['/faceset/create', {}, 'INVALID_ARGUMENT', missing('name')],
  ['/faceset/create', { name: 'A', face_id: NONE }, 'INVALID_FACE'],
  ['/faceset/delete', {}, 'INVALID_ARGUMENT', missing('faceset_id')],
  ['/faceset/delete', { faceset_id: NONE }, 'INVALID_FACESET'],
  ['/faceset/add_face', { faceset_id: NONE }, 'INVALID_ARGUMENT', missing('face_id')],
  ['/faceset/add_face', { faceset_id: NONE, face_id: 'FACE' }, 'INVALID_FACESET'],
  ['/faceset/add_face', { faceset_id: 'EMPTY_FACESET', face_id: '' }, 'EMPTY_FACE_ID'],
  ['/faceset/add_face', { faceset_id: 'EMPTY_FACESET', face_id: NONE }, 'INVALID_FACE'],
  ['/faceset/remove_face', { faceset_id: NONE, face_id: 'FACE' }, 'INVALID_FACESET'],
  ['/faceset/remove_face', { faceset_id: 'EMPTY_FACESET', face_id: '' }, 'EMPTY_FACE_ID'],
  ['/faceset/change', { faceset_id: NONE }, 'INVALID_ARGUMENT', missing('name', 'user_data')],
  ['/faceset/change', { faceset_id: NONE, name: 'A' }, 'INVALID_FACESET'],
];

let close: () => Promise<void>;
let api: TestApi;
/** What the words in capitals stand for. */
let things: Record<string, string>;

beforeAll(async () => {
  ({ api, close } = await openApi.kept({ rate: { calls: 100_000, seconds: 10 } }));
  const [face = ''] = await api.faces('Anna');
  const person = await api.person('nobody yet');
  const group = await api.post('/group/create', { name: 'empty' });
  const ofEmpty = await api.post('/group/create', { name: 'of the empty', person_id: person });
  const faceset = await api.post('/faceset/create', { name: 'empty' });
  things = {
    EMPTY_PERSON: person,
    EMPTY_GROUP: group.body.group_id,
    GROUP_OF_THE_EMPTY: ofEmpty.body.group_id,
    EMPTY_FACESET: faceset.body.faceset_id,
    FACE: face,
  };
  return close;
});

const resolve = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      String(value).replace(
        /EMPTY_PERSON|EMPTY_GROUP|GROUP_OF_THE_EMPTY|EMPTY_FACESET|FACE/g,
        (word) => things[word] ?? '',
      ),
    ]),
  );

const expected = (status: string, reason?: string) => (reason === undefined ? { status } : { status, reason });

test.each(GET_CASES)('GET %s %j: %s', async (path, values, status, reason) => {
  const answer = await api.get(path, resolve(values));
  expect(answer.body).toEqual(expected(status, reason));
  expect(answer.http).toBe(400);
});

describe.each<Encoding>(['query', 'form', 'multipart', 'json'])('as %s', (encoding) => {
  test.each(POST_CASES)('POST %s %.200j: %s', async (path, values, status, reason) => {
    const answer = await api.post(path, resolve(values), api.credentials, encoding);
    expect(answer.body).toEqual(expected(status, reason));
    expect(answer.http).toBe(400);
  });
});

test.each<Case>([
  ['/face/search', { face_id: NONE, faceset_id: NONE, top: 1.5 }, 'INVALID_ARGUMENT', "argument 'top': not an integer"],
  ['/face/search', { face_id: NONE, faceset_id: NONE, top: [1] }, 'INVALID_ARGUMENT', "argument 'top': not an integer"],
  [
    '/face/search',
    { face_id: NONE, faceset_id: NONE, top: true },
    'INVALID_ARGUMENT',
    "argument 'top': not an integer",
  ],
  ['/face/search', { face_id: 1, faceset_id: NONE }, 'INVALID_ARGUMENT', "argument 'face_id': not a string"],
  ['/face/search', { face_id: null, faceset_id: NONE }, 'INVALID_ARGUMENT', missing('face_id')],
  ['/person/create', { name: { first: 'A' } }, 'INVALID_ARGUMENT', "argument 'name': not a string"],
  ['/person/create', { name: 12 }, 'INVALID_ARGUMENT', "argument 'name': not a string"],
  ['/person/create', { name: 'A', face_id: [1, 2] }, 'INVALID_ARGUMENT', "argument 'face_id': not a list of ids"],
  ['/person/create', { name: 'A', face_id: { a: 1 } }, 'INVALID_ARGUMENT', "argument 'face_id': not a list of ids"],
  ['/person/create', { name: 'A', face_id: [[]] }, 'INVALID_ARGUMENT', "argument 'face_id': not a list of ids"],
  ['/face/detection', { file: 'abc' }, 'INVALID_ARGUMENT', "argument 'file': not a file"],
  ['/face/detection', { url: 5 }, 'INVALID_ARGUMENT', "argument 'url': not a string"],
  ['/face/detection', { url: 'http://a/', attributes: 2 }, 'INVALID_ARGUMENT', "argument 'attributes': not a boolean"],
])('JSON of the wrong type: POST %s %j', async (path, values, status, reason) => {
  expect((await api.post(path, values, api.credentials, 'json')).body).toEqual(expected(status, reason));
});

test('a list of more ids than anything holds is told at once', async () => {
  // Either kept the whole process busy for seconds.
  const commas = await api.post('/face/training', { face_id: ','.repeat(15_000_000) }, api.credentials, 'json');
  expect(commas.body).toEqual(expected('INVALID_ARGUMENT', "argument 'face_id': too long"));
  const numbers = await api.post('/face/training', { face_id: Array(2_000_000).fill(1) }, api.credentials, 'json');
  expect(numbers.body).toEqual(expected('INVALID_ARGUMENT', "argument 'face_id': not a list of ids"));
});

test('file and url together are one too many; an empty url beside a file is none', async () => {
  const file = new Uint8Array([0xff, 0xd8, 0xff, 32]);
  const both = await api.post('/face/detection', { file, url: 'http://127.0.0.1/a' }, api.credentials, 'multipart');
  expect(both.body).toEqual({
    status: 'INVALID_ARGUMENT',
    reason: "must specify only one of 'file' or 'url' argument",
  });
  const one = await api.post('/face/detection', { file, url: '' }, api.credentials, 'multipart');
  expect(one.body).toMatchObject({ status: 'OK', faces: [] });
});

test.each([
  ['', missing('file', 'url')],
  ['http://127.0.0.1:1/a', undefined],
])('a form in which no file was chosen has none, beside the url "%s"', async (url, reason) => {
  const parts = ['name="file"; filename=""\r\nContent-Type: application/octet-stream\r\n', `name="url"\r\n\r\n${url}`];
  const body = `${parts.map((part) => `--xx\r\nContent-Disposition: form-data; ${part}\r\n`).join('')}--xx--\r\n`;
  const headers = { 'content-type': 'multipart/form-data; boundary=xx' };
  const query = new URLSearchParams({ ...api.credentials });
  const response = await fetch(`${api.server.address}/face/detection?${query}`, { method: 'POST', headers, body });
  expect(await response.json()).toEqual(expected(reason ? 'INVALID_ARGUMENT' : 'DOWNLOAD_ERROR', reason));
});

test.each<Encoding>(['query', 'form', 'multipart', 'json'])('the longest texts come whole as %s', async (encoding) => {
  const values = { name: '名'.repeat(341), user_data: '身'.repeat(21_845) };
  const { body } = await api.post('/person/create', values, api.credentials, encoding);
  expect((await api.get('/info/person', { person_id: body.person_id })).body).toMatchObject(values);
});

test('lists may be JSON, text with commas, JSON in a text, or a key given more than once; doubles count once', async () => {
  const [a, b, c] = await api.faces('A,B,C');
  const ways: [Values, Encoding][] = [
    [{ face_id: [a, b, b, c] }, 'json'],
    [{ face_id: `${a}, ${b},,${c},${a}` }, 'json'],
    [{ face_id: `${a},${b},${c}` }, 'form'],
    [{ face_id: `${a},${b},${c}` }, 'multipart'],
    [{ face_id: `["${a}","${b}","${c}"]` }, 'query'],
  ];
  for (const [values, encoding] of ways) {
    const { body } = await api.post('/faceset/create', { name: 'ways', ...values }, api.credentials, encoding);
    expect(body).toMatchObject({ status: 'OK', face_count: 3 });
    const { face_ids } = (await api.get('/info/faceset', { faceset_id: body.faceset_id })).body;
    expect(face_ids).toEqual([a, b, c]);
  }
  const query = new URLSearchParams({ ...api.credentials, name: 'repeated' });
  for (const id of [a, b, a]) query.append('face_id', id ?? '');
  const response = await fetch(`${api.server.address}/faceset/create?${query}`, { method: 'POST' });
  expect(await response.json()).toMatchObject({ face_count: 2 });
});

test('the body wins over the query string, and unknown parameters are ignored', async () => {
  const query = new URLSearchParams({ ...api.credentials, name: 'query', emotions: '1' });
  const response = await fetch(`${api.server.address}/group/create?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json;charset=UTF-8' },
    body: JSON.stringify({ name: 'Körper 身体', another: { deep: [1] } }),
  });
  expect(await response.json()).toMatchObject({ status: 'OK', name: 'Körper 身体' });
});
