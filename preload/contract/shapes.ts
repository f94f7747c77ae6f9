/** Words that more than one family of procedures uses. */
import { z } from 'zod';
import { MOST_IDS } from './limits.ts';

export const id = z.string().regex(/^[0-9a-f]{32}$/);
/** As many as fit into one call; a larger selection goes in several. */
export const ids = z.array(id).min(1).max(MOST_IDS);
export const count = z.int().nonnegative();
export const name = z.string().max(200);
/** Anything a user or a script wants to keep with a thing. */
export const text = z.string().max(65_536);
/** ms since 1970. */
export const time = z.number();
/** 0..1, calibrated: of pairs of different people, one in 10^(10 c - 3) reaches c. */
export const confidence = z.number().min(0).max(1);

/** A part of a list that can be shown from anywhere. */
export const range = { offset: count, limit: z.int().min(1).max(500) };

/** Fractions (0..1) of the upright photo, so that a box fits the picture at any size. */
export const Box = z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() });

/** x and y in fractions of the upright photo. */
export const Point = z.tuple([z.number(), z.number()]);

/** A quarter turn or more, clockwise. */
export const Turn = z.enum(['cw90', 'cw180', 'cw270']);

/** Whether a user said so or the machine took it to be. */
export const How = z.enum(['confirmed', 'automatic']);

/** A face as lists show it; its picture is /face/<id>. */
export const FaceCard = z.object({
  id,
  photoId: id,
  personId: id.nullable(),
  how: How.nullable(),
  /** Of the match that led to the person. */
  confidence: confidence.nullable(),
});

/** A person as lists show them; their picture is /face/<coverFaceId>. */
export const PersonCard = z.object({
  id,
  name: z.string(),
  faceCount: count,
  photoCount: count,
  coverFaceId: id.nullable(),
  hidden: z.boolean(),
});

/** Faces that look like one unknown person. */
export const UnnamedGroup = z.object({ id, faceCount: count, coverFaceId: id, hidden: z.boolean() });

/** A name beside a confidence: who it may be. */
export const Candidate = z.object({ personId: id, name: z.string(), coverFaceId: id.nullable(), confidence });

/** Nothing to say but that it is done. */
export const done = z.object({});
