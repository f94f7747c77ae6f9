/**
 * The face API over HTTP, for scripts on this machine. Turns requests into calls and answers into responses, and keeps
 * what comes in within bounds; what calls mean is nothing it knows.
 */
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import type { Socket } from 'node:net';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { ApiAnswer, FaceApi } from '../faceapi/face-api.ts';
import type { StatusName } from '../faceapi/statuses.ts';
import { readBodyParameters } from './body-parameters.ts';
import { type Body, readBody } from './bounded-body.ts';
import { InFlight, type Load } from './in-flight.ts';
import { closeServer, createLocalServer, listenLocally } from './local-server.ts';
import { answerMalformed } from './malformed-request.ts';
import { fromUrlEncoded } from './parameter-list.ts';
import { Visit } from './visit.ts';

/** A page beside the endpoints. */
export interface Page {
  readonly type: string;
  /** @param server as it was called, e.g. `http://127.0.0.1:8016` */
  readonly body: (server: string) => string;
}

export interface ApiServerOptions {
  /** On 127.0.0.1; 0 for any free one. */
  readonly port: number;
  /** By path, for GET. */
  readonly pages?: Readonly<Record<string, Page>>;
  readonly most?: Load;
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

/** Uploads of 16 MiB each would fill the memory long before so many calls fill anything else. */
const MOST: Load = { calls: 256, bytes: 256 * 1024 * 1024 };

/** Seconds after which a caller that was told to come back may do so. */
const RETRY_AFTER = '1';

const CONTENT_SECURITY_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/** @throws KindredError when the port cannot be had */
export async function startApiServer(api: FaceApi, options: ApiServerOptions): Promise<ApiServer> {
  const inFlight = new InFlight(options.most ?? MOST);
  const servers: Server[] = [];
  const newServer = (listener: RequestListener): Server => {
    const server = createLocalServer(listener);
    servers.push(server);
    return server;
  };
  const onClientError = (error: NodeJS.ErrnoException, socket: Socket): void =>
    void answerMalformed(api, error, socket).catch(() => socket.destroy());
  const app = Fastify({
    logger: false,
    exposeHeadRoutes: false,
    // Query strings are read like forms, in requestOf.
    routerOptions: { querystringParser: () => ({}) },
    clientErrorHandler: onClientError,
    // A path that cannot be decoded is a path that is not there; no hook runs for it.
    frameworkErrors: (_error, request, reply) => {
      const refusal = begin(request, reply);
      void (refusal ? refuse(request, reply, refusal) : answerCall(request, reply));
    },
    serverFactory: newServer,
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
    const { body } = request;
    if (isBody(body) && body.kind === 'too-large') return refuse(request, reply, 'REQUEST_ENTITY_TOO_LARGE');
    if (isBody(body) && body.kind === 'no-room') return refuse(request, reply, 'BUSY');
    const call = requestOf(request);
    const bytes = isBody(body) && body.kind === 'whole' ? body.bytes : Buffer.alloc(0);
    const { parameters, fault } = await readBodyParameters(bytes, request.headers['content-type'] ?? '');
    for (const [name, value] of parameters) call.parameters.set(name, value);
    return send(reply, await api.answer({ ...call, bodyFault: fault, signal: visitOf(request).signal }));
  }

  async function refuse(request: FastifyRequest, reply: FastifyReply, status: StatusName, reason?: string) {
    reply.header('connection', 'close');
    if (status === 'BUSY') reply.header('retry-after', RETRY_AFTER);
    return send(reply, await api.refuse(status, requestOf(request), reason));
  }

  app.addHttpMethod('GET', { hasBody: true, overrideExisting: true });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', async (request: FastifyRequest): Promise<Body> => {
    const body = await readBody(request.raw, contentLength(request), inFlight);
    if (body.kind === 'whole') visitOf(request).hold(body.release);
    return body;
  });
  app.addHook('onRequest', async (request, reply) => {
    const refusal = begin(request, reply);
    return refusal ? refuse(request, reply, refusal) : undefined;
  });
  servePages(app, options.pages ?? {});
  app.all('*', answerCall);
  app.setNotFoundHandler(answerCall);
  app.setErrorHandler(async (error, request, reply) => {
    if (visitOf(request).signal.aborted) return reply.hijack();
    const isTheirs = error instanceof Error && 'statusCode' in error && Number(error.statusCode) < 500;
    return isTheirs
      ? refuse(request, reply, 'INVALID_ARGUMENT', 'malformed request')
      : refuse(request, reply, 'INTERNAL_ERROR');
  });
  await app.ready();
  const [first] = servers;
  if (!first) throw new Error('Fastify makes its server before it is ready.');
  const second = newServer((request, response) => app.routing(request, response));
  second.on('clientError', onClientError);
  const port = await listenLocally(first, second, options.port);
  return {
    address: `http://127.0.0.1:${port}`,
    port,
    get load() {
      return inFlight.load;
    },
    async close() {
      await Promise.all(servers.map(closeServer));
      await app.close();
    },
  };
}

const LOCAL_NAME = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

/** What the first line and the connection tell; the body's parameters come on top. */
function requestOf({ method, raw, ip }: FastifyRequest) {
  const [path = '', ...query] = (raw.url ?? '').split('?');
  return { method, path, remote: ip, parameters: fromUrlEncoded(query.join('?')) };
}

function contentLength({ headers }: FastifyRequest): number | null {
  const announced = Number(headers['content-length']);
  return Number.isNaN(announced) ? null : announced;
}

const isBody = (body: unknown): body is Body => typeof body === 'object' && body !== null && 'kind' in body;

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

function servePages(app: FastifyInstance, pages: Readonly<Record<string, Page>>): void {
  for (const [path, { type, body }] of Object.entries(pages)) {
    app.get(path, async (request, reply) =>
      reply
        .header('content-type', type)
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', CONTENT_SECURITY_POLICY)
        // The name that was asked for is one of ours: the check has been passed.
        .send(body(`http://${request.headers.host}`)),
    );
  }
}
