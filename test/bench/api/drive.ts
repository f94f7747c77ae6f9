/** Many calls over a few connections that stay open, each connection asking again as soon as it is answered. */
import { Agent, type IncomingMessage, request } from 'node:http';

export interface ApiCall {
  readonly method: 'GET' | 'POST';
  /** With its query string. */
  readonly path: string;
  readonly type?: string;
  readonly body?: Buffer;
}

export interface Driven {
  readonly perSecond: number;
  /** ms */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/**
 * @param call the i-th call
 * @throws when an answer is not a success: a refusal is quick, and would look like speed
 */
export async function drive(
  address: string,
  call: (i: number) => ApiCall,
  { connections, calls }: { readonly connections: number; readonly calls: number },
): Promise<Driven> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const waiting = Array.from({ length: calls }, (_, i) => i).values();
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (const i of waiting) {
        const asked = performance.now();
        await send(address, agent, call(i));
        times.push(performance.now() - asked);
      }
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const percentile = (share: number): number => times[Math.ceil(share * times.length) - 1] ?? Number.NaN;
  return { perSecond: calls / seconds, p50: percentile(0.5), p95: percentile(0.95), p99: percentile(0.99) };
}

function send(address: string, agent: Agent, { method, path, type, body }: ApiCall): Promise<void> {
  return new Promise((resolve, reject) => {
    const receive = (response: IncomingMessage): void => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () =>
        response.statusCode === 200 ? resolve() : reject(new Error(`${path.split('?')[0]}: ${text.slice(0, 300)}`)),
      );
    };
    const headers = body && { 'content-type': type, 'content-length': body.byteLength };
    const asked = request(new URL(path, address), { method, agent, ...(headers && { headers }) }, receive);
    asked.on('error', reject);
    asked.end(body);
  });
}
