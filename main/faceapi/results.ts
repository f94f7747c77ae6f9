/** The parts that results are made of, as zod schemas: OpenAPI and the tests read them. */
import { z } from 'zod';

export const hexId = z.string().regex(/^[0-9a-f]{32}$/);
export const count = z.int().nonnegative();
/** What adding and removing answer. */
export const total = count.describe('how many it has now');
export const added = count.describe('how many of them are new in it');
export const removed = count.describe('how many have been taken out');

export const px = z.int().positive().describe('px');
export const confidence = z.number().min(0).max(1).describe('above 0.6 the same person; six decimals');

/** An endpoint that answers with its status alone. */
export const nothing = z.object({});

export const personName = z.object({ person_id: hexId, name: z.string() });
export const groupName = z.object({ group_id: hexId, name: z.string() });
export const facesetName = z.object({ faceset_id: hexId, name: z.string() });

export const image = z.object({
  image_id: hexId,
  width: px,
  height: px,
  user_data: z.string(),
});

const point = z.tuple([z.number(), z.number()]);
const percentage = z.int().min(0).max(100);

export const detectedFace = z.object({
  face_id: hexId,
  rect: z
    .object({ left: z.int(), top: z.int(), right: z.int(), bottom: z.int() })
    .describe('in whole px of the upright image'),
  eye_dist: z.int().nonnegative().describe('distance of the pupils, px, rounded down'),
  landmarks21: z.array(point).describe('21 points in px of the upright image'),
  landmarks106: z.array(point).optional().describe('106 points, if detection was asked for them'),
  attributes: z
    .object({
      age: z.int().nonnegative().describe('years'),
      gender: percentage.describe('below 50 female, otherwise male'),
      attractive: percentage.describe('how attractive'),
      eyeglass: percentage.describe('below 50 no, otherwise yes'),
      sunglass: percentage.describe('below 50 no, otherwise yes'),
      smile: z.int().min(1).max(100).describe('how broad a smile'),
    })
    .optional()
    .describe('if detection was asked for them'),
});

export const candidateFace = z.object({ face_id: hexId, confidence });
export const candidatePerson = z.object({ person_id: hexId, name: z.string(), confidence });

export const taskStatus = z.enum(['pending', 'processing', 'done', 'failed']);

/** What a call that is answered later is told at once (202). */
export const accepted = z.object({ task_id: hexId, task_status: taskStatus });

const quotas = z.object({
  groups: count,
  persons: count,
  facesets: count,
  persons_per_group: count,
  faces_per_person: count,
  faces_per_faceset: count,
});

export const apiInfo = z.object({
  rate_limit: z.string().describe('"<calls>q/<seconds>s"'),
  expiration_date: z.iso.datetime({ offset: true }).optional().describe('only if the key expires'),
  quota: quotas.describe('the most that the key may make'),
  usage: quotas.pick({ groups: true, persons: true, facesets: true }).describe('how many there are now'),
});
