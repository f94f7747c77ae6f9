/**
 * The face API over HTTP, for scripts on this machine. Turns requests into calls and answers into responses, and keeps
 * what comes in within bounds; what calls mean is nothing it knows.
 */
import type { IncomingMessage, RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import type { ApiAnswer, FaceApi } from '../faceapi/face-api.ts';
import type { StatusName } from '../faceapi/statuses.ts';
import { readBodyParameters } from './body-parameters.ts';
import { discardBody, hasBody, readBody } from './bounded-body.ts';
import { InFlight, type Load } from './in-flight.ts';
import { createLocalServer, listenLocally, PATIENCE, type Patience } from './local-server.ts';
import { answerMalformed } from './malformed-request.ts';
import { type Pages, servePages } from './pages.ts';
import { fromUrlEncoded } from './parameter-list.ts';
import { Visit } from './visit.ts';

export interface ApiServerOptions {
  /** On 127.0.0.1; 0 for any free one. */
  readonly port: number;
  readonly pages?: Pages;
  readonly most?: Load;
  readonly patience?: Patience;
}

export interface ApiServer {
  /** `http://127.0.0.1:<port>` */
  readonly address: string;
  readonly port: number;
  /** What it has in its hands now. */
  readonly load: Load;
  /** Finishes the calls at hand; new ones are refused. */
  close(): Promise<void>;
}

/**
 * Uploads of 16 MiB each would fill the memory long before so many calls fill anything else. What a body is read to
 * comes on top of its own bytes, and is hardly ever more than those.
 */
const MOST: Load = { calls: 256, bytes: 256 * 1024 * 1024 };

/** Seconds after which a caller that was told to come back may do so. */
const RETRY_AFTER = '1';

/** @throws KindredError when the port cannot be had */
export async function startApiServer(api: FaceApi, options: ApiServerOptions): Promise<ApiServer> {
  const { pages = {}, most = MOST, patience = PATIENCE } = options;
  const inFlight = new InFlight(most);
  let route: RequestListener = () => undefined;
  const onMalformed = (error: NodeJS.ErrnoException, socket: Socket): void =>
    void answerMalformed(api, error, socket).catch(() => socket.destroy());
  const newServer = () => createLocalServer((request, response) => route(request, response), onMalformed, patience);
  const [first, second] = [newServer(), newServer()];
  const app = Fastify({
    logger: false,
    exposeHeadRoutes: false,
    // Query strings are read like forms, in requestOf.
    routerOptions: { querystringParser: () => ({}) },
    // Which paths there are is for the API to say; Fastify would have opinions on those that it cannot decode.
    rewriteUrl: ({ url = '' }) => (Object.hasOwn(pages, pathOf(url)) ? url : '/'),
    // Our servers have their own.
    clientErrorHandler: () => undefined,
    serverFactory: (listener) => {
      route = listener;
      return first.server;
    },
  });
  const visits = new WeakMap<IncomingMessage, Visit>();
  const visitOf = ({ raw }: FastifyRequest): Visit => {
    const visit = visits.get(raw);
    if (!visit) throw new Error('A request is known from its first line on.');
    return visit;
  };

  /** @returns why the request is not to be looked at any further */
  function begin(request: FastifyRequest, reply: FastifyReply): StatusName | null {
    const visit = new Visit(reply.raw);
    visits.set(request.raw, visit);
    const hasRoom = inFlight.enter();
    visit.hold(() => inFlight.leave());
    if (!hasRoom) return 'BUSY';
    // A page of another site can make the browser resolve its own name to 127.0.0.1; the Host header gives it away.
    return LOCAL_NAME.test(request.headers.host ?? '') ? null : 'FORBIDDEN_HOST';
  }

  async function answerCall(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const visit = visitOf(request);
    const { signal } = visit;
    const call = requestOf(request);
    if (!hasBody(request.raw)) return send(reply, await visit.during(api.answer({ ...call, bodyFault: null, signal })));

    const body = await readBody(request.raw, inFlight);
    if (body.kind === 'broken-off') return reply.hijack(); // Nobody is there to be answered.
    if (body.kind === 'too-large') return refuse(request, reply, 'REQUEST_ENTITY_TOO_LARGE');
    if (body.kind === 'no-room') return refuse(request, reply, 'BUSY');
    visit.hold(body.release);
    const { parameters, fault } = await readBodyParameters(body.bytes, request.headers['content-type'] ?? '');
    for (const [name, value] of parameters) call.parameters.set(name, value);
    return send(reply, await visit.during(api.answer({ ...call, bodyFault: fault, signal })));
  }

  async function refuse(request: FastifyRequest, reply: FastifyReply, status: StatusName): Promise<FastifyReply> {
    await discardBody(request.raw, patience.refused);
    reply.header('connection', 'close');
    if (status === 'BUSY') reply.header('retry-after', RETRY_AFTER);
    return send(reply, await api.refuse(status, requestOf(request)));
  }

  app.addHook('onRequest', async (request, reply) => {
    const refusal = begin(request, reply);
    return refusal ? refuse(request, reply, refusal) : undefined;
  });
  // Bodies are read here, whatever their method and type.
  for (const method of app.supportedMethods) app.addHttpMethod(method, { hasBody: false, overrideExisting: true });
  servePages(app, pages);
  app.setNotFoundHandler(answerCall);
  app.setErrorHandler(async (_error, request, reply) => refuse(request, reply, 'INTERNAL_ERROR'));
  await app.ready();
  const port = await listenLocally(first.server, second.server, options.port);
  return {
    address: `http://127.0.0.1:${port}`,
    port,
    get load() {
      return inFlight.load;
    },
    async close() {
      await Promise.all([first.close(), second.close()]);
      await app.close();
    },
  };
}

const LOCAL_NAME = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

const pathOf = (url: string): string => url.split('?', 1)[0] ?? '';

/** What the first line and the connection tell; the body's parameters come on top. */
function requestOf({ method, originalUrl, ip }: FastifyRequest) {
  const path = pathOf(originalUrl);
  // The head of a request is bounded, and so is what can be in it.
  const parameters = fromUrlEncoded(originalUrl.slice(path.length + 1), Number.POSITIVE_INFINITY);
  return { method, path, remote: ip, parameters };
}

function send(reply: FastifyReply, { http, headers, body }: ApiAnswer): FastifyReply {
  // In the capitals of the reference, which Fastify would make small: scripts look for them in what curl prints.
  for (const [name, value] of Object.entries(headers)) reply.raw.setHeader(name, value);
  return reply
    .code(http)
    .header('content-type', 'application/json; charset=utf-8')
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(body));
}
