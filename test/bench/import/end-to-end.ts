/**
 * Entry of a process of its own that is Kindred's main process for one import into a new library: the same core that
 * the window and the server run on. Prints what it measured as JSON.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { openCore } from '../../../main/core.ts';
import { type Fork, forkNode } from '../../../main/engine/engine-process.ts';
import { benchPhotos } from './photos.ts';
import { cpuBetween, processFigures } from './process-figures.ts';
import type { EndToEnd } from './run.ts';
import { watchTurns } from './turns.ts';

const engine = { pids: [] as number[], threads: 0 };
const watched: Fork = (entry) => {
  const child = forkNode(entry);
  engine.pids.push(child.pid);
  return {
    ...child,
    post(message) {
      if (message.type === 'start') engine.threads = message.settings.threads;
      child.post(message);
    },
  };
};

const photos = benchPhotos(Number(process.argv[2] ?? 1));
const data = mkdtempSync(join(tmpdir(), 'kindred-bench-'));
try {
  const core = await openCore({
    data,
    kind: 'command',
    onNotice: ({ message }) => console.error(message),
    engine: { fork: watched },
  });
  const pids = [process.pid, ...engine.pids];
  const before = pids.map(processFigures);
  const stopWatching = watchTurns();
  const start = performance.now();
  const { counts } = await core.organizer.run(core.organizer.import(photos));
  const seconds = (performance.now() - start) / 1000;
  const longestTurn = stopWatching();
  const after = pids.map(processFigures);
  await core.close();
  const cpu = after.map((figures, i) => cpuBetween(before[i] ?? figures, figures));
  const measured: EndToEnd = {
    seconds,
    photos: counts.done,
    faces: counts.faces,
    processes: engine.pids.length,
    threads: engine.threads,
    longestTurn,
    peakMiB: { main: after[0]?.peakMiB ?? null, engine: after.slice(1).map(({ peakMiB }) => peakMiB) },
    cpuSeconds: { main: cpu[0] ?? null, engine: cpu.slice(1) },
  };
  console.log(JSON.stringify(measured));
} finally {
  rmSync(data, { recursive: true, force: true });
}
