/**
 * Whether a pack does its work here: its models are loaded by an engine process and shown a picture. Checksums say that a
 * file is the one its maker sealed; only this says that the shapes in pack.json are those of the models.
 */
import { toFailure } from '../../kindred-error.ts';
import { type EngineOptions, startEngine } from '../client.ts';
import { EngineError } from '../engine-error.ts';
import { PackError } from './pack-error.ts';

/** A grey JPEG of 112 x 112: nothing is to be found on it. */
const GREY = Buffer.from(
  '/9j/2wBDABQUFBQVFBcZGRcfIh4iHy4rJycrLkYyNjI2MkZqQk5CQk5Cal5yXVZdcl6phXZ2hanDpJukw+zT0+z/////////2wBDARQUFBQVFBcZGRcf' +
    'Ih4iHy4rJycrLkYyNjI2MkZqQk5CQk5Cal5yXVZdcl6phXZ2hanDpJukw+zT0+z/////////wgARCABwAHADASIAAhEBAxEB/8QAFAABAAAAAAAA' +
    'AAAAAAAAAAAAAP/EABQBAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhADEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAP/' +
    'xAAUEAEAAAAAAAAAAAAAAAAAAABw/9oACAEBAAE/AET/xAAUEQEAAAAAAAAAAAAAAAAAAABQ/9oACAECAQE/AEf/xAAUEQEAAAAAAAAAAAAAAAAA' +
    'AABQ/9oACAEDAQE/AEf/2Q==',
  'base64',
);
const EVERYWHERE = [{ left: 0, top: 0, right: 1, bottom: 1 }] as const;

/** @throws PackError with the reason for a pack that is of no use */
export async function tryPack(pack: string, options: Pick<EngineOptions, 'fork'> = {}): Promise<void> {
  try {
    const engine = await startEngine({ ...options, pack, processes: 1 });
    try {
      const wanted = { embedding: true, attributes: true } as const;
      await engine.analyze({ bytes: GREY }, wanted);
      await engine.analyze({ bytes: GREY }, { ...wanted, at: EVERYWHERE });
      const [embedding] = await engine.embedCrops([GREY], { priority: 'interactive' });
      const { embeddingSize } = engine.pack;
      if (embedding?.length !== embeddingSize) {
        const message = `its embeddings have ${embedding?.length} numbers, not the ${embeddingSize} that pack.json says`;
        throw new EngineError('internal', message);
      }
    } finally {
      await engine.close();
    }
  } catch (error: unknown) {
    const { code, message } = toFailure(error);
    // What the pack itself is to blame for says so already.
    if (code.startsWith('pack-')) throw error;
    throw new PackError('pack-unusable', `The models of this pack do not work here: ${message}`, { cause: error });
  }
}
