import { fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BEHAVIOUR } from '../../test/engine/behaviour.ts';
import { type EngineOptions, startEngine } from './client.ts';
import { sharp } from './decode/sharp-binary.ts';
import type { Engine, EngineEvents } from './engine.ts';
import { forkNode } from './engine-process.ts';

const entry = new URL('../../test/engine/faulty-process.ts', import.meta.url);

let folder: string;
let engine: Engine | undefined;
let crashes: EngineEvents['crashed'][];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kindred-engine-'));
  crashes = [];
});

afterEach(async () => {
  await engine?.close();
  engine = undefined;
  await rm(folder, { recursive: true });
});

async function start(options: EngineOptions = {}): Promise<Engine> {
  engine = await startEngine({
    pack: folder,
    processes: 1,
    entry,
    onCrash: (crash) => crashes.push(crash),
    ...options,
  });
  return engine;
}

async function photo(name: string, width: number, height = 20): Promise<{ path: string }> {
  const path = join(folder, name);
  await writeFile(
    path,
    await sharp({ create: { width, height, channels: 3, background: '#888' } })
      .png()
      .toBuffer(),
  );
  return { path };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('a photo goes to another process and comes back as faces', async () => {
  const { pack, analyze } = await start();
  const seen = await analyze(await photo('a.png', 40), { thumbnails: [20, 10] });
  expect(pack.name).toBe('faulty');
  expect(seen).toMatchObject({ width: 40, height: 20, exifOrientation: null, rotate: null });
  expect(seen.faces[0]).toMatchObject({ rect: { left: 10, top: 5, right: 20, bottom: 10 }, eyeDist: 5 });
  expect(seen.faces[0]?.embedding).toEqual(Float32Array.of(0.6, 0.8));
  expect(seen.thumbnails.map(({ size, width, height }) => [size, width, height])).toEqual([
    [20, 20, 10],
    [10, 10, 5],
  ]);
});

test('an upload is answered like a file', async () => {
  const { read } = await start();
  const bytes = await sharp({ create: { width: 8, height: 6, channels: 3, background: '#123' } })
    .webp()
    .toBuffer();
  expect(await read({ bytes })).toMatchObject({ format: 'webp', width: 8, height: 6 });
});

test('a file that cannot be decoded is a typed error, and the process lives on', async () => {
  const { analyze } = await start();
  const path = join(folder, 'note.jpg');
  await writeFile(path, 'not a photo at all');
  await expect(analyze({ path }, {})).rejects.toMatchObject({ code: 'unsupported' });
  await expect(analyze({ path: join(folder, 'gone.jpg') }, {})).rejects.toMatchObject({ code: 'unreadable' });
  expect(crashes).toEqual([]);
});

test('a process that dies is replaced and its photo asked again', async () => {
  const { analyze } = await start();
  expect(await analyze(await photo('once.png', BEHAVIOUR.crashOnce), {})).toMatchObject({ faces: [{}] });
  expect(crashes).toHaveLength(1);
  expect(crashes[0]).toMatchObject({ while: expect.stringContaining('once.png'), failure: { code: 'crashed' } });
});

test('a photo that kills its process twice is given up by name; those beside it are not', async () => {
  const { analyze } = await start();
  const good = await photo('good.png', BEHAVIOUR.good);
  const poison = await photo('poison.png', BEHAVIOUR.crash);
  const before = analyze(good, {});
  const bad = analyze(poison, {});
  const after = [analyze(good, {}), analyze(good, {}), analyze(good, {})];
  await expect(bad).rejects.toMatchObject({ code: 'crashed', message: expect.stringContaining('poison.png') });
  for (const answer of [before, ...after]) await expect(answer).resolves.toMatchObject({ width: BEHAVIOUR.good });
  expect(crashes).toHaveLength(2);
});

test('a photo that hangs is ended at the time limit, twice, and then given up', async () => {
  const { analyze } = await start({ timeLimit: 1_000 });
  const good = await photo('good.png', BEHAVIOUR.good);
  const bad = analyze(await photo('hang.png', BEHAVIOUR.hang), {});
  const beside = analyze(good, {});
  await expect(bad).rejects.toMatchObject({ code: 'timeout', message: expect.stringContaining('hang.png') });
  await expect(beside).resolves.toMatchObject({ width: BEHAVIOUR.good });
  expect(crashes.map(({ failure }) => failure.code)).toEqual(['timeout', 'timeout']);
});

test('an interactive question overtakes the bulk work that has not begun', async () => {
  const { analyze } = await start();
  const slow = await photo('slow.png', BEHAVIOUR.slow);
  const done: string[] = [];
  const ask = (name: string, priority: 'bulk' | 'interactive') =>
    analyze(slow, { priority }).then(() => done.push(name));
  const bulk = ['1', '2', '3', '4', '5', '6'].map((name) => ask(name, 'bulk'));
  await Promise.all([...bulk, ask('now', 'interactive')]);
  // A few were in the process already; the last two had not begun.
  expect(done.indexOf('now')).toBeLessThan(done.indexOf('5'));
});

test('an aborted question is refused at once, whether it waits or runs', async () => {
  const { analyze } = await start();
  const slow = await photo('slow.png', BEHAVIOUR.slow);
  const controller = new AbortController();
  const answers = [1, 2, 3, 4].map(() => analyze(slow, {}, controller.signal));
  const refused = Promise.allSettled(answers);
  controller.abort();
  const began = performance.now();
  for (const answer of await refused) {
    expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'cancelled' } });
  }
  expect(performance.now() - began).toBeLessThan(200);
  await expect(analyze(slow, {}, controller.signal)).rejects.toMatchObject({ code: 'cancelled' });
  await expect(analyze(slow, {})).resolves.toMatchObject({ width: BEHAVIOUR.slow });
});

test('closing finishes what runs, refuses the rest, and leaves no process behind', async () => {
  const pids: number[] = [];
  const { analyze, close } = await start({
    fork(module) {
      const forked = forkNode(module);
      pids.push(forked.pid);
      return forked;
    },
  });
  const slow = await photo('slow.png', BEHAVIOUR.slow);
  const answers = [1, 2, 3, 4, 5, 6].map(() => analyze(slow, {}));
  const results = Promise.allSettled(answers);
  await close();
  const outcomes = (await results).map((result) => (result.status === 'rejected' ? result.reason.code : 'answered'));
  expect(outcomes[0]).toBe('answered');
  expect(outcomes.slice(-2)).toEqual(['closed', 'closed']);
  await expect(analyze(slow, {})).rejects.toMatchObject({ code: 'closed' });
  expect(pids.filter(isAlive)).toEqual([]);
});

test('a pack that does not load refuses the start with its own code and message', async () => {
  await expect(start({ pack: join(folder, 'nowhere'), processes: 2 })).rejects.toMatchObject({
    code: 'pack-missing',
    message: expect.stringContaining('nowhere'),
  });
});

test('an engine process that cannot even start says why', async () => {
  const entry = new URL('../../test/engine/no-such-process.ts', import.meta.url);
  await expect(start({ entry })).rejects.toMatchObject({
    code: 'start-failed',
    message: expect.stringContaining('no-such-process.ts'),
  });
});

test('crops are embedded in order, in batches', async () => {
  const { embedCrops } = await start();
  const crops = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      sharp({ create: { width: 112, height: 112, channels: 3, background: { r: index * 6, g: 0, b: 0 } } })
        .jpeg({ quality: 100 })
        .toBuffer(),
    ),
  );
  const embeddings = await embedCrops(crops);
  expect(embeddings).toHaveLength(40);
  const reds = embeddings.map((embedding) => embedding[0] ?? 0);
  expect(reds).toEqual(reds.toSorted((a, b) => a - b));
  await expect(embedCrops([new Uint8Array(10)])).rejects.toMatchObject({ code: 'corrupt' });
});

test('two processes work at the same time', async () => {
  const { analyze } = await start({ processes: 2, timeLimit: 20_000 });
  const meet = await photo('meet.png', BEHAVIOUR.meet);
  // Each ends only when the other has begun, which in one process, one photo at a time, would be never.
  await Promise.all([analyze(meet, {}), analyze(meet, {})]);
  expect(crashes).toEqual([]);
});

test('processes that die together are all replaced', async () => {
  const { analyze } = await start({ processes: 2, timeLimit: 20_000 });
  const poison = await photo('poison.png', BEHAVIOUR.crash);
  await Promise.allSettled([analyze(poison, {}), analyze(poison, {})]);
  const meet = await photo('meet.png', BEHAVIOUR.meet);
  await expect(Promise.all([analyze(meet, {}), analyze(meet, {})])).resolves.toHaveLength(2);
});

test('an engine process ends when its parent is killed', async () => {
  const parent = fork(new URL('../../test/engine/abandoning-parent.ts', import.meta.url), [folder], { execArgv: [] });
  const pids = await new Promise<number[]>((resolve) =>
    parent.once('message', (message) => resolve(message as number[])),
  );
  expect(pids).toHaveLength(2);
  parent.kill('SIGKILL');
  await expect.poll(() => pids.filter(isAlive), { timeout: 10_000 }).toEqual([]);
});
