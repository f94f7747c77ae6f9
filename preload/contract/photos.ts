/**
 * Photos: the timeline, whole or filtered; one photo with everything that is known of it; what a user does to some.
 * Pictures have addresses: /thumb/<id>, /photo/<id>, /whole/<id>; add `?<turn>`, so that a turned photo is fetched anew.
 */
import { z } from 'zod';
import { MOST_IDS } from './limits.ts';
import { Box, confidence, count, done, How, id, ids, name, Point, range, Turn, text, time } from './shapes.ts';

const day = z.string().regex(/^\d{4}(-\d\d(-\d\d)?)?$/);

/** Everything that is given has to be true of a photo. */
export const PhotoFilter = z.object({
  /** All of these are on it. */
  persons: z.array(id).min(1).max(10).optional(),
  faces: z.enum(['with', 'without', 'unnamed']).optional(),
  /** First and last day, both included: `YYYY-MM-DD`, or a whole month or year. */
  from: day.optional(),
  to: day.optional(),
  camera: z.string().max(300).optional(),
  /** Whether it says where it was taken. */
  place: z.boolean().optional(),
  /** At least so many stars. */
  rating: z.int().min(1).max(5).optional(),
  album: id.optional(),
  tag: id.optional(),
  /** With a face of a person, an unnamed group or a face set, with one that looks like no other, or with one of these: in the order of its faces then, whatever order is asked for. */
  faceList: z
    .union([
      z.object({ of: z.enum(['person', 'unnamed', 'faceset']), id }),
      z.object({ of: z.literal('seen-once') }),
      z.object({ of: z.literal('faces'), ids }),
    ])
    .optional(),
  /** None of its files is where it was. */
  missing: z.literal(true).optional(),
  /** Those in the bin instead of those that are not. */
  deleted: z.literal(true).optional(),
});

const PhotoOrder = z.enum(['newest', 'oldest']);

/** Which answer of `photos.timeline` a place is a place in; an old one is refused as `stale`: ask for the timeline again. */
const revision = z.string().max(40);

const PhotoTile = z.object({
  /** In the timeline asked for, from 0. */
  place: count,
  id,
  width: z.int().positive(),
  height: z.int().positive(),
  turn: Turn.nullable(),
  /** `YYYY-MM-DDTHH:mm:ss` of the camera's clock. */
  takenAt: z.string().nullable(),
  fileName: z.string(),
  faceCount: count,
  rating: z.int().min(0).max(5).nullable(),
  missing: z.boolean(),
});

/** 0..100 but for the age in years; 50 decides. */
const Attributes = z.object({
  age: z.number(),
  /** Below 50 female. */
  gender: z.number(),
  attractive: z.number(),
  eyeglass: z.number(),
  sunglass: z.number(),
  smile: z.number(),
});

/** Angles in degrees; the others 0..1, but for the size in px. */
const Quality = z.object({
  overall: z.number(),
  size: z.number(),
  sharpness: z.number(),
  yaw: z.number(),
  pitch: z.number(),
  roll: z.number(),
});

const PhotoFace = z.object({
  id,
  box: Box,
  /** Of the person. */
  name: z.string().nullable(),
  person: z.object({ id, how: How, confidence: confidence.nullable() }).nullable(),
  /** The unnamed group it is in. */
  groupId: id.nullable(),
  origin: z.enum(['detected', 'drawn', 'metadata']),
  /** What another program has written into the file at this place. */
  regionName: z.string().nullable(),
  /** Of the detector. */
  score: z.number(),
  quality: Quality,
  attributes: Attributes.nullable(),
  /** Empty when nobody but another program has seen the face. */
  points21: z.array(Point),
  points106: z.array(Point),
  hidden: z.boolean(),
});

const PhotoFile = z.object({ path: z.string(), bytes: count, modifiedAt: time, missing: z.boolean() });

const PhotoDetail = z.object({
  id,
  width: z.int().positive(),
  height: z.int().positive(),
  /** `YYYY-MM-DDTHH:mm:ss` of the camera's clock. */
  takenAt: z.string().nullable(),
  fileName: z.string(),
  /** Without hidden ones. */
  faceCount: count,
  /** Of the file that is shown. */
  path: z.string(),
  /** Whether its file can be shown now; otherwise /photo/<id> is the large thumbnail. */
  original: z.enum(['there', 'missing', 'broken']),
  /** All paths at which the photo lies, those that are there first. */
  files: z.array(PhotoFile),
  format: z.string(),
  bytes: count,
  turn: Turn.nullable(),
  /** Minutes east of UTC. */
  utcOffset: z.number().nullable(),
  importedAt: time,
  camera: z.string().nullable(),
  lens: z.string().nullable(),
  place: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
  rating: z.int().min(0).max(5).nullable(),
  tags: z.array(z.string()),
  albums: z.array(z.object({ id, name: z.string() })),
  userData: z.string(),
  deleted: z.boolean(),
  faces: z.array(PhotoFace),
  /** Faces that a user does not want to see. */
  hiddenFaces: z.array(PhotoFace),
});
export type PhotoDetail = z.infer<typeof PhotoDetail>;

const named = z.object({ id, name: z.string(), photoCount: count });

export const photoProcedures = {
  /** What a grid needs to lay out all photos at once, 100,000 if need be. */
  'photos.timeline': {
    args: z.object({ filter: PhotoFilter.default({}), order: PhotoOrder.default('newest') }),
    result: z.object({
      revision,
      total: count,
      /** In the order of the timeline; their counts add up to the total. */
      days: z.array(z.object({ day: z.string(), count: z.number() })),
      /** 100 times width / height of each photo, in the same order. */
      aspects: z.array(z.number()),
    }),
  },
  /** The photos at some places. One that has gone since is left out. */
  'photos.slice': {
    args: z.object({ revision, ...range }),
    result: z.object({ photos: z.array(PhotoTile) }),
  },
  /** What is selected from one place to another, for commands. */
  'photos.ids': {
    args: z.object({ revision, offset: count, limit: z.int().min(1).max(MOST_IDS) }),
    result: z.object({ ids: z.array(id) }),
  },
  /** Where a photo is in a timeline; null when it is not in it. */
  'photos.place': { args: z.object({ revision, id }), result: z.object({ place: count.nullable() }) },
  /** What there is to filter by. */
  'photos.facets': {
    args: z.object({}),
    result: z.object({
      years: z.array(z.object({ year: z.string(), photoCount: count })),
      cameras: z.array(z.object({ camera: z.string(), photoCount: count })),
      tags: z.array(named),
      albums: z.array(named),
    }),
  },
  'photo.show': { args: z.object({ id }), result: PhotoDetail },
  /** Into the bin: out of every list; the files are not touched. */
  'photos.delete': { args: z.object({ ids }), result: done },
  /** Out of the bin, with the names of their faces. */
  'photos.restore': { args: z.object({ ids }), result: done },
  'photos.turn': { args: z.object({ ids, by: Turn }), result: done },
  'photos.rate': { args: z.object({ ids, rating: z.int().min(0).max(5).nullable() }), result: done },
  'photos.tag': { args: z.object({ ids, tags: z.array(name).min(1).max(50) }), result: done },
  'photos.untag': { args: z.object({ ids, tags: z.array(name).min(1).max(50) }), result: done },
  'photo.set-user-data': { args: z.object({ id, userData: text }), result: done },
} as const;
