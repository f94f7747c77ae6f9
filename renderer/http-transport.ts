/** The contract over HTTP, for a window that is an ordinary browser tab. */
import type { Transport } from '../preload/contract.ts';
import { eventStream } from './connection/event-stream.ts';

const OFFLINE = { error: { code: 'offline', message: 'Kindred does not answer.' } };

export function httpTransport(): Transport {
  return {
    async send(name, args) {
      try {
        const response = await fetch(`/rpc/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(args),
        });
        return await response.json();
      } catch {
        // Not there, or gone in the middle of its answer.
        return OFFLINE;
      }
    },
    on: eventStream(),
  };
}
