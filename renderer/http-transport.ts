/** The contract over HTTP, for a window that is an ordinary browser tab. */
import type { Transport } from '../preload/contract.ts';

export function httpTransport(): Transport {
  const stream = new EventSource('/rpc/events');
  return {
    async send(name, args) {
      const response = await fetch(`/rpc/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(args),
      });
      return response.json();
    },
    on(name, listener) {
      const receive = (message: MessageEvent<string>): void => listener(JSON.parse(message.data));
      stream.addEventListener(name, receive);
      return () => stream.removeEventListener(name, receive);
    },
  };
}
