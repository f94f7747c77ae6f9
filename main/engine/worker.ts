/**
 * One life of one engine process: the handshake, the questions it has been given, and the watch over each. It is never
 * revived; client.ts starts another.
 */
import { z } from 'zod';
import { KindredError } from '../kindred-error.ts';
import type { PackFacts } from './engine.ts';
import { EngineError } from './engine-error.ts';
import type { EngineProcess } from './engine-process.ts';
import type { Job } from './job.ts';
import { type FromEngine, fromEngine, type Settings } from './protocol.ts';

/** Loading 30 MB of models takes a second; a slow disk and a busy machine a few more. */
const START_LIMIT = 60_000;

export interface WorkerEnd {
  readonly pid: number;
  /** How the process ended, in words. */
  readonly how: string;
  /** The job that ran past the time limit, when that is why the process was ended. */
  readonly overdue: Job | null;
  /** What it was working on, in the order given. */
  readonly unfinished: readonly Job[];
}

export interface WorkerOptions {
  readonly settings: Settings;
  /** ms that one job may take. */
  readonly timeLimit: number;
  /** A job has been answered; there is room for another. */
  readonly answered: () => void;
  /** The process has ended after it was ready, by itself or by the time limit, and not by `close`. */
  readonly ended: (end: WorkerEnd) => void;
}

export interface Worker {
  readonly pack: PackFacts;
  /** Jobs it has been given and has not answered. */
  readonly load: number;
  /** Whether one of them may only run alone. */
  readonly busyWithSuspect: boolean;
  give(job: Job): void;
  /** Tells the process that nobody waits for this job any more. */
  cancel(job: Job): void;
  /** Ends the process once its jobs are answered; resolves when it is gone. */
  close(): Promise<void>;
}

/**
 * Sends the settings and waits until the models are loaded.
 *
 * @throws KindredError with the pack's own code when the process could not load it; EngineError `start-failed` when the
 *   process ended or said nothing
 */
export function startWorker(engine: EngineProcess, options: WorkerOptions): Promise<Worker> {
  const { promise, resolve, reject } = Promise.withResolvers<Worker>();
  const gone = Promise.withResolvers<void>();
  /** Set by `close`: called when the last job has been answered. */
  let drained: (() => void) | null = null;
  /** By message id, in the order given. */
  const running = new Map<number, Job>();
  let nextId = 0;
  let ready = false;
  let closing = false;
  let overdue: Job | null = null;
  /** Why we ended it, when it was us. */
  let fault: string | null = null;

  const startTimer = setTimeout(() => {
    reject(new EngineError('start-failed', `The engine process was not ready after ${START_LIMIT / 1000} s.`));
    engine.kill();
  }, START_LIMIT);

  // Only the oldest job is watched: those behind it may just be waiting for it, and their time begins when it is done.
  let timer: NodeJS.Timeout | undefined;
  const watchOldest = (): void => {
    clearTimeout(timer);
    const [oldest] = running.values();
    if (!oldest) return;
    timer = setTimeout(() => {
      overdue = oldest;
      engine.kill();
    }, options.timeLimit);
  };

  const finish = (id: number): Job | undefined => {
    const [oldest] = running.keys();
    const job = running.get(id);
    running.delete(id);
    if (id === oldest) watchOldest();
    if (running.size === 0) drained?.();
    return job;
  };

  const worker = (pack: PackFacts): Worker => ({
    pack,
    get load() {
      return running.size;
    },
    get busyWithSuspect() {
      return [...running.values()].some((job) => job.strikes > 0);
    },
    give(job) {
      const id = nextId++;
      running.set(id, job);
      if (running.size === 1) watchOldest();
      engine.post({ type: 'ask', id, question: job.question });
    },
    cancel(job) {
      for (const [id, given] of running) if (given === job) engine.post({ type: 'cancel', id });
    },
    async close() {
      if (running.size > 0) {
        await Promise.race([
          new Promise<void>((done) => {
            drained = done;
          }),
          gone.promise,
        ]);
      }
      closing = true;
      engine.post({ type: 'close' });
      const late = setTimeout(() => engine.kill(), 5_000);
      await gone.promise;
      clearTimeout(late);
    },
  });

  const receive = (message: FromEngine): void => {
    switch (message.type) {
      case 'ready':
        clearTimeout(startTimer);
        ready = true;
        resolve(worker(message.pack));
        return;
      case 'failed':
        reject(new KindredError(message.failure.code, message.failure.message));
        engine.kill();
        return;
      case 'answer':
        finish(message.id)?.settle({ answer: message.answer });
        options.answered();
        return;
      case 'refusal':
        finish(message.id)?.settle({ error: new EngineError(message.failure.code, message.failure.message) });
        options.answered();
    }
  };

  engine.onMessage((message) => {
    const parsed = fromEngine.safeParse(message);
    if (parsed.success) receive(parsed.data);
    else {
      // Not one of our messages, so nothing it says can be trusted any more.
      fault = `it said something unknown: ${z.prettifyError(parsed.error)}`;
      engine.kill();
    }
  });

  engine.onEnd((ended) => {
    const how = fault ?? ended;
    clearTimeout(startTimer);
    gone.resolve();
    clearTimeout(timer);
    reject(new EngineError('start-failed', `The engine process ended while it was starting (${how}).`));
    const unfinished = [...running.values()];
    running.clear();
    if (ready && !closing) options.ended({ pid: engine.pid, how, overdue, unfinished });
    ready = false;
  });

  engine.post({ type: 'start', settings: options.settings });
  return promise;
}
