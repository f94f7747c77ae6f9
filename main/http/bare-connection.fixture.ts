/** Requests as bytes, for what no HTTP client would send. */
import { connect, type Socket } from 'node:net';

/** A connection whose errors are nobody's business; it is closed by whoever opened it or by the server. */
export function bareConnection(port: number): Socket {
  return connect(port, '127.0.0.1').on('error', () => undefined);
}

/** Everything that comes back until the server closes the connection, as Latin 1. */
export function everythingFrom(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let received = '';
    socket.setEncoding('latin1').on('data', (part: string) => {
      received += part;
    });
    socket.on('close', () => resolve(received));
  });
}

/** Everything that comes back for some bytes. */
export function sendBare(port: number, bytes: string | Buffer): Promise<string> {
  const socket = bareConnection(port);
  socket.write(bytes);
  return everythingFrom(socket);
}

/** The code of an answer and its JSON. */
export function readAnswer(text: string): [code: number, body: unknown] {
  const [head = '', body = ''] = text.split('\r\n\r\n', 2);
  return [Number(head.split(' ', 2)[1]), JSON.parse(body)];
}
