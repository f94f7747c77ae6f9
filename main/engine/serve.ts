/**
 * What an engine process does with its life: load the models once, then answer questions until main closes the line.
 * A refused file is an answer; anything that ends the process is for client.ts to mend.
 */
import process from 'node:process';
import PQueue from 'p-queue';
import { toFailure } from '../kindred-error.ts';
import { analyzePhoto, type Workplace } from './analyze-photo.ts';
import { decodeCrop } from './crop.ts';
import { readPhotoFile } from './decode/read-photo-file.ts';
import { EngineError } from './engine-error.ts';
import type { Port } from './port.ts';
import type { Answer, Question, Refusal, Settings } from './protocol.ts';
import type { Vision } from './vision.ts';

export type LoadVision = (settings: Settings) => Promise<Vision>;

/** Photos with their pixels in memory at a time: up to 108 MB each. */
const DECODED_PHOTOS = 2;

async function answer(question: Question, work: Workplace, signal: AbortSignal): Promise<Answer> {
  switch (question.kind) {
    case 'read':
      return { kind: 'read', file: await readPhotoFile(question.source, work.limits) };
    case 'analyze':
      return { kind: 'analyze', photo: await analyzePhoto(question.source, question.options, work, signal) };
    case 'embed': {
      const crops = await Promise.all(question.crops.map(decodeCrop));
      const embeddings = await work.looking.add(async () => {
        signal.throwIfAborted();
        return work.vision.embed(crops);
      });
      return { kind: 'embed', embeddings };
    }
  }
}

const refusal = (error: unknown): Refusal =>
  error instanceof EngineError
    ? { code: error.code, message: error.message }
    : { code: 'internal', message: toFailure(error).message };

/**
 * @param port the line to main
 * @param load how this process gets its models
 */
export function serve(port: Port, load: LoadVision): void {
  const running = new Map<number, AbortController>();
  let work: Promise<Workplace> | null = null;

  const start = async (settings: Settings): Promise<Workplace> => {
    const vision = await load(settings);
    return {
      vision,
      limits: settings.limits,
      decoding: new PQueue({ concurrency: DECODED_PHOTOS }),
      looking: new PQueue({ concurrency: 1 }),
    };
  };

  const ask = async (id: number, question: Question): Promise<void> => {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      if (work === null) throw new EngineError('internal', 'A question came before the settings.');
      port.post({ type: 'answer', id, answer: await answer(question, await work, controller.signal) });
    } catch (error: unknown) {
      port.post({ type: 'refusal', id, failure: refusal(error) });
    } finally {
      running.delete(id);
    }
  };

  const close = async (): Promise<void> => {
    const loaded = await work?.catch(() => null);
    await loaded?.vision.release();
    process.exit(0);
  };

  port.listen(
    (message) => {
      switch (message.type) {
        case 'start':
          work = start(message.settings);
          work.then(
            ({ vision }) => port.post({ type: 'ready', pack: vision.facts }),
            (error: unknown) => port.post({ type: 'failed', failure: toFailure(error) }),
          );
          return;
        case 'ask':
          void ask(message.id, message.question);
          return;
        case 'cancel':
          running.get(message.id)?.abort(new EngineError('cancelled', 'The question was taken back.'));
          return;
        case 'close':
          void close();
      }
    },
    () => process.exit(0),
  );
}
