/**
 * The bytes of a request's body, read whole but never more of them than may be. One that is refused is read on and
 * thrown away for a while: a client that is still sending would otherwise see its connection reset instead of the answer.
 */
import type { IncomingMessage } from 'node:http';
import { GrowingBytes } from './growing-bytes.ts';
import type { InFlight } from './in-flight.ts';

/** 16 MiB (D12). */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** What is read and thrown away at most, bytes. */
const MAX_DISCARDED = 48 * 1024 * 1024;

/** A `whole` body's memory counts as taken from the load until `release`. */
export type Body =
  | { readonly kind: 'whole'; readonly bytes: Buffer; release(): void }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'no-room' }
  | { readonly kind: 'broken-off' };

export const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || announcedLength(headers) > 0;

/** Bytes; 0 when nothing was announced. It may lie. */
const announcedLength = (headers: IncomingMessage['headers']): number => Number(headers['content-length'] ?? 0);

/** Reads until it is whole or may not be read on; then what is left of it is for `discardBody`. */
export function readBody(request: IncomingMessage, inFlight: InFlight): Promise<Body> {
  const announced = announcedLength(request.headers);
  if (announced > MAX_BODY_BYTES) return Promise.resolve({ kind: 'too-large' });
  const most = announced || MAX_BODY_BYTES;
  const body = new GrowingBytes();
  const release = (): void => inFlight.give(body.size);
  return new Promise((resolve) => {
    const onData = (piece: Buffer): void => {
      const size = body.sizeFor(piece.length, most);
      if (body.length + piece.length > MAX_BODY_BYTES) stop('too-large');
      else if (inFlight.take(size - body.size)) body.add(piece, size);
      else stop('no-room');
    };
    const onEnd = (): void => {
      leave();
      resolve({ kind: 'whole', bytes: body.bytes, release });
    };
    const onClose = (): void => stop('broken-off');
    const stop = (kind: Exclude<Body['kind'], 'whole'>): void => {
      leave();
      release();
      resolve({ kind });
    };
    const leave = (): void => {
      request.off('data', onData).off('end', onEnd).off('close', onClose).pause();
    };
    // Its errors come with a close.
    request.on('error', () => undefined);
    request.on('data', onData).on('end', onEnd).on('close', onClose);
  });
}

/** Comes back when there is nothing left to read, when it has been too much or has taken longer than `time`, ms. */
export function discardBody(request: IncomingMessage, time: number): Promise<void> {
  if (request.readableEnded || request.destroyed || !hasBody(request)) return Promise.resolve();
  return new Promise((resolve) => {
    let left = MAX_DISCARDED;
    const stop = (): void => {
      clearTimeout(timer);
      request.off('data', onData).off('end', stop).off('close', stop);
      resolve();
    };
    const onData = (piece: Buffer): void => {
      left -= piece.length;
      if (left < 0) stop();
    };
    const timer = setTimeout(stop, time);
    request.on('error', () => undefined);
    request.on('data', onData).on('end', stop).on('close', stop).resume();
  });
}
