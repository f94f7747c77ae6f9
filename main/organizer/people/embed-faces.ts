/** Faces that the library has, embedded by the engine's model from the crops it keeps; the originals are not needed. */
import type { EmbedOptions, Engine } from '../../engine/engine.ts';
import type { Library } from '../../library/library.ts';
import type { Id } from '../../library/store.ts';

/** Faces in one question to the engine and in one transaction: what callers give at a time. */
export const FACES_AT_ONCE = 64;

/**
 * @param faceIds at most FACES_AT_ONCE; those without a crop are left as they are
 * @returns how many were embedded
 * @throws EngineError when the engine fails, also with the code `cancelled`
 */
export async function embedFaces(
  library: Library,
  engine: Pick<Engine, 'pack' | 'embedCrops'>,
  faceIds: readonly Id[],
  options: EmbedOptions,
): Promise<number> {
  const crops = library.faces.crops(faceIds).filter(({ jpeg }) => jpeg.length > 0);
  const vectors = await engine.embedCrops(
    crops.map(({ jpeg }) => jpeg),
    options,
  );
  const made = crops.flatMap(({ faceId }, i) => {
    const vector = vectors[i];
    return vector ? [{ faceId, vector }] : [];
  });
  library.transaction(() => {
    // A face may have been erased while the engine looked at it.
    const still = new Set(library.faces.cropped(made.map(({ faceId }) => faceId)));
    library.embeddings.put(
      engine.pack.embeddingModel,
      made.filter(({ faceId }) => still.has(faceId)),
    );
  });
  return made.length;
}
