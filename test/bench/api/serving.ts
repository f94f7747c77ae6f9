/** `kindred serve --api` in a process of its own, as a user runs it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';

const KINDRED = join(import.meta.dirname, '../../../main/server/kindred.ts');

export interface Serving {
  readonly pid: number;
  /** Of the API. */
  readonly address: string;
  end(): Promise<void>;
}

export async function startServing(data: string): Promise<Serving> {
  const server = spawn(process.execPath, [KINDRED, 'serve', '--api', '--api-port', '0', '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /face API is at (\S+),/.exec(line)?.[1];
    if (address === undefined) continue;
    return {
      pid: server.pid ?? 0,
      address,
      async end() {
        server.kill('SIGTERM');
        await once(server, 'exit');
      },
    };
  }
  throw new Error('kindred serve ended before it answered.');
}
