/**
 * The window's transport for a plain browser: the same renderer, the same contract, over HTTP on this machine only.
 * Nothing here knows what a procedure does.
 */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Core } from '../../core.ts';
import { toFailure } from '../../kindred-error.ts';
import type { Picture } from '../../pictures.ts';
import { serveEvents } from './events.ts';
import { openSession, type Session } from './session.ts';
import { serveUploads, type UploadOptions } from './uploads/serve-uploads.ts';

/** Everything from our own origin, nothing inline. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A procedure's arguments are small; anything larger is not from our page. */
const LARGEST_BODY = 1024 * 1024;

export interface WebServer {
  /** The address to open, with its one-time key. */
  readonly address: string;
  /** Finish what is being answered, then stop listening. */
  close(): Promise<void>;
}

interface WebServerOptions {
  /** Folder of the built renderer. */
  readonly renderer: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly uploads: UploadOptions;
}

export async function startWebServer(core: Core, options: WebServerOptions): Promise<WebServer> {
  const { renderer, port, uploads } = options;
  const web = Fastify({ bodyLimit: LARGEST_BODY, logger: false, forceCloseConnections: 'idle' });
  const session = openSession();
  guard(web, session);
  core.follow(serveEvents(web));
  serveProcedures(web, core);
  servePictures(web, core);
  await serveUploads(web, uploads);
  await web.register(fastifyStatic, { root: renderer, index: 'index.html', dotfiles: 'deny' });
  web.setErrorHandler(async (error, _request, reply) => reply.code(statusOf(error)).send({ error: toFailure(error) }));
  const origin = await web.listen({ host: '127.0.0.1', port });
  return { address: `${origin}/?key=${session.key}`, close: () => web.close() };
}

function statusOf(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : 500;
}

/** Only requests addressed to this machine by its own name, and only from the page that was let in. */
function guard(web: FastifyInstance, session: Session): void {
  web.addHook('onRequest', async (request, reply) => {
    reply.header('content-security-policy', CONTENT_SECURITY_POLICY);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
    // A page of another site can make the browser resolve its own name to 127.0.0.1; the Host header gives it away.
    const port = /^(?:127\.0\.0\.1|localhost):(\d+)$/.exec(request.headers.host ?? '')?.[1];
    if (port === undefined) return refuse(reply, 'forbidden');
    if (isFromElsewhere(request)) return refuse(reply, 'forbidden');
    if (session.admits(request.headers.cookie, port)) {
      // A second visit to the printed address: drop the spent key from the address bar.
      return request.url.startsWith('/?key=') ? reply.redirect('/', 303) : undefined;
    }
    const { searchParams } = new URL(request.url, 'http://127.0.0.1');
    const cookie = session.enter(searchParams.get('key') ?? '', port);
    return cookie ? reply.header('set-cookie', cookie).redirect('/', 303) : refuse(reply, 'unauthorized');
  });
}

/**
 * Cookies know no ports: without this, a page of another program on this machine could send what our page sends. Browsers
 * say where every request that changes something comes from.
 */
const isFromElsewhere = ({ headers: { origin, host } }: FastifyRequest): boolean =>
  origin !== undefined && origin !== `http://${host}`;

function refuse(reply: FastifyReply, code: 'forbidden' | 'unauthorized'): FastifyReply {
  const message =
    code === 'forbidden'
      ? 'Kindred answers only to its own address.'
      : 'This address has been used or is incomplete. Start Kindred again for a new one.';
  return reply.code(code === 'forbidden' ? 403 : 401).send({ error: { code, message } });
}

function serveProcedures(web: FastifyInstance, core: Core): void {
  web.post<{ Params: { name: string } }>('/rpc/:name', async (request) => {
    try {
      return { ok: await core.call(request.params.name, request.body) };
    } catch (error: unknown) {
      return { error: toFailure(error) };
    }
  });
}

function servePictures(web: FastifyInstance, core: Core): void {
  const { thumbnail: thumb, photo, whole, face } = core.pictures;
  for (const [kind, find] of Object.entries({ thumb, photo, whole, face })) {
    web.get<{ Params: { id: string } }>(`/${kind}/:id`, async (request, reply) =>
      sendPicture(reply, await find(request.params.id)),
    );
  }
  web.get<{ Params: { id: string } }>('/original/:id', async (request, reply) =>
    sendOriginal(reply, await core.pictures.original(request.params.id)),
  );
}

/** As a download, under its own name; never as something that the browser shows or runs. */
function sendOriginal(reply: FastifyReply, path: string | null): FastifyReply {
  if (path === null) return sendPicture(reply, null);
  const name = encodeURIComponent(basename(path)).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return reply
    .header('content-type', 'application/octet-stream')
    .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
    .send(createReadStream(path));
}

function sendPicture(reply: FastifyReply, picture: Picture | null): FastifyReply {
  if (!picture) return reply.code(404).send({ error: { code: 'not-found', message: 'There is no such picture.' } });
  return reply
    .header('content-type', picture.type)
    .header('cache-control', picture.isProvisional ? 'no-store' : 'private, max-age=86400')
    .send(picture.bytes);
}
