/**
 * Where the API listens: 127.0.0.1 and, where there is one, ::1, on the same port. Never another interface.
 */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { KindredError } from '../kindred-error.ts';
import { OpenConnections } from './open-connections.ts';

type HttpErrorCode = 'port-taken' | 'no-port';
class HttpError extends KindredError<HttpErrorCode> {}

/** How long is waited for what, ms. */
export interface Patience {
  /** The head of a request. */
  readonly head: number;
  /** All of it. */
  readonly request: number;
  /** The rest of one that has been refused. */
  readonly refused: number;
  /** The next request of a connection. */
  readonly rest: number;
  /** The calls at hand when the server closes. */
  readonly closing: number;
  /** Between two looks at the first two. */
  readonly look: number;
}

export const PATIENCE: Patience = {
  head: 10_000,
  request: 60_000,
  refused: 10_000,
  rest: 30_000,
  closing: 10_000,
  look: 5_000,
};

const MAX_CONNECTIONS = 1024;
/** Any parameter may come in the query string, and the longest text has 64 KiB: three times that when it is escaped. */
const MAX_HEADER_BYTES = 256 * 1024;

export interface LocalServer {
  readonly server: Server;
  /** Stops listening, lets what is being answered end, and comes back when all connections are closed. */
  close(): Promise<void>;
}

/** @param onMalformed for what is no request; has to answer on the connection itself */
export function createLocalServer(
  listener: RequestListener,
  onMalformed: (error: NodeJS.ErrnoException, socket: Socket) => void,
  patience: Patience,
): LocalServer {
  const server = createServer({
    headersTimeout: patience.head,
    requestTimeout: patience.request,
    connectionsCheckingInterval: patience.look,
    keepAliveTimeout: patience.rest,
    maxHeaderSize: MAX_HEADER_BYTES,
    // One without is refused for its host, in words; by itself the server would answer with nothing.
    requireHostHeader: false,
  });
  server.maxConnections = MAX_CONNECTIONS;
  const connections = new OpenConnections(server);
  const onRequest: RequestListener = (request, response) => {
    connections.begin(request.socket, response);
    listener(request, response);
  };
  server.on('request', onRequest);
  // An `Expect` that nobody knows is passed over: by itself the server would answer with nothing here too.
  server.on('checkExpectation', onRequest);
  server.on('clientError', onMalformed);
  server.on('connect', (_request, socket) => onMalformed(new Error('There is no proxy here.'), socket as Socket));
  return {
    server,
    close: () =>
      new Promise((resolve) => {
        if (!server.listening) return resolve();
        const end = setTimeout(() => connections.breakOff(), patience.closing);
        server.close(() => {
          clearTimeout(end);
          resolve();
        });
        connections.close();
      }),
  };
}

/**
 * @param port 0 for any free one
 * @returns the port
 * @throws HttpError
 */
export async function listenLocally(first: Server, second: Server, port: number): Promise<number> {
  await listen(first, '127.0.0.1', port);
  const { port: taken } = first.address() as AddressInfo;
  try {
    await listen(second, '::1', taken);
  } catch (error: unknown) {
    // A machine without IPv6, or one where only its half of a port chosen at random is taken, does with 127.0.0.1.
    const isTaken = error instanceof HttpError && error.code === 'port-taken';
    if (isTaken && port !== 0) {
      first.close();
      throw error;
    }
  }
  return taken;
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => reject(asHttpError(error, port));
    server.once('error', fail);
    server.listen({ host, port }, () => {
      server.off('error', fail);
      resolve();
    });
  });
}

function asHttpError(error: NodeJS.ErrnoException, port: number): HttpError {
  if (error.code === 'EADDRINUSE') {
    const message = `Port ${port} is used by another program. Choose another port for the API.`;
    return new HttpError('port-taken', message, { about: `${port}`, cause: error });
  }
  if (error.code === 'EACCES') {
    return new HttpError('no-port', `Port ${port} may not be used. Choose one above 1023.`, {
      about: `${port}`,
      cause: error,
    });
  }
  return new HttpError('no-port', `The API cannot listen on port ${port}: ${error.message}.`, {
    about: `${port}`,
    cause: error,
  });
}
