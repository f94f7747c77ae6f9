/**
 * The bytes of a request's body, read whole but never more of them than may be. One that is too large is read on and
 * thrown away for a while: a client that is still sending would otherwise see its connection reset instead of the answer.
 */
import type { Readable } from 'node:stream';
import type { InFlight } from './in-flight.ts';

/** 16 MiB (D12). */
export const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** What is read and thrown away beyond that at most, bytes. How long it may take is for the server's time limits. */
const MAX_DISCARDED = 48 * 1024 * 1024;

/** `bytes` count as taken from the load until `release`. */
export type Body = { readonly kind: 'whole'; readonly bytes: Buffer; release(): void } | { readonly kind: Refusal };

type Refusal = 'too-large' | 'no-room';

/**
 * @param announced Content-Length, if the client said it; it may lie
 * @throws what the stream throws when the client goes away
 */
export async function readBody(stream: Readable, announced: number | null, inFlight: InFlight): Promise<Body> {
  let refusal: Refusal | null = announced !== null && announced > MAX_BODY_BYTES ? 'too-large' : null;
  let chunks: Buffer[] = [];
  let [bytes, discarded] = [0, 0];
  const release = (): void => {
    inFlight.give(bytes);
    bytes = 0;
    chunks = [];
  };
  try {
    // The stream is not destroyed with the loop: its connection has an answer to carry.
    for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      if (refusal === null) {
        if (bytes + chunk.length > MAX_BODY_BYTES) refusal = 'too-large';
        else if (!inFlight.take(chunk.length)) refusal = 'no-room';
        else {
          bytes += chunk.length;
          chunks.push(chunk);
          continue;
        }
        release();
      }
      discarded += chunk.length;
      if (discarded > MAX_DISCARDED) break;
    }
  } catch (error: unknown) {
    release();
    throw error;
  }
  return refusal === null ? { kind: 'whole', bytes: Buffer.concat(chunks), release } : { kind: refusal };
}
