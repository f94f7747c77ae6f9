/**
 * The local face API as a part of a running Kindred: off until someone turns it on, in the settings or for one run of
 * the server, and then on 127.0.0.1 only.
 */
import { z } from 'zod';
import { CallRate, type CallsOfSecond } from './faceapi/call-rate.ts';
import { DOCS_CSS, docsPage } from './faceapi/docs-page.ts';
import type { CallRecord } from './faceapi/face-api.ts';
import { type FaceApiOptions, openFaceApi } from './faceapi/open-face-api.ts';
import { openApi } from './faceapi/openapi.ts';
import { startApiServer } from './http/api-server.ts';
import { trouble } from './notices.ts';

export const DEFAULT_API_PORT = 8016;

const SETTING = 'api';
const setting = z.object({ on: z.boolean(), port: z.int().min(0).max(65_535) });

export interface LocalApiState {
  readonly on: boolean;
  /** `http://127.0.0.1:<port>` while it answers. */
  readonly address: string | null;
  /** The port that was asked for; 0 for any free one. */
  readonly port: number;
}

/** What is there while the API is on. */
interface Running {
  readonly address: string;
  calls(limit?: number): CallRecord[];
  close(): Promise<void>;
}

export class LocalApi {
  readonly #options: FaceApiOptions;
  readonly #rate = new CallRate();
  #port: number;
  #running: Running | null = null;
  /** Turning on and off takes a while, and one must not overtake the other. */
  #line: Promise<unknown> = Promise.resolve();

  constructor(options: FaceApiOptions) {
    this.#options = {
      ...options,
      onCall: (record) => {
        this.#rate.add(record);
        options.onCall?.(record);
      },
    };
    this.#port = this.#setting.port;
  }

  get state(): LocalApiState {
    return { on: this.#running !== null, address: this.#running?.address ?? null, port: this.#port };
  }

  /** The last calls, newest first. */
  calls(limit?: number): CallRecord[] {
    return this.#running?.calls(limit) ?? [];
  }

  /** The last 60 seconds, the running one last. */
  lastMinute(): CallsOfSecond[] {
    return this.#rate.lastMinute(Date.now());
  }

  /** Turns the API on if the user wants it on; a failure is told, not thrown: Kindred works without it. */
  async startIfWanted(): Promise<void> {
    if (!this.#setting.on) return;
    await this.start(this.#port).catch((error: unknown) =>
      this.#options.onFault(trouble('api-off', 'The local API could not be turned on.', error)),
    );
  }

  /** The user's choice, which holds for the next starts too. @throws KindredError when the port cannot be had */
  async turn(on: boolean, port = this.#port): Promise<void> {
    if (on) await this.start(port);
    else await this.stop();
    const { library } = this.#options;
    library.transaction(() => library.settings.set(SETTING, { on, port }));
  }

  /** On, for this run only. @throws KindredError when the port cannot be had */
  start(port: number): Promise<void> {
    return this.#inLine(async () => {
      if (this.#running && this.#port === port) return;
      await this.#stop();
      const api = openFaceApi(this.#options);
      try {
        const server = await startApiServer(api, { port, pages: PAGES });
        this.#port = port;
        this.#running = {
          address: server.address,
          calls: (limit) => api.calls(limit),
          async close() {
            await server.close();
            await api.close();
          },
        };
      } catch (error: unknown) {
        await api.close();
        throw error;
      }
    });
  }

  /** Finishes the calls at hand. */
  stop(): Promise<void> {
    return this.#inLine(() => this.#stop());
  }

  get #setting(): z.infer<typeof setting> {
    return setting.safeParse(this.#options.library.settings.get(SETTING)).data ?? { on: false, port: DEFAULT_API_PORT };
  }

  async #stop(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    await running?.close();
  }

  #inLine(work: () => Promise<void>): Promise<void> {
    const turn = this.#line.then(work);
    this.#line = turn.catch(() => undefined); // Whoever asked is told; the next in line does not care.
    return turn;
  }
}

/** Pages beside the endpoints, by path; made when they are asked for, with the address of the server. */
const PAGES = {
  '/openapi.json': { type: 'application/json', body: (server: string) => JSON.stringify(openApi(server)) },
  '/docs': { type: 'text/html; charset=utf-8', body: docsPage },
  '/docs.css': { type: 'text/css; charset=utf-8', body: () => DOCS_CSS },
} as const;
