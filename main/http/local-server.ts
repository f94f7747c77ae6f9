/**
 * Where the API listens: 127.0.0.1 and, where there is one, ::1, on the same port. Never another interface.
 */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { KindredError } from '../kindred-error.ts';

type HttpErrorCode = 'port-taken' | 'no-port';

class HttpError extends KindredError<HttpErrorCode> {}

/** ms: for the head of a request, and for all of it. */
const HEADERS_TIME = 10_000;
const REQUEST_TIME = 60_000;
/** How long a connection may rest between two requests, ms. */
const KEEP_ALIVE_TIME = 30_000;
const MAX_CONNECTIONS = 1024;
const MAX_HEADER_BYTES = 16 * 1024;

export function createLocalServer(listener: RequestListener): Server {
  const server = createServer(
    {
      headersTimeout: HEADERS_TIME,
      requestTimeout: REQUEST_TIME,
      keepAliveTimeout: KEEP_ALIVE_TIME,
      maxHeaderSize: MAX_HEADER_BYTES,
      // Times are looked at this often, ms.
      connectionsCheckingInterval: 5_000,
    },
    listener,
  );
  server.maxConnections = MAX_CONNECTIONS;
  return server;
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
    return new HttpError('port-taken', message, { cause: error });
  }
  if (error.code === 'EACCES') {
    return new HttpError('no-port', `Port ${port} may not be used. Choose one above 1023.`, { cause: error });
  }
  return new HttpError('no-port', `The API cannot listen on port ${port}: ${error.message}.`, { cause: error });
}

/** ms */
const IDLE_SWEEP = 50;

/** Stops listening, lets what is being answered end, and comes back when all connections are closed. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    if (!server.listening) return resolve();
    // A connection whose call has been answered would rest until it is asked again.
    const sweep = setInterval(() => server.closeIdleConnections(), IDLE_SWEEP);
    server.close(() => {
      clearInterval(sweep);
      resolve();
    });
  });
}
