/** Clients that are slow, silent or gone: what they are told, and that nothing of them stays. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ApiRequest, FaceApi } from '../faceapi/face-api.ts';
import { statuses } from '../faceapi/statuses.ts';
import { type ApiServer, startApiServer } from './api-server.ts';
import { bareConnection, everythingFrom, readAnswer, sendBare } from './bare-connection.fixture.ts';
import type { Patience } from './local-server.ts';

const calls: ApiRequest[] = [];
let work: (request: ApiRequest) => Promise<void> = async () => undefined;

const api: FaceApi = {
  async answer(request) {
    calls.push(request);
    await work(request);
    return { http: 200, headers: {}, body: { status: 'OK' } };
  },
  async refuse(status, _request, reason) {
    return { http: statuses[status].http, headers: {}, body: { status, ...(reason && { reason }) } };
  },
};

const NOTHING = { calls: 0, bytes: 0 };
const MALFORMED = { status: 'INVALID_ARGUMENT', reason: 'malformed request' };
const HEAD = 'POST /a HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n';

/** Little patience for the one thing that is tested, plenty for everything else. */
const patience = (changes: Partial<Patience>): Patience => ({
  head: 60_000,
  request: 60_000,
  refused: 60_000,
  rest: 60_000,
  closing: 60_000,
  look: 20,
  ...changes,
});

beforeEach(() => {
  calls.length = 0;
  work = async () => undefined;
});

describe('a client that is slow', () => {
  let server: ApiServer;
  beforeAll(async () => {
    server = await startApiServer(api, { port: 0, patience: patience({ head: 100, request: 200, refused: 100 }) });
  });
  afterAll(() => server.close());

  test.each([
    ['with its first line', 'GET /'],
    ['with its headers', 'GET / HTTP/1.1\r\nHost: localhost\r\n'],
    ['with its body', `${HEAD}Content-Length: 10\r\n\r\nabc`],
    ['with its chunks', `${HEAD}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n`],
  ])('%s is told so', async (_what, bytes) => {
    expect(readAnswer(await sendBare(server.port, bytes))).toEqual([408, MALFORMED]);
    await expect.poll(() => server.load).toEqual(NOTHING);
    expect(calls).toEqual([]);
  });

  test('and never closes its side is closed all the same', async () => {
    const socket = bareConnection(server.port);
    const sending = setInterval(() => socket.write('x'), 10);
    socket.write(`${HEAD}Content-Length: 1000000\r\n\r\n`);
    expect(readAnswer(await everythingFrom(socket))).toEqual([408, MALFORMED]);
    clearInterval(sending);
    await expect.poll(() => server.load).toEqual(NOTHING);
  });

  test('with the rest of a body that is refused is not waited for', async () => {
    const answer = await sendBare(server.port, `${HEAD}Content-Length: 20000000\r\n\r\nabc`);
    expect(readAnswer(answer)).toEqual([413, { status: 'REQUEST_ENTITY_TOO_LARGE' }]);
    await expect.poll(() => server.load).toEqual(NOTHING);
  });
});

test('a client that has gone counts until its work has ended', async () => {
  const server = await startApiServer(api, { port: 0 });
  const { promise: working, resolve: end } = Promise.withResolvers<void>();
  work = () => working;
  const socket = bareConnection(server.port);
  socket.write(`${HEAD}Content-Length: 3\r\n\r\nabc`);
  await expect.poll(() => calls.length).toBe(1);
  socket.destroy();
  await expect.poll(() => calls[0]?.signal.aborted).toBe(true);
  expect(server.load).toEqual({ calls: 1, bytes: 3 });
  end();
  await expect.poll(() => server.load).toEqual(NOTHING);
  await server.close();
});

describe('closing', () => {
  test('does not wait for clients that ask for nothing', async () => {
    const server = await startApiServer(api, { port: 0, patience: patience({}) });
    const [silent, slow] = [bareConnection(server.port), bareConnection(server.port)];
    slow.write('GET / HTTP/1.1\r\n');
    const resting = bareConnection(server.port);
    resting.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    const answers = [silent, slow, resting].map(everythingFrom);
    await expect.poll(() => calls.length).toBe(1);
    await expect.poll(() => server.load).toEqual(NOTHING);
    await server.close();
    expect((await Promise.all(answers)).map((answer) => answer.slice(0, 12))).toEqual(['', '', 'HTTP/1.1 200']);
  });

  test('sends what was being answered and then closes its connection', async () => {
    const server = await startApiServer(api, { port: 0, patience: patience({}) });
    const { promise: working, resolve: end } = Promise.withResolvers<void>();
    work = () => working;
    const answer = sendBare(server.port, 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await expect.poll(() => calls.length).toBe(1);
    const closed = server.close();
    end();
    expect(readAnswer(await answer)).toEqual([200, { status: 'OK' }]);
    await closed;
  });

  test('breaks off what takes too long', async () => {
    const server = await startApiServer(api, { port: 0, patience: patience({ closing: 100 }) });
    work = ({ signal }) => new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
    const answers = [
      sendBare(server.port, `${HEAD}Content-Length: 10\r\n\r\nabc`),
      sendBare(server.port, 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'),
    ];
    await expect.poll(() => server.load.calls).toBe(2);
    await server.close();
    expect(await Promise.all(answers)).toEqual(['', '']);
    await expect.poll(() => server.load).toEqual(NOTHING);
  });
});
