/** Ids of images and faces live for five days; a face that something holds is kept, but its id is good for leaving only. */
import { expect, test } from 'vitest';
import { sweepOnce } from '../../main/faceapi/expiry.ts';
import { DAY, openApi, photoOf, type TestApi } from './api.ts';

const LIFETIME = 5 * DAY;

const status = async (answer: ReturnType<TestApi['get']>): Promise<string> => (await answer).body.status;
const sweep = (api: TestApi): void => {
  while (sweepOnce(api.library));
};

test('at the instant of expiry nobody can use an image or a loose face any more, swept or not', async () => {
  const api = await openApi();
  const [face_id = ''] = await api.faces('Anna');
  const { image_id } = (await api.get('/info/face', { face_id, with_image: 1 })).body.image;
  api.pass(LIFETIME - 0.001);
  expect(await status(api.get('/info/face', { face_id }))).toBe('OK');
  expect(await status(api.get('/info/image', { image_id }))).toBe('OK');
  api.pass(0.001);
  for (const round of ['before the sweep', 'after it']) {
    expect(await status(api.get('/info/face', { face_id })), round).toBe('INVALID_FACE');
    expect(await status(api.get('/info/image', { image_id })), round).toBe('INVALID_IMAGE');
    expect(await status(api.post('/person/create', { name: 'A', face_id })), round).toBe('INVALID_FACE');
    expect(await status(api.post('/face/training', { face_id })), round).toBe('INVALID_FACE');
    sweep(api);
  }
  expect(api.library.images.byId(image_id)).toBeUndefined();
  expect(api.library.faces.byId(face_id)).toBeUndefined();
});

test('a kept face lives on as a member only', async () => {
  const api = await openApi();
  const [face_id = '', held = ''] = await api.faces('Anna,Bea');
  const person_id = await api.person('Anna', [face_id]);
  const { group_id } = (await api.post('/group/create', { name: 'G', person_id })).body;
  const { faceset_id } = (await api.post('/faceset/create', { name: 'S', face_id: held })).body;
  api.pass(LIFETIME);
  sweep(api);
  const [fresh = ''] = await api.faces('Anna');

  expect((await api.get('/info/person', { person_id })).body.face_ids).toEqual([face_id]);
  expect((await api.get('/info/faceset', { faceset_id })).body.face_ids).toEqual([held]);
  expect((await api.post('/face/verification', { face_id: fresh, person_id })).body).toMatchObject({
    same_person: true,
  });
  expect((await api.post('/face/identification', { face_id: fresh, group_id })).body.candidates).toHaveLength(1);
  expect((await api.post('/face/search', { face_id: fresh, faceset_id })).body.candidates).toMatchObject([
    { face_id: held },
  ]);
  expect(await status(api.post('/face/training', { person_id, faceset_id, group_id }))).toBe('OK');

  for (const answer of [
    api.get('/info/face', { face_id }),
    api.post('/face/verification', { face_id, person_id }),
    api.post('/face/search', { face_id: fresh, face_ids: face_id }),
    api.post('/face/identification', { face_id, group_id }),
    api.post('/face/training', { face_id }),
    api.post('/faceset/add_face', { faceset_id, face_id }),
    api.post('/person/add_face', { person_id, face_id }),
    api.post('/faceset/create', { name: 'T', face_id }),
  ]) {
    expect(await status(answer)).toBe('INVALID_FACE');
  }
  expect(await status(api.post('/face/verification', { face_id: fresh, face2_id: face_id }))).toBe('INVALID_FACE2');

  expect((await api.post('/person/remove_face', { person_id, face_id })).body).toMatchObject({ removed_count: 1 });
  sweep(api);
  expect(api.library.faces.byId(face_id)).toBeUndefined();
  expect(api.library.faces.byId(held)).toBeDefined();
});

test('who lets go of an expired face last loses it for good; until then it is kept', async () => {
  const api = await openApi();
  const [face_id = ''] = await api.faces('Anna');
  const person_id = await api.person('Anna', [face_id]);
  const { faceset_id } = (await api.post('/faceset/create', { name: 'S', face_id })).body;
  api.pass(LIFETIME);
  await api.post('/person/delete', { person_id });
  sweep(api);
  expect((await api.get('/info/faceset', { faceset_id })).body.face_ids).toEqual([face_id]);
  await api.post('/faceset/delete', { faceset_id });
  sweep(api);
  expect(api.library.faces.byId(face_id)).toBeUndefined();
});

test('membership does not renew an id, and deleting a person leaves fresh ids valid', async () => {
  const api = await openApi();
  const [face_id = ''] = await api.faces('Anna');
  api.pass(LIFETIME - 10);
  const person_id = await api.person('Anna', [face_id]);
  await api.post('/person/delete', { person_id });
  expect(await status(api.get('/info/face', { face_id }))).toBe('OK');
  api.pass(10);
  expect(await status(api.get('/info/face', { face_id }))).toBe('INVALID_FACE');
});

test('a key may have lifetimes of its own', async () => {
  const api = await openApi({ idLifetime: 2 });
  const [face_id = ''] = await api.faces('Anna');
  api.pass(1);
  expect(await status(api.get('/info/face', { face_id }))).toBe('OK');
  api.pass(1);
  expect(await status(api.get('/info/face', { face_id }))).toBe('INVALID_FACE');
});

test('every detection makes new ids; the bytes are not kept, and nothing is stored twice', async () => {
  const api = await openApi();
  const detect = async () =>
    (await api.post('/face/detection', { file: photoOf('Anna') }, api.credentials, 'multipart')).body;
  const [one, two] = [await detect(), await detect()];
  expect(one.image_id).not.toBe(two.image_id);
  expect(one.faces[0].face_id).not.toBe(two.faces[0].face_id);
});

test('photos of the library are there for its own account, and never expire', async () => {
  const { addPhoto, face } = await import('../../main/library/library-fixture.ts');
  const api = await openApi();
  const photo = addPhoto(api.library, [face()]);
  const [face_id = ''] = photo.faces;
  api.pass(100 * DAY);
  sweep(api);
  const known = (await api.get('/info/image', { image_id: photo.id, with_faces: 1 })).body;
  expect(known).toMatchObject({ status: 'OK', width: 640, height: 480, faces: [{ face_id, attributes: { age: 30 } }] });
  expect(known.faces[0].landmarks106).toHaveLength(106);
  expect(await status(api.get('/info/face', { face_id }, api.key({ account: 'other' })))).toBe('INVALID_FACE');
  api.library.transaction(() => api.library.faces.setDeleted([face_id], true));
  expect(await status(api.get('/info/face', { face_id }))).toBe('INVALID_FACE');
  api.library.transaction(() => api.library.images.setDeleted([photo.id], true));
  expect(await status(api.get('/info/image', { image_id: photo.id }))).toBe('INVALID_IMAGE');
});
