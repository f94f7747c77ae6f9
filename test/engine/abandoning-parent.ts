/** A main process that starts an engine, tells its parent the pids of the engine processes, and never closes it. */
import process from 'node:process';
import { startEngine } from '../../main/engine/client.ts';
import { forkNode } from '../../main/engine/engine-process.ts';

const pids: number[] = [];
const [pack = ''] = process.argv.slice(2);

await startEngine({
  pack,
  processes: 2,
  entry: new URL('./faulty-process.ts', import.meta.url),
  fork(entry) {
    const engine = forkNode(entry);
    pids.push(engine.pid);
    return engine;
  },
});
process.send?.(pids);
