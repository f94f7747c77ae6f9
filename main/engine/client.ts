/**
 * The engine as main uses it: questions go to a few engine processes, answers come back, and whatever happens to those
 * processes stays here. A process that dies is replaced; what it was working on is asked once more, alone, so that a
 * second death names the file that causes it.
 */
import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { DEFAULT_LIMITS, type DecodeLimits } from './decode/limits.ts';
import type { Engine, EngineEvents, PackFacts } from './engine.ts';
import { EngineError } from './engine-error.ts';
import { type Fork, forkNode } from './engine-process.ts';
import { createJob, type Job, type Lane, subject } from './job.ts';
import { JobQueue } from './job-queue.ts';
import { SHIPPED_PACK } from './pack/open-pack.ts';
import type { Answer, Question, Settings } from './protocol.ts';
import { startWorker, type Worker, type WorkerEnd } from './worker.ts';

export interface EngineOptions {
  /** Folder of the model pack; the one that comes with Kindred by default. */
  readonly pack?: string;
  readonly processes?: number;
  /** Threads of one model run in one process. */
  readonly threads?: number;
  readonly limits?: DecodeLimits;
  /** ms that one question may take in a process before it counts as hung. */
  readonly timeLimit?: number;
  readonly fork?: Fork;
  /** The module an engine process runs; tests have their own. */
  readonly entry?: URL;
  /** Told of every process that ended by itself or was ended for being overdue. */
  readonly onCrash?: (event: EngineEvents['crashed']) => void;
}

/** TypeScript as this file is, or, packed, JavaScript. */
const ENTRY = new URL(`./process${extname(import.meta.filename)}`, import.meta.url);
/** No photo takes a minute; but a dozen at once may have to come out of a cloud, or through a slow network. */
const TIME_LIMIT = 3 * 60_000;

/**
 * One process of one thread for each core, up to four of about 350 MB. Two threads in one process took two to four times
 * as long a photo on a busy two-core machine, where the threads of a model run spin while they wait for each other.
 */
const MOST_PROCESSES = 4;

/** Questions a process holds: one in the models, one being decoded, one being read or encoded. */
const DEPTH = 3;

/** Crops in one question, so that a long re-embedding gives way to others in between. */
const CROPS_AT_ONCE = 32;

/**
 * Starts the engine processes and waits until their models are loaded.
 *
 * @throws KindredError with the pack's own code for a pack that is missing, damaged or foreign; EngineError
 *   `start-failed` when a process ends while starting
 */
export async function startEngine(options: EngineOptions = {}): Promise<Engine> {
  const processes = options.processes ?? Math.min(MOST_PROCESSES, availableParallelism());
  const settings: Settings = {
    pack: options.pack ?? SHIPPED_PACK,
    threads: options.threads ?? 1,
    limits: options.limits ?? DEFAULT_LIMITS,
  };
  const pool = new Pool(processes, settings, options);
  const pack = await pool.open();
  return {
    pack,
    async read(source, signal) {
      const answer = await pool.ask({ kind: 'read', source }, 'interactive', signal);
      return answer.kind === 'read' ? answer.file : mismatch(answer);
    },
    async analyze(source, request, signal) {
      const lane = request.priority ?? 'interactive';
      const answer = await pool.ask({ kind: 'analyze', source, options: request }, lane, signal);
      return answer.kind === 'analyze' ? answer.photo : mismatch(answer);
    },
    async embedCrops(crops, { priority = 'bulk', signal } = {}) {
      const questions: Promise<Answer>[] = [];
      for (let at = 0; at < crops.length; at += CROPS_AT_ONCE) {
        questions.push(pool.ask({ kind: 'embed', crops: crops.slice(at, at + CROPS_AT_ONCE) }, priority, signal));
      }
      const answers = await Promise.all(questions);
      return answers.flatMap((answer) => (answer.kind === 'embed' ? answer.embeddings : mismatch(answer)));
    },
    close: () => pool.close(),
  };
}

/** The processes and the work that waits for them. */
class Pool {
  readonly #queue = new JobQueue();
  readonly #workers = new Set<Worker>();
  /** Processes that are loading their models. */
  readonly #starting = new Set<Promise<void>>();
  readonly #processes: number;
  readonly #settings: Settings;
  readonly #options: EngineOptions;
  #closed = false;

  constructor(processes: number, settings: Settings, options: EngineOptions) {
    this.#processes = processes;
    this.#settings = settings;
    this.#options = options;
  }

  /** @returns the facts of the pack that every process has loaded */
  async open(): Promise<PackFacts> {
    const starts = await Promise.allSettled(Array.from({ length: this.#processes }, () => this.#start()));
    const failed = starts.find((start) => start.status === 'rejected');
    if (failed) {
      await this.close();
      throw failed.reason;
    }
    const [worker] = this.#workers;
    if (!worker) throw new EngineError('start-failed', 'The engine process ended right after it had started.');
    return worker.pack;
  }

  ask(question: Question, lane: Lane, signal: AbortSignal | undefined): Promise<Answer> {
    const { job, answer } = createJob(question, lane, signal, (cancelled) => {
      for (const worker of this.#workers) worker.cancel(cancelled);
    });
    if (this.#closed) {
      job.settle({ error: closedBefore(job) });
      return answer;
    }
    this.#queue.add(job);
    // All processes may have ended and none come back; a new question is a reason to try again.
    if (this.#workers.size === 0) this.#fill();
    this.#feed();
    return answer;
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const job of this.#queue.drain()) job.settle({ error: closedBefore(job) });
    await Promise.allSettled([...this.#starting, ...[...this.#workers].map((worker) => worker.close())]);
  }

  /** Starts one process; it counts as starting until it has its place among the workers, or has failed. */
  #start(): Promise<void> {
    const start = this.#startWorker().finally(() => this.#starting.delete(start));
    this.#starting.add(start);
    return start;
  }

  async #startWorker(): Promise<void> {
    const engine = (this.#options.fork ?? forkNode)(this.#options.entry ?? ENTRY);
    const worker = await startWorker(engine, {
      settings: this.#settings,
      timeLimit: this.#options.timeLimit ?? TIME_LIMIT,
      answered: () => this.#feed(),
      ended: (end) => {
        this.#workers.delete(worker);
        this.#mourn(end);
      },
    });
    if (this.#closed) return worker.close();
    this.#workers.add(worker);
    this.#feed();
  }

  /** Gives what waits to the processes that have room, the least loaded first. */
  #feed(): void {
    for (;;) {
      const free = [...this.#workers].filter((worker) => worker.load < DEPTH && !worker.busyWithSuspect);
      const worker = free.sort((a, b) => a.load - b.load)[0];
      const job = worker && this.#queue.next(worker.load === 0);
      if (!job) return;
      worker.give(job);
    }
  }

  /** A process has ended: its work is asked once more, or given up, and another process takes its place. */
  #mourn({ pid, how, overdue, unfinished }: WorkerEnd): void {
    for (const job of unfinished.toReversed()) {
      // When one job ran out of time, the others are innocent; otherwise any of them may have ended the process.
      if (overdue === null || overdue === job) job.strikes++;
      if (this.#closed) job.settle({ error: closedBefore(job) });
      else if (job.strikes > 1) job.settle({ error: givenUp(job, how, overdue !== null) });
      else if (!job.settled) this.#queue.putBack(job);
    }
    const failure = overdue
      ? { code: 'timeout', message: 'It ran past its time limit and was ended.' }
      : { code: 'crashed', message: `It ended by itself: ${how}.` };
    this.#options.onCrash?.({ pid, while: unfinished.map(subject).join(', ') || 'idle', failure });
    this.#fill();
  }

  /** Starts as many processes as are missing. */
  #fill(): void {
    if (this.#closed) return;
    for (let count = this.#workers.size + this.#starting.size; count < this.#processes; count++) {
      this.#start().catch((error: unknown) => {
        // Without any process what waits would wait for ever; with one it only waits longer.
        if (this.#workers.size > 0 || this.#starting.size > 0) return;
        for (const job of this.#queue.drain()) job.settle({ error });
      });
    }
  }
}

const closedBefore = (job: Job) =>
  new EngineError('closed', `The engine was closed before it came to ${subject(job)}.`);

function givenUp(job: Job, how: string, overdue: boolean): EngineError {
  return overdue
    ? new EngineError('timeout', `No answer within the time limit, twice: ${subject(job)}.`)
    : new EngineError('crashed', `The engine process ended twice (${how}) while it worked on ${subject(job)}.`);
}

/** Unreachable unless a process answers another question than it was asked. */
function mismatch(answer: Answer): never {
  throw new EngineError('internal', `The engine answered a question that was not asked: ${answer.kind}.`);
}
