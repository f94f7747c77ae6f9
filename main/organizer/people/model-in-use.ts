/**
 * Which model's embeddings answer questions of likeness. It changes only when every face has been embedded by the new
 * model, so that nobody ever searches a library of which half is missing.
 */
import { z } from 'zod';
import type { PackFacts } from '../../engine/engine.ts';
import type { Library } from '../../library/library.ts';

/** What must be known of a model to compare its embeddings, with or without its pack at hand. */
export type FaceModel = Pick<PackFacts, 'embeddingModel' | 'embeddingSize' | 'calibration'>;

const MODEL_IN_USE = 'people.model';

const faceModel: z.ZodType<FaceModel> = z.object({
  embeddingModel: z.string(),
  embeddingSize: z.number().int().positive(),
  calibration: z.array(z.tuple([z.number(), z.number()])),
});

/** Null in a library that has never been opened with an engine. */
export function modelInUse(library: Library): FaceModel | null {
  return faceModel.safeParse(library.settings.get(MODEL_IN_USE)).data ?? null;
}

/** From now on this model answers. */
export function setModelInUse(library: Library, { embeddingModel, embeddingSize, calibration }: FaceModel): void {
  library.transaction(() => library.settings.set(MODEL_IN_USE, { embeddingModel, embeddingSize, calibration }));
}
