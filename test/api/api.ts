/**
 * The face API as a script meets it: a real server on a real library, called over HTTP. The engine is made up (a "photo"
 * says which faces it has), so that hundreds of calls take seconds; real photos are for real-photos.test.ts.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Engine } from '../../main/engine/engine.ts';
import { createKey, type NewKeyOptions } from '../../main/faceapi/api-key.ts';
import type { CallRecord } from '../../main/faceapi/face-api.ts';
import { type OpenFaceApi, openFaceApi } from '../../main/faceapi/open-face-api.ts';
import { type ApiServer, startApiServer } from '../../main/http/api-server.ts';
import { type Library, openLibrary } from '../../main/library/library.ts';
import { type FakeEngine, fakeEngine } from '../../main/organizer/import/fake-engine.ts';
import { People } from '../../main/organizer/people/people.ts';

export const DAY = 24 * 3600;

export interface Answer {
  readonly http: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what the tests are about
  readonly body: any;
}

export type Values = Readonly<Record<string, unknown>>;

export interface Credentials {
  readonly api_id: string;
  readonly api_secret: string;
}

/** Ways to send parameters. */
export type Encoding = 'query' | 'json' | 'form' | 'multipart';

export interface TestApi<Used extends Engine = FakeEngine> {
  readonly library: Library;
  readonly engine: Used;
  readonly server: ApiServer;
  readonly calls: CallRecord[];
  /** Of the key that calls are made with when no other is given. */
  readonly credentials: Credentials;
  /** Lets time pass, s. */
  pass(seconds: number): void;
  key(options?: Partial<NewKeyOptions>): Credentials;
  get(path: string, values?: Values, as?: Credentials): Promise<Answer>;
  post(path: string, values?: Values, as?: Credentials, encoding?: Encoding): Promise<Answer>;
  /** Detects a photo with a face for each name; their ids, in this order. */
  faces(names: string, as?: Credentials): Promise<string[]>;
  /** A person with a face for each name. */
  person(name: string, faceIds?: readonly string[], as?: Credentials): Promise<string>;
  settle(): Promise<void>;
  /** Closes Kindred and opens the same library again. */
  restart(): Promise<void>;
}

/** Bytes that the made-up engine sees a face in for each name, `Anna,Bea`. */
export const photoOf = (names: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array([0xff, 0xd8, 0xff, ...Buffer.from(` faces:${names}`)]);

/** An API of its own for one test. */
export async function openApi(options: Partial<NewKeyOptions> = {}): Promise<TestApi> {
  const { api, close } = await openApi.kept(options);
  onTestFinished(close);
  return api;
}

/** One for many tests, which they close. */
openApi.kept = (options: Partial<NewKeyOptions> = {}) => openApi.on(fakeEngine(), options);

/** The same on another engine. */
openApi.on = async <Used extends Engine>(
  engine: Used,
  options: Partial<NewKeyOptions> = {},
): Promise<{ api: TestApi<Used>; close: () => Promise<void> }> => {
  const folder = mkdtempSync(join(tmpdir(), 'kindred-api-'));
  let time = Date.UTC(2026, 0, 1);
  const calls: CallRecord[] = [];

  interface Running {
    readonly library: Library;
    readonly api: OpenFaceApi;
    readonly server: ApiServer;
    close(): Promise<void>;
  }
  async function start(): Promise<Running> {
    const library = openLibrary(folder, { role: 'owner', appVersion: '0', now: () => time });
    const people = await People.open({ library, engine });
    const api = openFaceApi({
      library,
      engine,
      likeness: people.likeness,
      onFault: ({ message }) => {
        throw new Error(message);
      },
      onCall: (call) => calls.push(call),
    });
    const server = await startApiServer(api, { port: 0 });
    return {
      library,
      api,
      server,
      async close() {
        await server.close();
        await api.close();
        await people.close();
        await library.close();
      },
    };
  }

  let running = await start();

  const newKey = (settings: Partial<NewKeyOptions> = {}): Credentials => {
    const { key, secret } = createKey(running.library, { name: 'test', ...settings });
    return { api_id: key.id, api_secret: secret };
  };
  const credentials = newKey(options);

  const test: TestApi<Used> = {
    get library() {
      return running.library;
    },
    engine,
    get server() {
      return running.server;
    },
    calls,
    credentials,
    pass(seconds) {
      time += seconds * 1000;
    },
    key: newKey,
    get: (path, values = {}, as = credentials) =>
      request(running.server.address, 'GET', path, { ...as, ...values }, 'query'),
    post: (path, values = {}, as = credentials, encoding = 'form') =>
      request(running.server.address, 'POST', path, { ...as, ...values }, encoding),
    async faces(names, as = credentials) {
      const { body } = await test.post('/face/detection', { file: photoOf(names) }, as, 'multipart');
      return body.faces.map((face: { face_id: string }) => face.face_id);
    },
    async person(name, faceIds = [], as = credentials) {
      const { body } = await test.post('/person/create', { name, face_id: faceIds.join() }, as);
      return body.person_id;
    },
    settle: () => running.api.settle(),
    async restart() {
      await running.close();
      running = await start();
    },
  };
  return {
    api: test,
    async close() {
      await running.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** One call, encoded as a client would. Lists become text with commas, but in JSON. */
export async function request(
  address: string,
  method: string,
  path: string,
  values: Values,
  encoding: Encoding,
): Promise<Answer> {
  const text = (value: unknown): string => (Array.isArray(value) ? value.join() : String(value));
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  const url = new URL(path, address);
  const init: RequestInit = { method };
  if (encoding === 'query') for (const [name, value] of entries) url.searchParams.append(name, text(value));
  else if (encoding === 'form')
    init.body = new URLSearchParams(entries.map(([name, value]): [string, string] => [name, text(value)]));
  else if (encoding === 'json') {
    init.body = JSON.stringify(Object.fromEntries(entries));
    init.headers = { 'content-type': 'application/json' };
  } else {
    const form = new FormData();
    for (const [name, value] of entries) {
      if (value instanceof Uint8Array) form.append(name, new Blob([new Uint8Array(value)]), 'photo');
      else form.append(name, text(value));
    }
    init.body = form;
  }
  const response = await fetch(url, init);
  return { http: response.status, headers: response.headers, body: await response.json() };
}
