/**
 * The sample calls of the reference, a row each: what the call sends beside the credentials, and the fields of the
 * answer that the reference shows for it, in the order of its tables. The ids are those of a small world, because the
 * reference's own are nobody's.
 */
import { z } from 'zod';
import type { Values } from './api.ts';
import type { World } from './world.ts';

export interface Sample {
  readonly call: `${'GET' | 'POST'} /${string}`;
  readonly sends: (world: World) => Values;
  /** Exactly these fields, in this order. */
  readonly answers: z.ZodType;
  /** May be answered with a task (202), as long as the faces of the person, set or group are not trained. */
  readonly later?: true;
}

const id = z.string().regex(/^[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}$/, 'a UUID of version 4 without dashes');
const text = z.string();
const integer = z.int();
const confidence = z.number().min(0).max(1);
const list = z.array;
const fields = z.strictObject;
const ok = <Fields extends z.ZodRawShape>(more: Fields) => fields({ status: z.literal('OK'), ...more });

const point = z.tuple([z.number(), z.number()]);
const face = {
  face_id: id,
  rect: fields({ left: integer, top: integer, right: integer, bottom: integer }),
  eye_dist: integer,
  landmarks21: list(point).length(21),
};
const describedFace = {
  ...face,
  landmarks106: list(point).length(106),
  attributes: fields({
    age: integer,
    gender: integer,
    attractive: integer,
    eyeglass: integer,
    sunglass: integer,
    smile: integer,
  }),
};
const image = { image_id: id, width: integer, height: integer };
const limits = { groups: integer, persons: integer, facesets: integer };

const nothing = (): Values => ({});

export const samples: readonly Sample[] = [
  {
    call: 'GET /info/api',
    sends: nothing,
    answers: ok({
      rate_limit: z.string().regex(/^\d+q\/\d+s$/),
      expiration_date: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/),
      quota: fields({ ...limits, persons_per_group: integer, faces_per_person: integer, faces_per_faceset: integer }),
      usage: fields(limits),
    }),
  },
  {
    call: 'GET /info/task',
    sends: ({ task }) => ({ task_id: task }),
    answers: ok({ task_id: id, task_status: z.literal('done'), result: ok({}) }),
  },
  {
    call: 'GET /info/image',
    sends: ({ image }) => ({ image_id: image, with_faces: 1 }),
    answers: ok({ ...image, user_data: text, faces: list(fields(describedFace)).length(2) }),
  },
  {
    call: 'GET /info/face',
    sends: ({ anna }) => ({ face_id: anna, with_image: 1 }),
    answers: ok({ ...describedFace, image: fields({ ...image, user_data: text }) }),
  },
  {
    call: 'GET /info/list_persons',
    sends: nothing,
    answers: ok({ persons: list(fields({ person_id: id, name: text })).nonempty() }),
  },
  {
    call: 'GET /info/list_groups',
    sends: nothing,
    answers: ok({ groups: list(fields({ group_id: id, name: text })).nonempty() }),
  },
  {
    call: 'GET /info/list_facesets',
    sends: nothing,
    answers: ok({ facesets: list(fields({ faceset_id: id, name: text })).nonempty() }),
  },
  {
    call: 'GET /info/person',
    sends: ({ person }) => ({ person_id: person }),
    answers: ok({
      person_id: id,
      name: z.literal('xiaoming'),
      user_data: z.literal('ww'),
      face_ids: list(id).length(1),
    }),
  },
  {
    call: 'GET /info/group',
    sends: ({ group }) => ({ group_id: group }),
    answers: ok({
      group_id: id,
      name: z.literal('group1'),
      user_data: z.literal('xx'),
      persons: list(fields({ person_id: id, name: z.literal('xiaoming') })).length(1),
    }),
  },
  {
    call: 'GET /info/faceset',
    sends: ({ faceset }) => ({ faceset_id: faceset }),
    answers: ok({
      faceset_id: id,
      name: z.literal('faceset1'),
      user_data: z.literal('test'),
      face_ids: list(id).length(1),
    }),
  },

  {
    call: 'POST /face/detection',
    sends: ({ photo }) => ({ file: photo }),
    answers: ok({
      image_id: id,
      exif_orientation: integer,
      width: integer,
      height: integer,
      faces: list(fields(face)).length(2),
    }),
  },
  {
    // The reference's answer has attributes, its call does not ask for them.
    call: 'POST /face/detection',
    sends: ({ photo }) => ({ file: photo, landmarks106: 1, attributes: 1, user_data: 'test' }),
    answers: ok({
      image_id: id,
      exif_orientation: integer,
      width: integer,
      height: integer,
      faces: list(fields(describedFace)).length(2),
    }),
  },
  {
    call: 'POST /face/verification',
    sends: ({ anna, bea }) => ({ face_id: anna, face2_id: bea }),
    answers: ok({ same_person: z.literal(false), confidence, face_id: id, face2_id: id }),
  },
  {
    call: 'POST /face/verification',
    sends: ({ bea, person }) => ({ face_id: bea, person_id: person }),
    later: true,
    answers: ok({ same_person: z.literal(false), confidence, face_id: id, person_id: id }),
  },
  {
    call: 'POST /face/search',
    sends: ({ anna, faceset }) => ({ face_id: anna, faceset_id: faceset, top: 1 }),
    later: true,
    answers: ok({ face_id: id, candidates: list(fields({ face_id: id, confidence: z.literal(1) })).length(1) }),
  },
  {
    // As text in both samples.
    call: 'POST /face/identification',
    sends: ({ anna, group }) => ({ face_id: anna, group_id: group, top: '1' }),
    later: true,
    answers: ok({
      face_id: id,
      group_id: id,
      candidates: list(fields({ person_id: id, name: z.literal('xiaoming'), confidence: z.literal(1) })).length(1),
    }),
  },
  {
    call: 'POST /face/training',
    sends: ({ anna, faceset }) => ({ face_id: [anna], faceset_id: [faceset] }),
    later: true,
    answers: ok({}),
  },

  {
    call: 'POST /person/create',
    sends: ({ anna }) => ({ name: 'xiaoming', face_id: [anna] }),
    answers: ok({ person_id: id, face_count: z.literal(1) }),
  },
  { call: 'POST /person/delete', sends: ({ person }) => ({ person_id: person }), answers: ok({}) },
  {
    call: 'POST /person/add_face',
    sends: ({ person, anna }) => ({ person_id: person, face_id: [anna] }),
    answers: ok({ person_id: id, face_count: z.literal(1), added_count: z.literal(0) }),
  },
  {
    call: 'POST /person/remove_face',
    sends: ({ person, anna }) => ({ person_id: person, face_id: [anna] }),
    answers: ok({ person_id: id, face_count: z.literal(0), removed_count: z.literal(1) }),
  },
  {
    call: 'POST /person/change',
    sends: ({ person }) => ({ person_id: person, name: 'xiaohong' }),
    answers: ok({}),
  },

  {
    call: 'POST /group/create',
    sends: ({ person }) => ({ name: 'group1', person_id: [person] }),
    answers: ok({ group_id: id, name: z.literal('group1'), person_count: z.literal(1) }),
  },
  { call: 'POST /group/delete', sends: ({ group }) => ({ group_id: group }), answers: ok({}) },
  {
    call: 'POST /group/add_person',
    sends: ({ group, stranger }) => ({ group_id: group, person_id: [stranger] }),
    answers: ok({ group_id: id, name: z.literal('group1'), person_count: z.literal(2), added_count: z.literal(1) }),
  },
  {
    call: 'POST /group/remove_person',
    sends: ({ group, person }) => ({ group_id: group, person_id: [person] }),
    answers: ok({ group_id: id, name: z.literal('group1'), person_count: z.literal(0), removed_count: z.literal(1) }),
  },
  {
    call: 'POST /group/change',
    sends: ({ group }) => ({ group_id: group, name: 'groupname' }),
    answers: ok({}),
  },

  {
    call: 'POST /faceset/create',
    sends: ({ anna, bea }) => ({ name: 'faceset1', face_id: [anna, bea], user_data: 'USER_DATA' }),
    answers: ok({ faceset_id: id, name: z.literal('faceset1'), face_count: z.literal(2) }),
  },
  { call: 'POST /faceset/delete', sends: ({ faceset }) => ({ faceset_id: faceset }), answers: ok({}) },
  {
    call: 'POST /faceset/add_face',
    sends: ({ faceset, anna, bea }) => ({ faceset_id: faceset, face_id: [anna, bea] }),
    answers: ok({ faceset_id: id, name: z.literal('faceset1'), face_count: z.literal(2), added_count: z.literal(1) }),
  },
  {
    call: 'POST /faceset/remove_face',
    sends: ({ faceset, anna }) => ({ faceset_id: faceset, face_id: [anna] }),
    answers: ok({ faceset_id: id, name: z.literal('faceset1'), face_count: z.literal(0), removed_count: z.literal(1) }),
  },
  {
    call: 'POST /faceset/change',
    sends: ({ faceset }) => ({ faceset_id: faceset, name: 'NAME', user_data: 'USER_DATA' }),
    answers: ok({}),
  },
];

/** What a call that is answered later is told at once. */
export const accepted = ok({ task_id: id, task_status: z.literal('pending') });
