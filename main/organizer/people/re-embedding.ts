/**
 * Re-embedding: a new model looks at every face that the library has, from the crops it keeps; the originals are not
 * needed. Progress is what is in the library, so that it goes on after any kind of end.
 */
import type { Engine } from '../../engine/engine.ts';
import type { Library } from '../../library/library.ts';
import { embedFaces, FACES_AT_ONCE } from './embed-faces.ts';

/**
 * Embed all faces that the engine's model has not embedded yet. Faces without a crop (only named in metadata) are left
 * as they are.
 *
 * @param onBatch told after each batch how many faces have been done in this run
 * @throws EngineError when the engine fails, also with the code `cancelled`; what was done stays
 */
export async function embedMissing(
  library: Library,
  engine: Pick<Engine, 'pack' | 'embedCrops'>,
  signal: AbortSignal,
  onBatch: (done: number) => void,
): Promise<void> {
  const { embeddingModel } = engine.pack;
  let done = 0;
  for (let after: string | null = null; !signal.aborted; ) {
    const faceIds = library.embeddings.missing(embeddingModel, after, FACES_AT_ONCE);
    after = faceIds.at(-1) ?? null;
    if (after === null) return;
    done += await embedFaces(library, engine, faceIds, { signal });
    onBatch(done);
  }
}
