/** A small world to call the API in. */
import type { Engine } from '../../main/engine/engine.ts';
import { type Credentials, photoOf, type TestApi } from './api.ts';

/** What there is before a sample call: a photo of Anna and Bea, and Anna in a person, a group and a face set. */
export interface World {
  readonly photo: Uint8Array;
  readonly image: string;
  readonly anna: string;
  readonly bea: string;
  readonly person: string;
  /** A person in no group. */
  readonly stranger: string;
  readonly group: string;
  readonly faceset: string;
  /** Done. */
  readonly task: string;
}

/** @param patient credentials of a key that is told everything later */
export async function worldOf(api: TestApi<Engine>, patient: Credentials): Promise<World> {
  const photo = photoOf('Anna,Bea');
  const asked = { file: photo, landmarks106: 1, attributes: 1, user_data: 'test' };
  const { image_id, faces } = (await api.post('/face/detection', asked, api.credentials, 'multipart')).body;
  const [anna, bea]: string[] = faces.map((face: { face_id: string }) => face.face_id);
  const { person_id } = (await api.post('/person/create', { name: 'xiaoming', user_data: 'ww', face_id: anna })).body;
  const { group_id } = (await api.post('/group/create', { name: 'group1', user_data: 'xx', person_id })).body;
  const { faceset_id } = (await api.post('/faceset/create', { name: 'faceset1', user_data: 'test', face_id: anna }))
    .body;
  // Bea alone: what the sample calls compare is not trained.
  const { task_id } = (await api.post('/face/training', { face_id: bea }, patient)).body;
  const stranger = await api.person('testp1');
  await api.settle();
  return {
    ...{ photo, image: image_id, anna: anna ?? '', bea: bea ?? '' },
    ...{ person: person_id, stranger, group: group_id, faceset: faceset_id, task: task_id },
  };
}

/** An engine whose photos have an EXIF orientation, and whose faces everything that can be told. */
export function describing(engine: Engine): Engine {
  const points = (count: number) => Array.from({ length: count }, (_, i): [number, number] => [100.5 + i, 200.25 + i]);
  const described = {
    landmarks21: points(21),
    landmarks106: points(106),
    attributes: { age: 20, gender: 0, attractive: 34, eyeglass: 0, sunglass: 0, smile: 40 },
  };
  return {
    ...engine,
    async analyze(source, options, signal) {
      const photo = await engine.analyze(source, options, signal);
      return { ...photo, exifOrientation: 1, faces: photo.faces.map((face) => ({ ...face, ...described })) };
    },
  };
}
