import type { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { forkUtility } from './fork-utility.ts';

const { children } = vi.hoisted(() => ({ children: [] as EventEmitter[] }));

vi.mock('electron', async () => {
  const { EventEmitter } = await import('node:events');
  class UtilityProcess extends EventEmitter {
    readonly pid = 1;
  }
  return {
    utilityProcess: {
      fork() {
        const child = new UtilityProcess();
        children.push(child);
        return child;
      },
    },
  };
});

test('an engine that runs out of memory is an end with a reason, and no error of the window', () => {
  const ends: string[] = [];
  forkUtility(new URL('file:///engine/process.js')).onEnd((how) => ends.push(how));
  const [child] = children;
  child?.emit('error', 'FatalError', 'Reached heap limit', '{}');
  child?.emit('exit', 133);
  expect(ends).toEqual(['exit code 133, FatalError in Reached heap limit']);
});
