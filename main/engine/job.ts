/** A question on its way to an answer: who waits for it, and how often it has ended a process. */
import { EngineError } from './engine-error.ts';
import type { Answer, Question } from './protocol.ts';

export type Lane = 'interactive' | 'bulk';

export interface Job {
  readonly question: Question;
  readonly lane: Lane;
  /** Engine processes that ended while they worked on this. After the first it runs alone, so the second is its own. */
  strikes: number;
  /** True once its caller has an answer or has gone; whatever a process still says about it is ignored. */
  settled: boolean;
  settle(result: { readonly answer: Answer } | { readonly error: unknown }): void;
}

/** What the question is about, for messages: the path, or the size of an upload. */
export function subject({ question }: Job): string {
  if (question.kind === 'embed') return `${question.crops.length} face crops`;
  return 'path' in question.source ? question.source.path : `an upload of ${question.source.bytes.byteLength} bytes`;
}

/**
 * @param signal takes the question back: the caller is told at once, `cancelled` may save the work that is left
 * @returns the job, and the promise its caller waits for
 */
export function createJob(
  question: Question,
  lane: Lane,
  signal: AbortSignal | undefined,
  cancelled: (job: Job) => void,
): { job: Job; answer: Promise<Answer> } {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const abort = () => {
    job.settle({ error: new EngineError('cancelled', `Cancelled: ${subject(job)}.`, { cause: signal?.reason }) });
    cancelled(job);
  };
  const job: Job = {
    question,
    lane,
    strikes: 0,
    settled: false,
    settle(result) {
      if (job.settled) return;
      job.settled = true;
      signal?.removeEventListener('abort', abort);
      if ('answer' in result) resolve(result.answer);
      else reject(result.error);
    },
  };
  if (signal?.aborted) abort();
  else signal?.addEventListener('abort', abort, { once: true });
  return { job, answer: promise };
}
