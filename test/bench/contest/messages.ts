/** What a contestant and the bench tell each other: pixels go out, sightings come back. Checked where they arrive. */
import { z } from 'zod';
import type { RgbImage } from '../../../main/engine/pixels/image.ts';

const found = z.object({
  /** px of the photo */
  rect: z.object({ left: z.number(), top: z.number(), right: z.number(), bottom: z.number() }),
  /** 0..1 */
  score: z.number(),
  /** What the contestant compares faces by; null where it could make none. */
  embedding: z.custom<Float32Array>((value) => value instanceof Float32Array).nullable(),
});

const sighting = z.object({
  faces: z.array(found).readonly(),
  /** Wall-clock time from decoded pixels to all faces with landmarks, age, gender and embedding. */
  ms: z.number(),
  /** Processor time of the whole process for the same work, ms. */
  cpuMs: z.number(),
});

export const fromContestant = z.discriminatedUnion('type', [
  /** Its models are loaded; `backend` says what runs them, for the table. */
  z.object({ type: z.literal('ready'), backend: z.string() }),
  z.object({ type: z.literal('seen'), sighting }),
  z.object({ type: z.literal('failed'), message: z.string() }),
]);

export const toContestant = z.object({
  photo: z.custom<RgbImage>((value) => value instanceof Object && 'data' in value),
});

export type FoundFace = z.infer<typeof found>;
export type Sighting = z.infer<typeof sighting>;
export type FromContestant = z.infer<typeof fromContestant>;
export type ToContestant = z.infer<typeof toContestant>;
