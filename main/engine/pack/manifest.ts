/**
 * pack.json: what a model pack says of itself. One entry per role; a pack may hold only some roles, the others come
 * from the pack that Kindred ships. native-models/README.md explains every field to those who write one.
 */
import { z } from 'zod';

/** Raised when a pack that an older Kindred could read wrongly becomes possible. */
export const PACK_FORMAT = 1;

/** What each role's decoder may be: the code that knows the model's outputs. */
export const DECODERS = {
  detector: ['ultraface', 'scrfd', 'yunet'],
  orientation: ['facemesh'],
  landmarks: ['attention-mesh'],
  embedding: ['arcface-112'],
  attributes: ['faceres'],
} as const;

export type Role = keyof typeof DECODERS;
export const ROLES = Object.keys(DECODERS) as readonly Role[];

const text = z.string().min(1).max(300);
const share = z.number().min(0).max(1);
const pixels = z.int().min(1).max(8192);

const file = z.strictObject({
  // A name inside the pack's own folder: no separators, no parent, no drive.
  name: z.string().regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}$/, 'must be a plain file name inside the pack'),
  bytes: z
    .int()
    .min(1)
    .max(2 ** 30),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 lower-case hexadecimal digits'),
});

/** Where a model came from. */
const source = z.strictObject({ package: text, version: text, file: text });

const perChannel = z.tuple([z.number(), z.number(), z.number()]);
/** `(value - mean) / std` with values 0..255, means and deviations in the order of `channels`. */
const pixelFormat = z.strictObject({
  layout: z.enum(['nchw', 'nhwc']),
  channels: z.enum(['rgb', 'bgr']),
  mean: perChannel,
  std: perChannel,
});
/** A square input of `size` px. */
const squareInput = pixelFormat.extend({ size: pixels });

const view = z.strictObject({ longSide: pixels, mirrored: z.boolean() });
const views = z.array(view).min(1).max(8);

const point = z.tuple([z.number(), z.number()]);

const calibration = z
  .array(z.tuple([z.number().min(-1).lt(1), z.number().min(0).lt(1)]))
  .min(2)
  .max(100)
  .refine(
    (knots) => knots.every(([x, y], i) => i === 0 || (x > (knots[i - 1]?.[0] ?? 1) && y > (knots[i - 1]?.[1] ?? 1))),
    'must ascend in both numbers',
  );

/** What every model says: the code that reads it, its file, where it is from and under which licence. */
const model = z.strictObject({ file, source, licence: text });

export const manifest = z.strictObject({
  format: z.literal(PACK_FORMAT),
  name: text,
  version: text,
  licence: text,
  models: z
    .strictObject({
      detector: model.extend({
        decoder: z.enum(DECODERS.detector),
        /** Height and width are free but multiples of this many px. */
        input: pixelFormat.extend({ multiple: pixels }),
        /** Looks at a photo that vote together, by longer side. */
        views: z.strictObject({ default: views, thorough: views }),
        /** Faces below this score are left out unless the caller says otherwise. */
        minScore: share,
      }),
      orientation: model.extend({ decoder: z.enum(DECODERS.orientation), input: squareInput }),
      landmarks: model.extend({
        decoder: z.enum(DECODERS.landmarks),
        input: squareInput,
        /** Linear correction of the points (landmarks/correction.ts). */
        correction: file.optional(),
      }),
      embedding: model.extend({
        decoder: z.enum(DECODERS.embedding),
        /** Identity of the embedding space: two models that share it give comparable embeddings. */
        id: text,
        dimensions: z.int().min(8).max(4096),
        input: squareInput,
        /** Where eyes, nose tip and mouth corners of the mesh belong in the 112 x 112 crop. */
        template: z.tuple([point, point, point, point, point]),
        calibration,
      }),
      attributes: model.extend({
        decoder: z.enum(DECODERS.attributes),
        input: squareInput,
        /** Linear heads on the model's features (attributes.ts). */
        heads: file.optional(),
      }),
    })
    .partial()
    .refine((models) => Object.keys(models).length > 0, 'must name at least one model'),
});

export type Manifest = z.infer<typeof manifest>;
/** One file of a pack as pack.json lists it. */
export type PackedFile = z.infer<typeof file>;
