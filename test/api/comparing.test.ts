/** Verification, search, identification, training, and the tasks of calls that are answered later. */
import { expect, test } from 'vitest';
import { DAY, openApi, type TestApi } from './api.ts';

test('a face and itself are one person with confidence 1; two of one person are, two of two are not', async () => {
  const api = await openApi();
  const [anna = '', again = '', bea = ''] = await api.faces('Anna,Anna,Bea');
  const verify = async (face_id: string, face2_id: string) =>
    (await api.post('/face/verification', { face_id, face2_id })).body;
  expect(await verify(anna, anna)).toEqual({
    ...{ status: 'OK', same_person: true, confidence: 1, face_id: anna, face2_id: anna },
  });
  expect(await verify(anna, again)).toMatchObject({ same_person: true });
  const one = await verify(anna, bea);
  expect(one).toMatchObject({ same_person: false });
  expect((await verify(bea, anna)).confidence).toBe(one.confidence);
  expect(String(one.confidence)).toMatch(/^\d(\.\d{1,6})?$/);
});

test('against a person the best of its faces counts', async () => {
  const api = await openApi();
  const [anna = '', again = '', bea = ''] = await api.faces('Anna,Anna,Bea');
  const person_id = await api.person('Both', [bea, again]);
  const best = (await api.post('/face/verification', { face_id: anna, face2_id: again })).body.confidence;
  expect((await api.post('/face/verification', { face_id: anna, person_id })).body).toEqual({
    ...{ status: 'OK', same_person: true, confidence: best, face_id: anna, person_id },
  });
});

test('search: the best first, ties in the order of the list, at most top, three unless told otherwise', async () => {
  const api = await openApi();
  const faces = await api.faces('Bea,Anna,Clara,Anna,Dora');
  const [bea = '', anna = '', clara = '', twin = '', dora = ''] = faces;
  const search = async (values: object) => (await api.post('/face/search', { face_id: anna, ...values })).body;
  const found = await search({ face_ids: [bea, twin, anna, clara, dora, bea] });
  expect(found.candidates).toHaveLength(3);
  expect(found.candidates.slice(0, 2).map((one: { face_id: string }) => one.face_id)).toEqual([twin, anna]);
  expect(found.candidates[1].confidence).toBe(1);
  expect((await search({ face_ids: faces, top: 10 })).candidates).toHaveLength(5);
  expect((await search({ face_ids: [anna], top: '1' })).candidates).toEqual([{ face_id: anna, confidence: 1 }]);
  const { faceset_id } = (await api.post('/faceset/create', { name: 'S', face_id: [clara] })).body;
  // face_ids is not looked at beside a faceset_id.
  const inSet = await search({ faceset_id, face_ids: 'no such face' });
  expect(inSet.candidates.map((one: { face_id: string }) => one.face_id)).toEqual([clara]);
  await api.post('/faceset/add_face', { faceset_id, face_id: [twin] });
  expect((await search({ faceset_id, top: 1 })).candidates[0].face_id).toBe(twin);
  await api.post('/faceset/remove_face', { faceset_id, face_id: [twin] });
  expect((await search({ faceset_id })).candidates).toHaveLength(1);
});

test('identification: one candidate a person, only the sure, ties in the order of joining', async () => {
  const api = await openApi();
  const [anna = '', one = '', two = '', bea = '', three = ''] = await api.faces('Anna,Anna,Anna,Bea,Anna');
  const beaPerson = await api.person('Bea', [bea]);
  const first = await api.person('First', [one, two]);
  const second = await api.person('Second', [three]);
  const empty = await api.person('Empty');
  const { group_id } = (await api.post('/group/create', { name: 'G', person_id: [empty, beaPerson, second, first] }))
    .body;
  const identify = async (values: object) =>
    (await api.post('/face/identification', { face_id: anna, group_id, ...values })).body;
  const all = await identify({ top: 5 });
  expect(all).toMatchObject({ status: 'OK', face_id: anna, group_id });
  expect(all.candidates.map((found: { name: string }) => found.name)).toEqual(['Second', 'First']);
  expect(all.candidates[0]).toEqual({ person_id: second, name: 'Second', confidence: expect.any(Number) });
  expect((await identify({ top: '1' })).candidates).toHaveLength(1);
  await api.post('/person/change', { person_id: second, name: 'Renamed' });
  expect((await identify({})).candidates[0].name).toBe('Renamed');
  const stranger = (await api.faces('Zoe'))[0];
  expect((await api.post('/face/identification', { face_id: stranger, group_id })).body.candidates).toEqual([]);
  // A person that joins or leaves is seen at once.
  await api.post('/group/remove_person', { group_id, person_id: second });
  expect((await identify({})).candidates.map((found: { name: string }) => found.name)).toEqual(['First']);
  await api.post('/person/remove_face', { person_id: first, face_id: [one, two] });
  expect((await identify({})).candidates).toEqual([]);
});

test('training takes all kinds of ids, and again costs nothing', async () => {
  const api = await openApi();
  const [a = '', b = '', c = '', d = ''] = await api.faces('A,B,C,D');
  const person_id = await api.person('B', [b]);
  const other = await api.person('C', [c]);
  const { group_id } = (await api.post('/group/create', { name: 'G', person_id: other })).body;
  const { faceset_id } = (await api.post('/faceset/create', { name: 'S', face_id: d })).body;
  const values = { face_id: a, person_id, group_id, faceset_id };
  expect((await api.post('/face/training', values)).body).toEqual({ status: 'OK' });
  const { embeddingModel } = api.engine.pack;
  expect(api.library.embeddings.ofFaces(embeddingModel, [a, b, c, d]).size).toBe(4);
  expect((await api.post('/face/training', values)).body).toEqual({ status: 'OK' });
  const empty = await api.person('Empty');
  expect((await api.post('/face/training', { person_id: empty })).body).toEqual({ status: 'OK' });
});

const taskOf = async (api: TestApi, path: string, values: object): Promise<string> => {
  const { http, body } = await api.post(path, { ...values });
  expect({ http, body }).toEqual({
    http: 202,
    body: { status: 'OK', task_id: expect.stringMatching(/^[0-9a-f]{32}$/), task_status: 'pending' },
  });
  return body.task_id;
};

test('a key that wants it so is answered later whatever may be; with all faces trained at once again', async () => {
  const api = await openApi({ async: 'always' });
  const [anna = '', again = '', bea = ''] = await api.faces('Anna,Anna,Bea');
  const person_id = await api.person('Anna', [again]);
  const { group_id } = (await api.post('/group/create', { name: 'G', person_id })).body;
  const { faceset_id } = (await api.post('/faceset/create', { name: 'S', face_id: bea })).body;
  expect((await api.post('/face/verification', { face_id: anna, face2_id: bea })).http).toBe(200);
  const [third = ''] = await api.faces('Bea');
  // Nothing is trained before all four have been asked.
  const { embedCrops } = api.engine;
  const asked = Promise.withResolvers<void>();
  api.engine.embedCrops = async (crops, options) => {
    await asked.promise;
    return embedCrops(crops, options);
  };
  const tasks = [
    await taskOf(api, '/face/verification', { face_id: anna, person_id }),
    await taskOf(api, '/face/identification', { face_id: anna, group_id }),
    await taskOf(api, '/face/search', { face_id: anna, face_ids: third }),
    await taskOf(api, '/face/training', { faceset_id }),
  ];
  asked.resolve();
  await api.settle();
  const done = [];
  for (const task_id of tasks) done.push((await api.get('/info/task', { task_id })).body);
  expect(done[0]).toEqual({
    status: 'OK',
    task_id: tasks[0],
    task_status: 'done',
    result: { status: 'OK', same_person: true, confidence: expect.any(Number), face_id: anna, person_id },
  });
  expect(done[1].result).toMatchObject({ status: 'OK', candidates: [{ person_id, name: 'Anna' }] });
  expect(done[2].result.candidates).toMatchObject([{ face_id: third }]);
  expect(done[3].result).toEqual({ status: 'OK' });
  expect((await api.post('/face/verification', { face_id: anna, person_id })).http).toBe(200);
  expect((await api.post('/face/search', { face_id: anna, faceset_id })).http).toBe(200);
  expect((await api.post('/face/identification', { face_id: anna, group_id })).http).toBe(200);
  await taskOf(api, '/face/training', { faceset_id });
});

test('what is wrong with a call is said at once, not by its task', async () => {
  const api = await openApi({ async: 'always' });
  const [anna = ''] = await api.faces('Anna');
  const person_id = await api.person('Empty');
  expect((await api.post('/face/verification', { face_id: anna, person_id })).body).toEqual({ status: 'EMPTY_PERSON' });
  expect((await api.post('/face/training', { face_id: 'x' })).body).toEqual({ status: 'INVALID_FACE' });
});

test('a task survives a restart, is its account’s own, and is gone after a day', async () => {
  const api = await openApi({ async: 'always' });
  const [anna = '', again = ''] = await api.faces('Anna,Anna');
  const person_id = await api.person('Anna', [again]);
  // The engine does not come to an end before Kindred does.
  const { embedCrops } = api.engine;
  api.engine.embedCrops = (_crops, options) =>
    new Promise((_, reject) => options?.signal?.addEventListener('abort', () => reject(options.signal?.reason)));
  const task_id = await taskOf(api, '/face/verification', { face_id: anna, person_id });
  await expect.poll(async () => (await api.get('/info/task', { task_id })).body.task_status).toBe('processing');
  api.engine.embedCrops = embedCrops;
  await api.restart();
  await api.settle();
  expect((await api.get('/info/task', { task_id })).body).toMatchObject({
    task_status: 'done',
    result: { same_person: true },
  });
  expect((await api.get('/info/task', { task_id }, api.key({ account: 'other' }))).body.status).toBe('INVALID_TASK');
  api.pass(DAY - 1);
  expect((await api.get('/info/task', { task_id })).body.status).toBe('OK');
  api.pass(1);
  expect((await api.get('/info/task', { task_id })).body).toEqual({ status: 'INVALID_TASK' });
});

test('a task that cannot be done says why', async () => {
  const api = await openApi({ async: 'always' });
  const [anna = '', again = ''] = await api.faces('Anna,Anna');
  const person_id = await api.person('Anna', [again]);
  api.engine.embedCrops = async () => {
    throw new Error('The models are tired.');
  };
  const task_id = await taskOf(api, '/face/verification', { face_id: anna, person_id });
  await api.settle();
  expect((await api.get('/info/task', { task_id })).body).toEqual({
    ...{ status: 'OK', task_id, task_status: 'failed', reason: 'The models are tired.' },
  });
});

test('left to Kindred, only long work is answered later; a key can refuse that', async () => {
  const api = await openApi();
  const never = api.key({ async: 'never' });
  const ids: string[] = [];
  for (let i = 0; i < 8; i++) ids.push(...(await api.faces(Array(90).fill('A').join())));
  const { faceset_id } = (await api.post('/faceset/create', { name: 'S', face_id: ids }, api.credentials, 'json')).body;
  const few = await api.post('/face/training', { face_id: ids.slice(0, 10) });
  expect(few.http).toBe(200);
  const [query = ''] = await api.faces('A');
  const slow = api.engine.embedCrops;
  api.engine.embedCrops = async (crops, options) => {
    await new Promise((resolve) => setTimeout(resolve, 600));
    return slow(crops, options);
  };
  await api.post('/face/training', { face_id: ids.slice(10, 30) });
  const long = await api.post('/face/search', { face_id: query, faceset_id });
  expect(long.http).toBe(202);
  api.engine.embedCrops = slow;
  expect((await api.post('/face/search', { face_id: query, faceset_id }, never)).http).toBe(200);
});
