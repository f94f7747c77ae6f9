import { fork } from 'node:child_process';
import { once } from 'node:events';
import { constants, getPriority } from 'node:os';
import { expect, test } from 'vitest';

test('the engine leaves the processor to whatever else the user does', async () => {
  const engine = fork(new URL('./process.ts', import.meta.url), { execArgv: [] });
  try {
    await expect
      .poll(() => getPriority(engine.pid), { timeout: 10_000 })
      .toBe(constants.priority.PRIORITY_BELOW_NORMAL);
  } finally {
    engine.kill('SIGKILL');
    await once(engine, 'exit');
  }
});
