/**
 * Kindred as its shells see it, without any shell around it: the desktop window and the server are shells; neither knows
 * how the parts fit (parts.ts), nor that they may be closed and opened anew while a window waits.
 */
import type { Notice } from '../preload/contract/notices.ts';
import type { Engine } from './engine/engine.ts';
import { KindredError } from './kindred-error.ts';
import type { Library } from './library/library.ts';
import { KINDS } from './library/news.ts';
import type { LocalApi } from './local-api.ts';
import { Notices, trouble } from './notices.ts';
import type { Organizer } from './organizer/organizer.ts';
import { type CoreOptions, type Listener, openParts, type Parts } from './parts.ts';
import type { Pictures } from './pictures.ts';

/** What a shell needs of Kindred. */
export interface Core {
  /** Answers a procedure of preload/contract.ts. */
  call(name: string, args: unknown): Promise<unknown>;
  /** Be told of every event of the contract. */
  follow(listener: Listener): void;
  readonly pictures: Pictures;
  /** Tells the user of something that a shell has done unasked by the page; kept until there is one. */
  notify(notice: Notice): void;
  /** The system is about to end all processes, and does not wait. */
  foreseeEnd(): void;
  /** Finish what is at hand, then close everything in order. */
  close(): Promise<void>;
}

/** Core with its parts, for shells that drive them directly: the command line. Ask for them each time. */
export interface OpenCore extends Core {
  readonly library: Library;
  readonly engine: Engine;
  readonly organizer: Organizer;
  readonly api: LocalApi;
  /** Tells those who find the library in use on which port of 127.0.0.1 it is served. */
  announce(port: number): void;
}

/** How long calls under way may take before everything is closed all the same, ms. */
const PATIENCE = 5000;

/**
 * Opens the library as its owner and starts everything.
 *
 * @throws LibraryError when the library is in use, newer or unreadable; PackError for a damaged model pack
 */
export async function openCore(options: CoreOptions): Promise<OpenCore> {
  const listeners: Listener[] = [];
  const tell: Listener = (name, data) => {
    for (const listener of listeners) listener(name, data);
  };
  const notices = new Notices((notice) => {
    options.onNotice(notice);
    tell('notice', notice);
  });
  const open = (): Promise<Parts> => openParts(options, notices, tell);
  return new RunningCore(await open(), open, listeners, tell, notices);
}

class RunningCore implements OpenCore {
  readonly #open: () => Promise<Parts>;
  readonly #listeners: Listener[];
  readonly #tell: Listener;
  readonly #notices: Notices;
  readonly #underWay = new Set<Promise<unknown>>();
  #parts: Parts | null;
  /** Resolves when everything is open again; null while nothing is closed. */
  #reopening: Promise<void> | null = null;
  /** Why it could not be opened again. */
  #failure: KindredError | null = null;
  #port: number | null = null;

  constructor(parts: Parts, open: () => Promise<Parts>, listeners: Listener[], tell: Listener, notices: Notices) {
    this.#parts = parts;
    this.#open = open;
    this.#listeners = listeners;
    this.#tell = tell;
    this.#notices = notices;
  }

  get library(): Library {
    return this.#present.library;
  }

  get engine(): Engine {
    return this.#present.engine;
  }

  get organizer(): Organizer {
    return this.#present.organizer;
  }

  get api(): LocalApi {
    return this.#present.api;
  }

  readonly pictures: Pictures = {
    thumbnail: async (id) => (await this.#opened()).pictures.thumbnail(id),
    photo: async (id) => (await this.#opened()).pictures.photo(id),
    whole: async (id) => (await this.#opened()).pictures.whole(id),
    original: async (id) => (await this.#opened()).pictures.original(id),
    face: async (id) => (await this.#opened()).pictures.face(id),
  };

  async call(name: string, args: unknown): Promise<unknown> {
    const parts = await this.#opened();
    const work = parts.call(name, args);
    this.#underWay.add(work);
    try {
      return await work;
    } finally {
      this.#underWay.delete(work);
      // Whoever has asked for it is answered when it has come to pass.
      if (parts.wantsReopening) await this.#reopen(parts);
    }
  }

  follow(listener: Listener): void {
    this.#listeners.push(listener);
  }

  notify(notice: Notice): void {
    this.#notices.add(notice);
  }

  announce(port: number): void {
    this.#port = port;
    this.library.announce(port);
  }

  foreseeEnd(): void {
    this.#parts?.library.foreseeEnd();
  }

  async close(): Promise<void> {
    await this.#reopening;
    await this.#parts?.close();
  }

  get #present(): Parts {
    if (!this.#parts) throw this.#failure ?? new KindredError('closed', 'The library is being opened again.');
    return this.#parts;
  }

  async #opened(): Promise<Parts> {
    await this.#reopening;
    return this.#present;
  }

  #reopen(parts: Parts): Promise<void> {
    if (parts === this.#parts) {
      this.#reopening ??= this.#closeAndOpen(parts).finally(() => {
        this.#reopening = null;
      });
    }
    return this.#reopening ?? Promise.resolve();
  }

  /** Never rejects: a library that cannot be opened again is what every later call is told. */
  async #closeAndOpen(parts: Parts): Promise<void> {
    await Promise.race([Promise.allSettled(this.#underWay), pause(PATIENCE)]);
    const { on, port } = parts.api.state;
    this.#parts = null;
    try {
      await parts.close();
      const next = await this.#open();
      if (this.#port !== null) next.library.announce(this.#port);
      // It may have been turned on for this run only.
      const tellOff = (error: unknown): void =>
        this.#notices.add(trouble('api-off', 'The local API could not be turned on again.', error));
      if (on) await next.api.start(port).catch(tellOff);
      this.#parts = next;
      this.#tell('library.changed', { kinds: [...KINDS] });
    } catch (error: unknown) {
      const told = trouble('not-reopened', 'The library could not be opened again; start Kindred again.', error);
      this.#failure = new KindredError('not-reopened', told.message);
      this.#notices.add(told);
    }
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());
