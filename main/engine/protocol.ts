/**
 * What main and an engine process say to each other, both ways. Every message is checked on arrival: a process of another
 * version, or a defect on either side, ends in a clear error instead of in half a face in the library.
 * Float32Array and Uint8Array travel as they are (structured clone; `serialization: 'advanced'` under child_process).
 */
import { z } from 'zod';
import type { PhotoFile } from './decode/photo-file.ts';
import type { AnalyzeOptions, PackFacts, PhotoSource } from './engine.ts';
import { ENGINE_ERROR_CODES } from './engine-error.ts';
import type { Face, PhotoAnalysis } from './face.ts';

const count = z.number().int().nonnegative();
const fraction = z.number().min(0).max(1);
const bytes: z.ZodType<Uint8Array> = z.instanceof(Uint8Array);
const floats: z.ZodType<Float32Array> = z.instanceof(Float32Array);
const orientation = z.literal([1, 2, 3, 4, 5, 6, 7, 8]);
const turn = z.enum(['cw90', 'cw180', 'cw270']);
const rect = z.object({ left: z.number(), top: z.number(), right: z.number(), bottom: z.number() });
/** Why the models did not load; the code is the pack's own. */
const failure = z.object({ code: z.string(), message: z.string() });
/** Why a question has no answer; what is not one of our codes is a defect of ours. */
const refusal = z.object({ code: z.enum(ENGINE_ERROR_CODES).catch('internal'), message: z.string() });

const format = z.enum(['jpeg', 'png', 'webp', 'avif', 'gif', 'tiff', 'bmp', 'heif']);

const source: z.ZodType<PhotoSource> = z.union([z.object({ path: z.string() }), z.object({ bytes })]);

const analyzeOptions: z.ZodType<AnalyzeOptions> = z.object({
  detection: z.enum(['default', 'thorough']).exactOptional(),
  minScore: fraction.exactOptional(),
  autoRotate: z.boolean().exactOptional(),
  turn: turn.exactOptional(),
  at: z.array(rect).exactOptional(),
  only: z.object({ formats: z.array(format), sides: z.object({ from: count, to: count }) }).exactOptional(),
  embedding: z.boolean().exactOptional(),
  attributes: z.boolean().exactOptional(),
  thumbnails: z.array(count.positive()).exactOptional(),
  priority: z.enum(['interactive', 'bulk']).exactOptional(),
});

const question = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read'), source }),
  z.object({ kind: z.literal('analyze'), source, options: analyzeOptions }),
  z.object({ kind: z.literal('embed'), crops: z.array(bytes) }),
]);

const settings = z.object({
  /** Folder of the model pack. */
  pack: z.string(),
  /** Threads of one model run. */
  threads: count.positive(),
  limits: z.object({ fileBytes: count, pixels: count, side: count }),
});

/** From main to an engine process. `start` comes first and once. */
export const toEngine = z.discriminatedUnion('type', [
  z.object({ type: z.literal('start'), settings }),
  z.object({ type: z.literal('ask'), id: count, question }),
  z.object({ type: z.literal('cancel'), id: count }),
  z.object({ type: z.literal('close') }),
]);

const point = z.tuple([z.number(), z.number()]);

const face: z.ZodType<Face> = z.object({
  rect,
  score: fraction,
  landmarks21: z.array(point).length(21),
  landmarks106: z.array(point).length(106),
  eyeDist: z.number().nonnegative(),
  quality: z.object({
    overall: fraction,
    size: z.number(),
    sharpness: fraction,
    yaw: z.number(),
    pitch: z.number(),
    roll: z.number(),
  }),
  crop: bytes,
  embedding: floats.nullable(),
  attributes: z
    .object({
      age: z.number(),
      gender: z.number(),
      attractive: z.number(),
      eyeglass: z.number(),
      sunglass: z.number(),
      smile: z.number(),
    })
    .nullable(),
});

const photoAnalysis: z.ZodType<PhotoAnalysis> = z.object({
  format,
  width: count.positive(),
  height: count.positive(),
  exifOrientation: orientation.nullable(),
  rotate: turn.nullable(),
  faces: z.array(face),
  thumbnails: z.array(
    z.object({ size: count.positive(), width: count.positive(), height: count.positive(), webp: bytes }),
  ),
});

const photoFile: z.ZodType<PhotoFile> = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: count,
  format,
  width: count.positive(),
  height: count.positive(),
  metadata: z.object({
    takenAt: z.string().nullable(),
    utcOffset: z.number().int().nullable(),
    camera: z.string().nullable(),
    lens: z.string().nullable(),
    gps: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
    orientation: orientation.nullable(),
    rating: z.number().min(0).max(5).nullable(),
    keywords: z.array(z.string()),
    regions: z.array(
      z.object({
        name: z.string().nullable(),
        left: fraction,
        top: fraction,
        right: fraction,
        bottom: fraction,
        source: z.enum(['mwg-rs', 'microsoft']),
      }),
    ),
  }),
});

const packFacts: z.ZodType<PackFacts> = z.object({
  name: z.string(),
  version: z.string(),
  embeddingModel: z.string(),
  embeddingSize: count.positive(),
  calibration: z.array(point),
  licence: z.string(),
});

const answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read'), file: photoFile }),
  z.object({ kind: z.literal('analyze'), photo: photoAnalysis }),
  z.object({ kind: z.literal('embed'), embeddings: z.array(floats) }),
]);

/** From an engine process to main. `ready` or `failed` comes first and once; answers come in any order. */
export const fromEngine = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), pack: packFacts }),
  z.object({ type: z.literal('failed'), failure }),
  z.object({ type: z.literal('answer'), id: count, answer }),
  z.object({ type: z.literal('refusal'), id: count, failure: refusal }),
]);

export type Refusal = z.infer<typeof refusal>;
export type Settings = z.infer<typeof settings>;
export type Question = z.infer<typeof question>;
export type Answer = z.infer<typeof answer>;
export type ToEngine = z.infer<typeof toEngine>;
export type FromEngine = z.infer<typeof fromEngine>;
