/**
 * Calls that are answered later: written down, worked off one after the other behind the calls that someone waits for,
 * and gone on with after a restart. What a task does changes nothing but its own result, so that one that was interrupted
 * is simply done again.
 */
import PQueue from 'p-queue';
import type { Trouble } from '../../preload/contract/notices.ts';
import { EngineError } from '../engine/engine-error.ts';
import { toFailure } from '../kindred-error.ts';
import type { Id } from '../library/store.ts';
import { trouble } from '../notices.ts';
import type { Endpoint, Result, Services } from './endpoint.ts';
import { success } from './success.ts';

export class TaskRunner {
  readonly #services: Services;
  readonly #endpoints: ReadonlyMap<string, Endpoint>;
  readonly #queue = new PQueue({ concurrency: 1 });
  readonly #stop = new AbortController();
  readonly #onFault: (fault: Trouble) => void;

  /**
   * @param endpoints by path
   * @param onFault   told of a task that the library could not take note of: it waits for the next start
   */
  constructor(services: Services, endpoints: ReadonlyMap<string, Endpoint>, onFault: (fault: Trouble) => void) {
    this.#services = services;
    this.#endpoints = endpoints;
    this.#onFault = onFault;
    for (const id of services.library.tasks.unfinished()) this.#enqueue(id);
  }

  /** @param lifetime ms that the task is kept */
  add(accountId: Id, path: string, input: unknown, lifetime: number): Id {
    const { library } = this.#services;
    const id = library.transaction(() => library.tasks.insert(accountId, path, input, lifetime));
    this.#enqueue(id);
    return id;
  }

  /** Comes back when nothing is left to do. */
  settle(): Promise<void> {
    return this.#queue.onIdle();
  }

  /** Leaves the task at hand and the others for the next start. */
  async close(): Promise<void> {
    this.#stop.abort();
    this.#queue.clear();
    await this.#queue.onIdle();
  }

  #enqueue(id: Id): void {
    void this.#queue.add(() =>
      this.#work(id).catch((error: unknown) =>
        this.#onFault(trouble('api-fault', 'A task waits for the next start.', error, '/info/task')),
      ),
    );
  }

  async #work(id: Id): Promise<void> {
    const { library } = this.#services;
    const task = library.tasks.byId(id);
    if (!task || this.#stop.signal.aborted) return;
    library.transaction(() => library.tasks.begin(id));
    try {
      const result = await this.#perform(task.endpoint, task.input);
      library.transaction(() => library.tasks.succeed(id, success(result)));
    } catch (error: unknown) {
      if (this.#stop.signal.aborted || isClosing(error)) return;
      library.transaction(() => library.tasks.fail(id, toFailure(error).message));
    }
  }

  async #perform(path: string, input: unknown): Promise<Result> {
    const deferrable = this.#endpoints.get(path)?.deferrable;
    if (!deferrable) throw new Error(`No call of ${path} can be answered later.`);
    return deferrable.perform(this.#services, deferrable.input.parse(input), this.#stop.signal);
  }
}

const isClosing = (error: unknown): boolean => error instanceof EngineError && error.code === 'closed';
