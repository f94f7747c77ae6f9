/**
 * What takes seconds on a library file, as every page of it is read, is done by a process of its own: the window and
 * the API are answered meanwhile. One such process a question; nothing of it is left when Kindred is closed.
 */
import { extname } from 'node:path';
import { z } from 'zod';
import { type EngineProcess, forkNode } from './engine/engine-process.ts';
import { KindredError, toError } from './kindred-error.ts';
import { libraryFile } from './library/prepare.ts';

const finding = z.object({ rule: z.string(), message: z.string() });
type Finding = Readonly<z.infer<typeof finding>>;

const contents = z.object({ bytes: z.number(), photos: z.number(), faces: z.number(), persons: z.number() });

/** What the process is asked, and what it answers to each. */
export const questions = {
  check: { asked: z.object({ kind: z.literal('check'), file: z.string() }), answer: z.array(finding) },
  inspect: { asked: z.object({ kind: z.literal('inspect'), file: z.string() }), answer: contents },
  stage: {
    asked: z.object({ kind: z.literal('stage'), directory: z.string(), backup: z.string() }),
    answer: z.null(),
  },
} as const;

const examinerAnswer = z.union([
  z.object({ answer: z.unknown() }),
  z.object({ failure: z.object({ code: z.string(), message: z.string(), about: z.string().optional() }) }),
]);

type Kind = keyof typeof questions;

/** Forked as engine processes are, to be told other things. */
type Process = Omit<EngineProcess, 'post'> & { post(message: object): void };
type Fork = (entry: URL) => Process;

/** TypeScript as this file is, or, packed, JavaScript. */
const ENTRY = new URL(`./library-examiner-process${extname(import.meta.filename)}`, import.meta.url);

export class LibraryExaminer {
  readonly #directory: string;
  readonly #fork: Fork;
  readonly #running = new Set<Process>();
  #checking: Promise<readonly Finding[]> | null = null;

  constructor(directory: string, fork: Fork = forkNode) {
    this.#directory = directory;
    this.#fork = fork;
  }

  /** Everything that is not in order. Whoever asks while it is looked at gets the same answer. */
  check(): Promise<readonly Finding[]> {
    this.#checking ??= this.#ask('check', { kind: 'check', file: libraryFile(this.#directory) }).finally(() => {
      this.#checking = null;
    });
    return this.#checking;
  }

  /** What is in a backup. @throws KindredError with the library's codes for what is no sound backup */
  inspect(file: string): Promise<z.infer<typeof contents>> {
    return this.#ask('inspect', { kind: 'inspect', file });
  }

  /** Makes a copy of a backup that takes the library's place at the next opening. @throws as `inspect` */
  async stage(backup: string): Promise<void> {
    await this.#ask('stage', { kind: 'stage', directory: this.#directory, backup });
  }

  /** Nobody waits for an answer any more. */
  close(): void {
    for (const process of this.#running) process.kill();
  }

  #ask<K extends Kind>(
    kind: K,
    question: z.infer<(typeof questions)[K]['asked']>,
  ): Promise<z.infer<(typeof questions)[K]['answer']>> {
    const { promise, resolve, reject } = Promise.withResolvers<z.infer<(typeof questions)[K]['answer']>>();
    const process = this.#fork(ENTRY);
    this.#running.add(process);
    process.onMessage((message) => {
      try {
        const told = examinerAnswer.parse(message);
        if ('failure' in told) reject(toError(told.failure));
        // The table pairs each question with its answer; TypeScript does not follow that pairing.
        else resolve(questions[kind].answer.parse(told.answer) as z.infer<(typeof questions)[K]['answer']>);
      } catch (error: unknown) {
        reject(error);
      }
      process.kill();
    });
    process.onEnd((how) => {
      this.#running.delete(process);
      reject(new KindredError('interrupted', `The library could not be looked at: that ended early (${how}).`));
    });
    process.post(question);
    return promise;
  }
}
