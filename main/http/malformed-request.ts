/** Requests that are no HTTP, too slow or with too large a head never become a call; they are answered all the same. */
import type { Socket } from 'node:net';
import type { FaceApi } from '../faceapi/face-api.ts';

const STATUS_LINES = {
  400: 'HTTP/1.1 400 Bad Request',
  408: 'HTTP/1.1 408 Request Timeout',
  431: 'HTTP/1.1 431 Request Header Fields Too Large',
} as const;

function codeOf({ code }: NodeJS.ErrnoException): keyof typeof STATUS_LINES {
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
}

/** How long a client may take to read the answer, ms. It may go on sending meanwhile, or never close its side. */
const READING_TIME = 1000;

/** Every further byte of a connection that has gone wrong is one more error. */
const answered = new WeakSet<Socket>();

/** Answers on the bare connection and closes it. */
export async function answerMalformed(api: FaceApi, error: NodeJS.ErrnoException, socket: Socket): Promise<void> {
  if (answered.has(socket)) return;
  answered.add(socket);
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const request = { method: 'unknown', path: 'unknown', remote: socket.remoteAddress ?? '', parameters: new Map() };
  const { body, headers } = await api.refuse('INVALID_ARGUMENT', request, 'malformed request');
  const text = JSON.stringify(body);
  const lines = [
    STATUS_LINES[codeOf(error)],
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(text)}`,
    'Connection: close',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${text}`);
  const end = setTimeout(() => socket.destroy(), READING_TIME);
  socket.once('close', () => clearTimeout(end));
}
