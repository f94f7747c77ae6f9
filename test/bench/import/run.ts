/** One import, and one run of the bare limit, each in processes of its own. */
import { execFile, fork } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { cpuBetween, processFigures } from './process-figures.ts';

const perProcess = z.object({ main: z.number().nullable(), engine: z.array(z.number().nullable()) });

const endToEnd = z.object({
  /** From the order to import until every face is in its group. */
  seconds: z.number(),
  photos: z.number().int(),
  faces: z.number().int(),
  /** Engine processes, and threads of a model run in each. */
  processes: z.number().int(),
  threads: z.number().int(),
  /** Of the main process's event loop. */
  longestTurn: z.object({ pauseMs: z.number(), ownMs: z.number().nullable() }),
  peakMiB: perProcess,
  cpuSeconds: perProcess,
});

export type EndToEnd = z.infer<typeof endToEnd>;

/** @param share of the photos, 0..1 */
export async function importOnce(share: number): Promise<EndToEnd> {
  const script = fileURLToPath(new URL('./end-to-end.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, String(share)]);
  return endToEnd.parse(JSON.parse(stdout));
}

export interface BareLimit {
  readonly seconds: number;
  readonly faces: number;
  /** Of all processes together; null where the system does not tell. */
  readonly cpuSeconds: number | null;
  readonly peakMiB: readonly (number | null)[];
}

const fromBare = z.object({ faces: z.number().int() });

/** Decoding and models and nothing else: every process takes the next photo when it is done with one. */
export async function bareOnce(photos: readonly string[], processes: number, threads: number): Promise<BareLimit> {
  const children = await Promise.all(Array.from({ length: processes }, () => startBare(threads)));
  const before = children.map(({ pid }) => processFigures(pid));
  const waiting = photos.values();
  let faces = 0;
  const start = performance.now();
  await Promise.all(
    children.map(async ({ see }) => {
      for (const photo of waiting) {
        const seen = await see(photo);
        faces += seen.faces;
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  const after = children.map(({ pid }) => processFigures(pid));
  for (const { end } of children) end();
  const cpu = after.map((figures, i) => cpuBetween(before[i] ?? figures, figures));
  return {
    seconds,
    faces,
    cpuSeconds: cpu.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0),
    peakMiB: after.map(({ peakMiB }) => peakMiB),
  };
}

/** A process with its models loaded. */
async function startBare(threads: number) {
  const child = fork(new URL('./bare-limit.ts', import.meta.url), [String(threads)]);
  let answer = Promise.withResolvers<unknown>();
  child.on('message', (message) => answer.resolve(message));
  child.on('exit', (code, signal) => answer.reject(new Error(`The bare limit's process ended: ${signal ?? code}.`)));
  const next = async (): Promise<unknown> => {
    const message = await answer.promise;
    answer = Promise.withResolvers();
    return message;
  };
  await next();
  return {
    pid: child.pid ?? 0,
    async see(path: string): Promise<z.infer<typeof fromBare>> {
      child.send(path);
      return fromBare.parse(await next());
    },
    end(): void {
      child.removeAllListeners('exit');
      child.disconnect();
    },
  };
}
