/** Events to the page, as a server-sent event stream that the browser reconnects by itself. */
import { PassThrough } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { EventData, EventName } from '../../../preload/contract.ts';

export type Broadcast = <Name extends EventName>(name: Name, data: EventData<Name>) => void;

/** A listener that falls this far behind (bytes) is cut off; the browser comes back and asks anew. */
const MOST_BUFFERED = 1_000_000;

/** @returns the function that sends one event to every open page */
export function serveEvents(web: FastifyInstance): Broadcast {
  const streams = new Set<PassThrough>();
  web.get('/rpc/events', (_request, reply) => {
    const stream = new PassThrough();
    streams.add(stream);
    stream.once('close', () => streams.delete(stream));
    stream.write(': open\n\n');
    return reply.header('content-type', 'text/event-stream').header('cache-control', 'no-store').send(stream);
  });
  web.addHook('preClose', async () => {
    for (const stream of streams) stream.end();
  });
  return (name, data) => {
    for (const stream of streams) {
      stream.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
      if (stream.writableLength > MOST_BUFFERED) stream.destroy();
    }
  };
}
