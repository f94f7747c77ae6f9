/** Persons, groups and face sets: what creating, adding, removing, renaming and deleting do. */
import { expect, test } from 'vitest';
import { openApi, type TestApi } from './api.ts';

const NONE = 'f'.repeat(32);

const personFaces = async (api: TestApi, person: string): Promise<string[]> =>
  (await api.get('/info/person', { person_id: person })).body.face_ids;

test('a person from creation to deletion', async () => {
  const api = await openApi();
  const [a, b] = await api.faces('Anna,Bea');
  const created = await api.post('/person/create', { name: 'Anna', face_id: a, user_data: '{"age": 7}' });
  expect(created.body).toEqual({ status: 'OK', person_id: expect.stringMatching(/^[0-9a-f]{32}$/), face_count: 1 });
  const { person_id } = created.body;
  expect((await api.get('/info/person', { person_id })).body).toEqual({
    ...{ status: 'OK', person_id, name: 'Anna', user_data: '{"age": 7}', face_ids: [a] },
  });
  expect((await api.post('/person/add_face', { person_id, face_id: [a, b] })).body).toEqual({
    ...{ status: 'OK', person_id, face_count: 2, added_count: 1 },
  });
  expect((await api.post('/person/change', { person_id, name: 'Anna B.' })).body).toEqual({ status: 'OK' });
  expect((await api.post('/person/change', { person_id, user_data: '' })).body).toEqual({ status: 'OK' });
  expect((await api.get('/info/person', { person_id })).body).toMatchObject({ name: 'Anna B.', user_data: '' });
  expect((await api.post('/person/remove_face', { person_id, face_id: [a, NONE, 'x'] })).body).toEqual({
    ...{ status: 'OK', person_id, face_count: 1, removed_count: 1 },
  });
  expect((await api.post('/person/remove_face', { person_id, face_id: [b] })).body).toMatchObject({ face_count: 0 });
  expect((await api.post('/person/remove_face', { person_id, face_id: [b] })).body).toMatchObject({
    ...{ status: 'OK', face_count: 0, removed_count: 0 },
  });
  expect((await api.post('/person/delete', { person_id })).body).toEqual({ status: 'OK' });
  expect((await api.post('/person/delete', { person_id })).body).toEqual({ status: 'INVALID_PERSON' });
  expect((await api.get('/info/face', { face_id: a })).body.status).toBe('OK');
});

test.each([
  ['/person/create', { name: 'A' }, ['person_id']],
  ['/group/create', { name: 'A' }, ['group_id', 'name']],
  ['/faceset/create', { name: 'A', face_id: '' }, ['faceset_id', 'name']],
])('%s with nothing in it leaves the count out', async (path, values, fields) => {
  const api = await openApi();
  expect(Object.keys((await api.post(path, values)).body)).toEqual(['status', ...fields]);
});

test('user_data that was never given is empty', async () => {
  const api = await openApi();
  const person_id = await api.person('A');
  const { group_id } = (await api.post('/group/create', { name: 'A' })).body;
  const { faceset_id } = (await api.post('/faceset/create', { name: 'A' })).body;
  const answers = [
    await api.get('/info/person', { person_id }),
    await api.get('/info/group', { group_id }),
    await api.get('/info/faceset', { faceset_id }),
  ];
  expect(answers.map(({ body }) => body.user_data)).toEqual(['', '', '']);
  expect(answers.map(({ body }) => body.face_ids ?? body.persons)).toEqual([[], [], []]);
});

test('a face added to a second person leaves the first, without an error', async () => {
  const api = await openApi();
  const [face = ''] = await api.faces('Anna');
  const anna = await api.person('Anna', [face]);
  const bea = await api.person('Bea');
  const added = await api.post('/person/add_face', { person_id: bea, face_id: face });
  expect(added.body).toMatchObject({ face_count: 1, added_count: 1 });
  expect(await personFaces(api, anna)).toEqual([]);
  expect(await personFaces(api, bea)).toEqual([face]);
  const clara = await api.person('Clara', [face]);
  expect(await personFaces(api, bea)).toEqual([]);
  expect(await personFaces(api, clara)).toEqual([face]);
});

test('one invalid face id and nothing is made, added or moved', async () => {
  const api = await openApi();
  const [a = '', b = ''] = await api.faces('Anna,Bea');
  const anna = await api.person('Anna', [a]);
  const created = await api.post('/person/create', { name: 'New', face_id: [a, NONE] });
  expect(created.body).toEqual({ status: 'INVALID_FACE' });
  expect((await api.get('/info/list_persons')).body.persons).toEqual([{ person_id: anna, name: 'Anna' }]);
  expect((await api.post('/person/add_face', { person_id: anna, face_id: [b, NONE] })).body.status).toBe(
    'INVALID_FACE',
  );
  expect(await personFaces(api, anna)).toEqual([a]);
  expect((await api.post('/faceset/create', { name: 'S', face_id: [a, NONE] })).body.status).toBe('INVALID_FACE');
  expect((await api.get('/info/list_facesets')).body.facesets).toEqual([]);
  expect((await api.post('/group/create', { name: 'G', person_id: [anna, NONE] })).body.status).toBe('INVALID_PERSON');
  expect((await api.get('/info/list_groups')).body.groups).toEqual([]);
});

test('a face is in many face sets and in a person besides; each removal is its own', async () => {
  const api = await openApi();
  const [face = ''] = await api.faces('Anna');
  const anna = await api.person('Anna', [face]);
  const sets: string[] = [];
  for (const name of ['one', 'two']) {
    const { body } = await api.post('/faceset/create', { name, face_id: face });
    expect(body).toEqual({ status: 'OK', faceset_id: expect.any(String), name, face_count: 1 });
    sets.push(body.faceset_id);
  }
  const removed = await api.post('/faceset/remove_face', { faceset_id: sets[0], face_id: face });
  expect(removed.body).toEqual({ status: 'OK', faceset_id: sets[0], name: 'one', face_count: 0, removed_count: 1 });
  expect((await api.get('/info/faceset', { faceset_id: sets[1] })).body.face_ids).toEqual([face]);
  expect(await personFaces(api, anna)).toEqual([face]);
  const again = await api.post('/faceset/add_face', { faceset_id: sets[1], face_id: face });
  expect(again.body).toEqual({ status: 'OK', faceset_id: sets[1], name: 'two', face_count: 1, added_count: 0 });
});

test('a group lists its persons by their present names, and no person that is gone', async () => {
  const api = await openApi();
  const [anna, bea, clara] = [await api.person('Anna'), await api.person('Bea'), await api.person('Clara')];
  const created = await api.post('/group/create', { name: 'Family', person_id: [clara, anna] });
  const { group_id } = created.body;
  expect(created.body).toEqual({ status: 'OK', group_id, name: 'Family', person_count: 2 });
  expect((await api.post('/group/add_person', { group_id, person_id: [anna, bea] })).body).toEqual({
    ...{ status: 'OK', group_id, name: 'Family', person_count: 3, added_count: 1 },
  });
  await api.post('/person/change', { person_id: anna, name: 'Anna B.' });
  await api.post('/person/delete', { person_id: clara });
  expect((await api.get('/info/group', { group_id })).body.persons).toEqual([
    { person_id: anna, name: 'Anna B.' },
    { person_id: bea, name: 'Bea' },
  ]);
  expect((await api.post('/group/remove_person', { group_id, person_id: [anna, clara, NONE] })).body).toEqual({
    ...{ status: 'OK', group_id, name: 'Family', person_count: 1, removed_count: 1 },
  });
  expect((await api.get('/info/person', { person_id: anna })).body.status).toBe('OK');
  await api.post('/group/change', { group_id, name: 'Friends', user_data: 'x' });
  expect((await api.get('/info/group', { group_id })).body).toMatchObject({ name: 'Friends', user_data: 'x' });
  await api.post('/group/delete', { group_id });
  expect((await api.get('/info/person', { person_id: bea })).body.status).toBe('OK');
});

test('lists are in order of creation, members in order of joining', async () => {
  const api = await openApi();
  const names = ['Zoe', 'anna', 'Max', 'anna'];
  for (const name of names) {
    await api.person(name);
    await api.post('/group/create', { name });
    await api.post('/faceset/create', { name });
  }
  const listed = async (path: string, field: string): Promise<string[]> =>
    (await api.get(path)).body[field].map((one: { name: string }) => one.name);
  expect(await listed('/info/list_persons', 'persons')).toEqual(names);
  expect(await listed('/info/list_groups', 'groups')).toEqual(names);
  expect(await listed('/info/list_facesets', 'facesets')).toEqual(names);

  const [a, b, c] = await api.faces('A,B,C');
  const person_id = await api.person('Order', [c ?? '']);
  await api.post('/person/add_face', { person_id, face_id: [a, c, b] });
  expect(await personFaces(api, person_id)).toEqual([c, a, b]);
});

test('quotas: nothing is made or moved beyond them, and only new members need room', async () => {
  const quotas = {
    groups: 1,
    persons: 2,
    facesets: 1,
    persons_per_group: 1,
    faces_per_person: 2,
    faces_per_faceset: 2,
  };
  const api = await openApi({ quotas });
  const exceeded = (quota: string, limit: number) => ({
    ...{ status: 'QUOTA_EXCEEDED', reason: `quota '${quota}' exceeded: limit ${limit}` },
  });
  const [a = '', b = '', c = ''] = await api.faces('A,B,C');
  const anna = await api.person('Anna', [a]);
  expect((await api.post('/person/create', { name: 'B', face_id: [a, b, c] })).body).toEqual(
    exceeded('faces_per_person', 2),
  );
  expect(await personFaces(api, anna)).toEqual([a]);
  expect((await api.post('/person/add_face', { person_id: anna, face_id: [b, c] })).body).toEqual(
    exceeded('faces_per_person', 2),
  );
  expect((await api.post('/person/add_face', { person_id: anna, face_id: [a, b] })).body).toMatchObject({
    face_count: 2,
  });
  expect((await api.post('/person/add_face', { person_id: anna, face_id: [a, b] })).body).toMatchObject({
    added_count: 0,
  });
  const bea = await api.person('Bea');
  expect((await api.post('/person/create', { name: 'Clara' })).body).toEqual(exceeded('persons', 2));
  expect((await api.post('/person/create', { name: 'Clara', face_id: NONE })).body).toEqual({ status: 'INVALID_FACE' });

  const { group_id } = (await api.post('/group/create', { name: 'G', person_id: anna })).body;
  expect((await api.post('/group/create', { name: 'H' })).body).toEqual(exceeded('groups', 1));
  expect((await api.post('/group/add_person', { group_id, person_id: [anna, bea] })).body).toEqual(
    exceeded('persons_per_group', 1),
  );
  expect((await api.get('/info/group', { group_id })).body.persons).toHaveLength(1);

  expect((await api.post('/faceset/create', { name: 'S', face_id: [a, b, c] })).body).toEqual(
    exceeded('faces_per_faceset', 2),
  );
  const { faceset_id } = (await api.post('/faceset/create', { name: 'S', face_id: [a, b] })).body;
  expect((await api.post('/faceset/create', { name: 'T' })).body).toEqual(exceeded('facesets', 1));
  expect((await api.post('/faceset/add_face', { faceset_id, face_id: [b, c] })).body).toEqual(
    exceeded('faces_per_faceset', 2),
  );
  expect((await api.get('/info/faceset', { faceset_id })).body.face_ids).toEqual([a, b]);
  expect((await api.get('/info/api')).body).toMatchObject({
    quota: quotas,
    usage: { groups: 1, persons: 2, facesets: 1 },
  });
  await api.post('/faceset/delete', { faceset_id });
  expect((await api.post('/faceset/create', { name: 'T' })).body.status).toBe('OK');
});

test('what belongs to another account is unknown', async () => {
  const api = await openApi();
  const other = api.key({ account: 'other' });
  const [face = ''] = await api.faces('Anna');
  const { image_id } = (await api.get('/info/face', { face_id: face, with_image: 1 })).body.image;
  const person_id = await api.person('Anna', [face]);
  const { group_id } = (await api.post('/group/create', { name: 'G', person_id })).body;
  const { faceset_id } = (await api.post('/faceset/create', { name: 'S', face_id: face })).body;
  const [theirs = ''] = await api.faces('Anna', other);
  const status = async (answer: ReturnType<TestApi['get']>): Promise<string> => (await answer).body.status;
  expect(await status(api.get('/info/image', { image_id }, other))).toBe('INVALID_IMAGE');
  expect(await status(api.get('/info/face', { face_id: face }, other))).toBe('INVALID_FACE');
  expect(await status(api.get('/info/person', { person_id }, other))).toBe('INVALID_PERSON');
  expect(await status(api.get('/info/group', { group_id }, other))).toBe('INVALID_GROUP');
  expect(await status(api.get('/info/faceset', { faceset_id }, other))).toBe('INVALID_FACESET');
  expect(await status(api.post('/person/create', { name: 'A', face_id: face }, other))).toBe('INVALID_FACE');
  expect(await status(api.post('/person/delete', { person_id }, other))).toBe('INVALID_PERSON');
  expect(await status(api.post('/group/create', { name: 'A', person_id }, other))).toBe('INVALID_PERSON');
  expect(await status(api.post('/face/verification', { face_id: theirs, face2_id: face }, other))).toBe(
    'INVALID_FACE2',
  );
  expect(await status(api.post('/face/search', { face_id: theirs, face_ids: face }, other))).toBe('INVALID_FACE');
  expect((await api.get('/info/list_persons', {}, other)).body.persons).toEqual([]);
  // Two keys of one account see the same.
  const second = api.key();
  expect(await status(api.get('/info/person', { person_id }, second))).toBe('OK');
});

test('a face that a script takes out of a person is not put back by what recognizes faces', async () => {
  const api = await openApi();
  const [face = ''] = await api.faces('Anna');
  const person_id = await api.person('Anna', [face]);
  await api.post('/person/remove_face', { person_id, face_id: face });
  expect(api.library.rejections.ofFaces([face])).toEqual([{ faceId: face, notId: person_id }]);
  await api.post('/person/add_face', { person_id, face_id: face });
  expect(api.library.rejections.ofFaces([face])).toEqual([]);
});
